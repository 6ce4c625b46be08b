// When reminders go out: weekdays, hours, zones and both edges of daylight saving.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, timeZones as zones } from '../../../src/application/reassess/zones.ts';
import { defaultSchedule, longerStretch, type Schedule, stretches } from '../../../src/domain/reassessment/schedule.ts';
import {
  decentFrom,
  isDecent,
  jitterOf,
  slotAfter,
  slotAfterSnooze,
  weekdayOf,
} from '../../../src/domain/reassessment/slots.ts';
import { forAll } from '../../support/for-all.ts';

const decisionId = 'd1';
const jitter = jitterOf(decisionId) * 60_000;
const day = 24 * 60 * 60_000;
const facts = (zone: string, change: Partial<Schedule> = {}) => ({
  schedule: { ...defaultSchedule(zone), ...change },
  decisionId,
  zones,
});
const iso = (at: number) => new Date(at).toISOString();

describe('the next look, weekly on Tuesday at ten', () => {
  it.each([
    // zone, asked at, due before the jitter
    ['Europe/Brussels', '2026-11-23T09:00Z', '2026-12-01T09:00Z'],
    // The clocks go forward on 29 March 2026, and on 28 March 2027.
    ['Europe/Brussels', '2026-03-24T09:00Z', '2026-03-31T08:00Z'],
    ['Europe/Brussels', '2027-03-23T09:00Z', '2027-03-30T08:00Z'],
    // They go back on 25 October 2026.
    ['Europe/Brussels', '2026-10-20T08:00Z', '2026-10-27T09:00Z'],
    // New York: forward on 8 March 2026, back on 1 November 2026, not in the weeks Brussels does.
    ['America/New_York', '2026-03-03T15:00Z', '2026-03-10T14:00Z'],
    ['America/New_York', '2026-03-24T14:00Z', '2026-03-31T14:00Z'],
    ['America/New_York', '2026-10-27T14:00Z', '2026-11-03T15:00Z'],
    // Kolkata never changes its clocks, and is half an hour off.
    ['Asia/Kolkata', '2026-03-24T04:30Z', '2026-03-31T04:30Z'],
    ['Asia/Kolkata', '2026-10-20T04:30Z', '2026-10-27T04:30Z'],
    // Late on Monday in New York is Tuesday elsewhere: the owner's calendar counts.
    ['America/New_York', '2026-11-24T03:00Z', '2026-12-01T15:00Z'],
    ['Asia/Kolkata', '2026-11-23T20:00Z', '2026-12-01T04:30Z'],
  ])('in %s, asked %s, is %s', (zone, from, due) => {
    expect(iso(slotAfter(Date.parse(from), 1, facts(zone)))).toBe(iso(Date.parse(due) + jitter));
  });

  it.each([
    ['Wednesday', '2026-11-25T09:00Z', '2026-12-01T09:00Z'],
    ['Friday', '2026-11-27T09:00Z', '2026-12-01T09:00Z'],
    ['Saturday', '2026-11-28T09:00Z', '2026-12-08T09:00Z'],
    ['Tuesday', '2026-11-24T09:00Z', '2026-12-01T09:00Z'],
  ])('lies nearest to a week after %s', (_, from, due) => {
    expect(iso(slotAfter(Date.parse(from), 1, facts('Europe/Brussels')))).toBe(iso(Date.parse(due) + jitter));
  });

  it('keeps its hour across every edge of a year, in every zone', () => {
    for (const zone of ['Europe/Brussels', 'America/New_York', 'Asia/Kolkata']) {
      let at = Date.parse('2026-01-06T12:00Z');
      for (let week = 0; week < 60; week += 1) {
        const due = slotAfter(at, 1, facts(zone));
        const local = zones.localOf(due, zone);
        expect(weekdayOf(local.day)).toBe(2);
        expect(local.minute).toBe(10 * 60 + jitterOf(decisionId));
        expect(due).toBeGreaterThan(at);
        at = due;
      }
    }
  });

  it('comes after the moment it was asked at, within working hours, near the stretch', () => {
    const zone = fc.constantFrom('Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC');
    const schedule = fc.record({
      weekday: fc.integer({ min: 1, max: 5 }),
      hour: fc.integer({ min: 9, max: 16 }),
      weeks: fc.constantFrom(...stretches),
    });
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) });
    forAll(
      fc.property(zone, schedule, moment, fc.string(), (where, wanted, from, id) => {
        const due = slotAfter(from, wanted.weeks, { ...facts(where, wanted), decisionId: id });
        expect(isDecent(due, where, zones)).toBe(true);
        expect(weekdayOf(zones.localOf(due, where).day)).toBe(wanted.weekday);
        expect(Math.abs(due - from - wanted.weeks * 7 * day)).toBeLessThan(4.5 * day);
        expect(due).toBeGreaterThan(from);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a decision’s own minutes', () => {
  it('stay within three quarters of an hour, and spread', () => {
    const jitters = Array.from({ length: 2_000 }, (_, index) => jitterOf(`d${index}`));
    expect(Math.min(...jitters)).toBe(-45);
    expect(Math.max(...jitters)).toBe(45);
    expect(new Set(jitters).size).toBe(91);
    expect(jitterOf('dAbc')).toBe(jitterOf('dAbc'));
  });
});

describe('a snooze', () => {
  const from = Date.parse('2026-11-27T10:00Z');
  it.each([
    [{ kind: 'next-working-day' }, '2026-11-30T09:00Z'],
    [{ kind: 'week' }, '2026-12-04T09:00Z'],
    // Thirty days on is a Sunday: the Monday after.
    [{ kind: 'month' }, '2026-12-28T09:00Z'],
    [{ kind: 'day', day: Date.UTC(2027, 0, 9) / day }, '2027-01-11T09:00Z'],
    [{ kind: 'day', day: 0 }, '2026-11-30T09:00Z'],
  ] as const)('from a Friday: %o', (until, back) => {
    expect(iso(slotAfterSnooze(from, until, facts('Europe/Brussels')))).toBe(iso(Date.parse(back) + jitter));
  });
});

describe('what is overdue', () => {
  const where = { zone: 'Europe/Brussels', decisionId };
  it.each([
    ['by day', '2026-11-24T15:59Z', '2026-11-24T15:59Z'],
    ['early', '2026-11-24T05:00Z', '2026-11-24T08:00Z'],
    ['late', '2026-11-24T16:00Z', '2026-11-25T08:00Z'],
    ['on a Friday night', '2026-11-27T20:00Z', '2026-11-30T08:00Z'],
    ['on a Sunday', '2026-11-29T12:00Z', '2026-11-30T08:00Z'],
  ])('%s waits for a decent hour', (_, at, decent) => {
    const held = at === decent ? 0 : Math.abs(jitter);
    expect(iso(decentFrom(Date.parse(at), where, zones))).toBe(iso(Date.parse(decent) + held));
  });
});

describe('zones', () => {
  it('counts a zone nobody knows as UTC', () => {
    expect(isZone('Nowhere/Land')).toBe(false);
    expect(zones.localOf(0, 'Nowhere/Land')).toEqual({ day: 0, minute: 0 });
    expect(zones.instantOf({ day: 1, minute: 30 }, '')).toBe(day + 30 * 60_000);
  });

  it('moves a time the clocks skip to after the gap', () => {
    const skipped = { day: Date.UTC(2026, 2, 29) / day, minute: 2 * 60 + 30 };
    expect(iso(zones.instantOf(skipped, 'Europe/Brussels'))).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('stretches', () => {
  it('grow from one week to thirteen', () => {
    expect([longerStretch(1), longerStretch(2), longerStretch(4), longerStretch(13)]).toEqual([2, 4, 13, null]);
  });
});
