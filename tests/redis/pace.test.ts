// Slack's allowances as token buckets in a real Redis.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from '../../src/redis/pace.ts';
import { useStore } from './store-house.ts';

const house = useStore();

test('a burst is let through, then one at a time as the allowance refills', async () => {
  const pace = createPace(house.connection);
  const posts = { name: 'posts', burst: 3, perMinute: 60 };
  const waits = [];
  for (let call = 0; call < 5; call += 1) waits.push(await pace.take('T1', [posts], 0));
  expect(waits).toEqual([0, 0, 0, 1_000, 1_000]);
  expect(await pace.take('T1', [posts], 999)).toBe(1);
  expect(await pace.take('T1', [posts], 1_000)).toBe(0);
});

test('of several allowances all are taken or none', async () => {
  const pace = createPace(house.connection);
  const wide = { name: 'wide', burst: 2, perMinute: 60 };
  const narrow = { name: 'narrow', burst: 1, perMinute: 6 };
  expect(await pace.take('T1', [wide, narrow], 0)).toBe(0);
  expect(await pace.take('T1', [wide, narrow], 0)).toBe(10_000);
  expect(await pace.take('T1', [wide], 0)).toBe(0);
  expect(await pace.take('T1', [wide], 0)).toBeGreaterThan(0);
});

test('whatever the times, no more is let through than burst plus refill, also when the clock goes back', async () => {
  const pace = createPace(house.connection);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, burst) => {
        run += 1;
        let now = 100_000;
        let latest = now;
        let taken = 0;
        for (const step of steps) {
          now += step;
          latest = Math.max(latest, now);
          if ((await pace.take('T1', [{ name: `run-${run}`, burst, perMinute: 60 }], now)) === 0) taken += 1;
        }
        const forward = steps.reduce((sum, step) => sum + Math.max(0, step), 0);
        expect(taken).toBeLessThanOrEqual(burst + forward / 1_000 + 1e-6);
      },
    ),
    { numRuns: 60 },
  );
});

const inTurns = { name: 'turns', burst: 2, perMinute: 60, turns: true } as const;

test('whoever is refused where turns are given is told a moment of their own', async () => {
  const pace = createPace(house.connection);
  const waits = [];
  for (let call = 0; call < 5; call += 1) waits.push(await pace.take('T1', [inTurns], 0));
  expect(waits).toEqual([0, 0, 1_000, 2_000, 3_000]);
  for (const turn of [1_000, 2_000, 3_000]) expect(await pace.take('T1', [inTurns], turn)).toBe(0);
});

test('thousands who wait ask about twice each, and none waits for longer than it takes', async () => {
  const pace = createPace(house.connection);
  const many = 400;
  const waiting = Array.from({ length: many }, () => 0);
  let asked = 0;
  let last = 0;
  for (let now = waiting.shift(); now !== undefined; now = waiting.toSorted((a, b) => a - b)[0]) {
    if (asked > 0) waiting.splice(waiting.indexOf(now), 1);
    asked += 1;
    const wait = await pace.take('T1', [inTurns], now);
    if (wait === 0) last = now;
    else waiting.push(now + wait);
  }
  expect(asked).toBeLessThanOrEqual(2 * many);
  expect(last).toBeLessThanOrEqual(many * 1_000);
});

test('turns are given ten minutes ahead at most, also where the clock goes back', async () => {
  const pace = createPace(house.connection);
  const longest = 10 * 60_000;
  for (let call = 0; call < 700; call += 1) {
    const now = 10_000_000;
    expect(await pace.take('T1', [inTurns], now)).toBeLessThanOrEqual(longest);
  }
  expect(await pace.take('T1', [inTurns], 9_000_000)).toBeLessThanOrEqual(longest);
});
