// What we allow ourselves stays below what Slack allows, and what comes in its turn leaves some of it to people who wait.
import { expect, test } from 'vitest';
import { postsTo, updatesFor } from '../../src/application/allowances.ts';
import type { Allowance } from '../../src/application/pace.ts';

/** The most that is let through in any minute by all of them together. */
function mostAMinute(allowances: readonly Allowance[]): number {
  return Math.min(...allowances.map(({ burst, perMinute }) => burst + perMinute));
}

const ofWorkspace = (allowances: readonly Allowance[]) => allowances.filter(({ name }) => !name.startsWith('posts:'));

test.each([
  {
    method: 'chat.postMessage',
    limit: 300,
    now: ofWorkspace(postsTo('C1')),
    inTurn: ofWorkspace(postsTo('C1', 'in-turn')),
  },
  { method: 'chat.update', limit: 50, now: updatesFor('now'), inTurn: updatesFor('in-turn') },
])('$method: at most $limit a minute in the workspace, and less of it in its turn', ({ limit, now, inTurn }) => {
  expect(mostAMinute(now)).toBeLessThanOrEqual(limit);
  expect(mostAMinute(inTurn)).toBeLessThanOrEqual(0.9 * mostAMinute(now));
  expect(inTurn).toEqual(expect.arrayContaining([...now]));
});

test('turns are given to what comes in its turn, and to nothing else', () => {
  expect([...postsTo('C1'), ...updatesFor('now')].filter(({ turns }) => turns === true)).toEqual([]);
  expect([...postsTo('C1', 'in-turn'), ...updatesFor('in-turn')].filter(({ turns }) => turns === true)).toHaveLength(2);
});

test('a post takes from its channel’s allowance as well', () => {
  expect(postsTo('C1')[0]?.name).not.toBe(postsTo('C2')[0]?.name);
  expect(mostAMinute(postsTo('C1').slice(0, 1))).toBeLessThanOrEqual(65);
});
