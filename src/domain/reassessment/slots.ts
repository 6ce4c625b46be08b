// Which moments are decent for a reminder: working days and hours where the owner lives. Pure; zones are handed in.
import type { Schedule } from './schedule.ts';

/** A moment on somebody's wall: the day counted from 1970-01-01 in their calendar, and the minute of that day, 0 to 1,439. */
export type LocalTime = { readonly day: number; readonly minute: number };

/** Time zones, handed in because the rules know none. A zone nobody knows counts as UTC. */
export type Zones = {
  localOf(at: number, zone: string): LocalTime;
  /** A time the clocks skip counts as that much later; one they repeat as its first. */
  instantOf(local: LocalTime, zone: string): number;
};

/** How long a look is put off: to the next working day, a week, a month, or a day (counted from 1970-01-01). */
export type SnoozeUntil =
  | { readonly kind: 'next-working-day' | 'week' | 'month' }
  | { readonly kind: 'day'; readonly day: number };

/** The most a decision's reminders stand beside the full hour, in minutes either way (issue 5). */
export const JITTER_MINUTES = 45;
/** Working hours: from nine, to before five. */
const OPENS = 9 * 60;
const CLOSES = 17 * 60;
/** A look may come so many days before the stretch is over to fall on its weekday. */
const EARLY_DAYS = 3;
const WEEK_DAYS = 7;
const MONTH_DAYS = 30;
const LAST_WORKING_WEEKDAY = 5;
/** The start and the factor of the hash FNV-1a in 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The weekday of a day: 1 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS) + 1;
}

function isWorkingDay(day: number): boolean {
  return weekdayOf(day) <= LAST_WORKING_WEEKDAY;
}

/** The decision's own minutes beside the hour, -45 to 45, the same for ever: made from its id by FNV-1a. */
export function jitterOf(decisionId: string): number {
  let hash = FNV_OFFSET;
  for (const letter of decisionId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  return ((hash >>> 0) % (2 * JITTER_MINUTES + 1)) - JITTER_MINUTES;
}

/** The minute of the day a decision's reminders go out, within working hours. */
function minuteFor(schedule: Schedule, decisionId: string): number {
  return Math.min(Math.max(schedule.hour * 60 + jitterOf(decisionId), OPENS), CLOSES - 1);
}

/** What a slot is computed from. */
export type SlotFacts = { readonly schedule: Schedule; readonly decisionId: string; readonly zones: Zones };

/** The slot on the schedule's weekday that lies nearest to so many weeks after a moment; after it, for a week or more. */
export function slotAfter(from: number, weeks: number, facts: SlotFacts): number {
  const { schedule, zones } = facts;
  const earliest = zones.localOf(from, schedule.zone).day + weeks * WEEK_DAYS - EARLY_DAYS;
  const daysToWait = (schedule.weekday - weekdayOf(earliest) + WEEK_DAYS) % WEEK_DAYS;
  return instantOn(earliest + daysToWait, facts);
}

/** The moment a look that is put off comes back: at its usual minute, on a working day after `from`. */
export function slotAfterSnooze(from: number, until: SnoozeUntil, facts: SlotFacts): number {
  const today = facts.zones.localOf(from, facts.schedule.zone).day;
  return instantOn(workingDayFrom(dayWanted(today, until)), facts);
}

function dayWanted(today: number, until: SnoozeUntil): number {
  switch (until.kind) {
    case 'next-working-day':
      return today + 1;
    case 'week':
      return today + WEEK_DAYS;
    case 'month':
      return today + MONTH_DAYS;
    case 'day':
      return Math.max(until.day, today + 1);
    default:
      return until satisfies never;
  }
}

function workingDayFrom(day: number): number {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate += 1;
  return candidate;
}

function instantOn(day: number, { schedule, decisionId, zones }: SlotFacts): number {
  return zones.instantOf({ day, minute: minuteFor(schedule, decisionId) }, schedule.zone);
}

/** Whether a moment lies in the working hours of a working day in a zone. */
export function isDecent(at: number, zone: string, zones: Zones): boolean {
  const { day, minute } = zones.localOf(at, zone);
  return isWorkingDay(day) && minute >= OPENS && minute < CLOSES;
}

/**
 * The moment itself if it is decent, else the next one that is: soon after nine, spread by the decision's own minutes so
 * that what waited over a weekend does not arrive at once.
 */
export function decentFrom(
  at: number,
  { zone, decisionId }: { readonly zone: string; readonly decisionId: string },
  zones: Zones,
): number {
  if (isDecent(at, zone, zones)) return at;
  const { day, minute } = zones.localOf(at, zone);
  const next = workingDayFrom(minute < OPENS ? day : day + 1);
  return zones.instantOf({ day: next, minute: OPENS + Math.abs(jitterOf(decisionId)) }, zone);
}
