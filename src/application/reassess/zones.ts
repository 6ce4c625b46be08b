// Time zones for the rules of reassessment, computed with Temporal.
import { Temporal } from 'temporal-polyfill';
import type { LocalTime, Zones } from '../../domain/reassessment/slots.ts';

const MINUTES_A_HOUR = 60;
const MS_A_DAY = 24 * 60 * 60 * 1_000;

/** The zones of the time zone database. A zone nobody knows, such as one of a newer database, counts as UTC. */
export const timeZones: Zones = {
  localOf(at, zone) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(known(zone));
    const day = Date.UTC(local.year, local.month - 1, local.day) / MS_A_DAY;
    return { day, minute: local.hour * MINUTES_A_HOUR + local.minute };
  },
  instantOf({ day, minute }: LocalTime, zone) {
    const date = new Date(day * MS_A_DAY);
    const local = new Temporal.PlainDateTime(
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      Math.floor(minute / MINUTES_A_HOUR),
      minute % MINUTES_A_HOUR,
    );
    return local.toZonedDateTime(known(zone), { disambiguation: 'compatible' }).epochMilliseconds;
  },
};

const checked = new Map<string, string>();

function known(zone: string): string {
  const remembered = checked.get(zone);
  if (remembered !== undefined) return remembered;
  const name = isZone(zone) ? zone : 'UTC';
  checked.set(zone, name);
  return name;
}

/** Whether the time zone database has a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
