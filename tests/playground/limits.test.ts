// Slack's pace (slack-platform.md §8): who is told to wait, how long, and when it is over.
import { WebAPIRateLimitedError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { channelIds } from '../../playground/server/default-workspace.ts';
import { client, playground } from './support.ts';

const { architecture, paymentsTeam } = channelIds;

/** Seconds to wait, 0 where the call went through. */
async function waitOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) {
      return error.retryAfter;
    }
    throw error;
  }
}

async function start() {
  const fixed = Date.UTC(2026, 10, 23, 9);
  const world = await playground({ rateMultiplier: 1, now: () => fixed });
  const slack = client(world);
  const post = (channel: string) => waitOf(slack.chat.postMessage({ channel, text: 'hello' }));
  return { world, slack, post };
}

async function inTurn(count: number, call: () => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let index = 0; index < count; index += 1) {
    waits.push(await call());
  }
  return waits;
}

describe('posts into one channel', () => {
  test('may burst five times, then one a second passes; other channels go on', async () => {
    const { world, post } = await start();
    expect(await inTurn(6, () => post(architecture))).toEqual([0, 0, 0, 0, 0, 1]);
    expect(await post(paymentsTeam)).toBe(0);
    world.clock.advance(1_000);
    expect(await inTurn(2, () => post(architecture))).toEqual([0, 1]);
    expect(world.state.messages(architecture)).toHaveLength(6);
  });
});

describe('a method', () => {
  test('of tier 3 takes fifty calls a minute, and the wait is to the end of the minute', async () => {
    const { world, slack, post } = await start();
    await post(architecture);
    const ts = world.state.messages(architecture)[0]?.ts ?? '';
    const update = () => waitOf(slack.chat.update({ channel: architecture, ts, text: 'x' }));
    world.clock.advance(10_000);
    expect((await inTurn(50, update)).every((wait) => wait === 0)).toBe(true);
    world.clock.advance(20_000);
    expect(await update()).toBe(40);
    world.clock.advance(40_000);
    expect(await update()).toBe(0);
  });

  test('of tier 2 takes twenty', async () => {
    const { slack } = await start();
    const waits = await inTurn(21, () => waitOf(slack.users.list({})));
    expect(waits.slice(0, 20).every((wait) => wait === 0)).toBe(true);
    expect(waits[20]).toBe(60);
  });

  test('has its own count', async () => {
    const { slack } = await start();
    await inTurn(21, () => waitOf(slack.users.list({})));
    expect(await waitOf(slack.team.info())).toBe(0);
  });
});

test('limits can be widened for a test', async () => {
  const { world, slack } = await start();
  world.faults.setRateMultiplier(2);
  expect(await inTurn(41, () => waitOf(slack.users.list({})))).toEqual([...Array.from({ length: 40 }, () => 0), 60]);
});
