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

/** Names that were found in the database: there are some hundreds, so this does not grow for ever. */
const found = new Set<string>();

function known(zone: string): string {
  if (found.has(zone)) return zone;
  if (!isZone(zone)) return 'UTC';
  found.add(zone);
  return zone;
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
