// The effects queue: what somebody waits for runs first, and a nudge brings forward what waits for its time.
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OwedEffects } from '../../src/application/owed-effects.ts';
import type { RunEffect } from '../../src/application/run-effect.ts';
import { createLog } from '../../src/log.ts';
import { createEffectNudger, type QueueNudger } from '../../src/queue/effect-nudger.ts';
import { type EffectWorker, startEffectWorker } from '../../src/queue/effect-worker.ts';
import { createOwedEffects } from '../../src/redis/owed-effects.ts';
import { useRedis } from '../support/redis.ts';

const server = useRedis();
const log = createLog('error');
const team = 'T1';
let redis: Redis;
let nudger: QueueNudger;
let worker: EffectWorker | undefined;
beforeEach(async () => {
  await server.flush();
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
  nudger = createEffectNudger({ redis, log });
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await nudger.close();
  redis.disconnect();
});

/** A worker that writes down what it runs, in the order it begins. */
async function startWorker(runEffect: RunEffect): Promise<void> {
  const owed: OwedEffects = createOwedEffects(redis);
  worker = await startEffectWorker({ redis, log, runEffect, owed, nudger, teams: async () => [] });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !isSo(); turn += 1) await wait(25);
  expect(isSo()).toBe(true);
}

it('runs what somebody waits for before all that comes in its turn', async () => {
  const many = 200;
  for (let index = 0; index < many; index += 1)
    nudger.nudge({ team, decisionId: `look${index}` }, ['card.reminder-1'], 'in-turn');
  nudger.nudge({ team, decisionId: 'clicked' }, ['card.root']);
  const queued = async () => Number(await redis.zcard('{downbeat-queue}:effects:prioritized'));
  while ((await queued()) < many) await wait(25);
  const ran: string[] = [];
  await startWorker(async ({ decisionId }) => {
    ran.push(decisionId);
    return { done: true };
  });
  await until(() => ran.length === many + 1);
  expect(ran.indexOf('clicked')).toBeLessThan(20);
});

it('brings forward what waits for its time when somebody asks for it, and not when it is issued again', async () => {
  const ran: string[] = [];
  await startWorker(async ({ decisionId }) => {
    const waits = decisionId === 'waits' && !ran.includes('waits');
    ran.push(decisionId);
    return waits ? { done: false, againInMs: 600_000 } : { done: true };
  });
  const address = { team, decisionId: 'waits' };
  nudger.nudge(address, ['card.root'], 'in-turn');
  const delayed = async () => (await redis.zcard('{downbeat-queue}:effects:delayed')) > 1;
  while (!(await delayed())) await wait(25);
  await nudger.reissue([{ ...address, effect: 'card.root', urgency: 'now' }]);
  nudger.nudge({ team, decisionId: 'other' }, ['card.root']);
  await until(() => ran.includes('other'));
  expect(ran).toEqual(['waits', 'other']);
  nudger.nudge(address, ['card.root']);
  await until(() => ran.length === 3);
  expect(ran).toEqual(['waits', 'other', 'waits']);
});
