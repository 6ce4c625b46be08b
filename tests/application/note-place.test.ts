// How long a place is left alone that takes no messages: an open one is tried again soon, a closed one waits to be told.
import { describe, expect, test } from 'vitest';
import { patienceWith } from '../../src/application/note-place.ts';
import { DAY_MS, mondayMorning } from '../support/clock.ts';

const MINUTE_MS = 60_000;
const refused = { touchedAt: mondayMorning };

describe('a channel that is closed', () => {
  test.each(['archived', 'not-in-channel', 'channel-not-found'] as const)(
    '%s: is tried rarely, and never given up',
    (problem) => {
      const tries: number[] = [];
      for (let now = mondayMorning; now < mondayMorning + 60 * DAY_MS; now += patienceWith(problem, refused, now))
        tries.push(now);
      const onFirstDay = tries.filter((at) => at < mondayMorning + DAY_MS);
      expect(onFirstDay.length).toBeLessThanOrEqual(9);
      expect(tries.length).toBeLessThanOrEqual(70);
      const last = tries.at(-1) ?? 0;
      expect(last).toBeGreaterThan(mondayMorning + 58 * DAY_MS);
    },
  );

  test('is tried again soon after it was refused, in case it came back meanwhile', () => {
    expect(patienceWith('archived', refused, mondayMorning)).toBe(10 * MINUTE_MS);
  });

  test('waits its shortest where the clock moved backwards', () => {
    expect(patienceWith('archived', refused, mondayMorning - DAY_MS)).toBe(10 * MINUTE_MS);
  });
});

test('a place that nobody tells of is tried every ten minutes, however long it has been', () => {
  expect(patienceWith('read-only', refused, mondayMorning + 30 * DAY_MS)).toBe(10 * MINUTE_MS);
});
