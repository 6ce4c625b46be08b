// The clockwork: one tick for the whole installation, whoever runs it, and none lost for good.
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { startTick, type TickRunner } from '../../src/queue/tick.ts';
import { useRedis } from '../support/redis.ts';

const server = useRedis({ appendOnly: true });
const connections: Redis[] = [];
const runners: TickRunner[] = [];
beforeEach(() => server.flush());
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.close();
  for (const connection of connections.splice(0)) connection.disconnect();
});

async function startRunner(tick: (now: number) => Promise<{ issued: number; left: number }>): Promise<void> {
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  connections.push(redis);
  runners.push(await startTick({ redis, log: createLog('error'), tick, now: () => 42, everyMs: 100 }));
}

/** A tick that Redis took down with it holds up the next one for some twenty seconds. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_800 && !isSo(); turn += 1) await wait(25);
  expect(isSo()).toBe(true);
}

it('tells the time it was given, again and again, one tick at a time in two processes', async () => {
  const told: number[] = [];
  let running = 0;
  let most = 0;
  const tick = async (now: number) => {
    running += 1;
    most = Math.max(most, running);
    told.push(now);
    await wait(20);
    running -= 1;
    return { issued: 0, left: 0 };
  };
  await startRunner(tick);
  await startRunner(tick);
  await until(() => told.length >= 4);
  expect(new Set(told)).toEqual(new Set([42]));
  expect(most).toBe(1);
});

it('goes on after a tick that failed, and after Redis was started again', async () => {
  let ticks = 0;
  await startRunner(async () => {
    ticks += 1;
    if (ticks === 1) throw new Error('the first one fails');
    return { issued: 0, left: 0 };
  });
  await until(() => ticks >= 3);
  await server.restart();
  const before = ticks;
  await until(() => ticks > before + 1);
});
