// Watches the flood: what is owed and queued, what Redis and the apps take, what Slack refused.
import type { Redis } from 'ioredis';
import type { Playground } from '../../playground/server/playground.ts';
import { EFFECTS_QUEUE, QUEUE_PREFIX } from '../../src/queue/effect-job.ts';
import { keys } from '../../src/redis/keys.ts';
import type { MeasuredProcess } from '../house/processes.ts';
import { redisUse } from '../house/redis.ts';

/** What was seen so far. */
export type Peaks = {
  readonly owing: number;
  readonly queued: number;
  readonly redisMb: number;
  readonly appMb: number;
};

/** What is watched. */
export type Watched = {
  readonly playground: Playground;
  readonly redis: Redis;
  readonly apps: readonly MeasuredProcess[];
  readonly team: string;
};

/** The highest figures of several looks. */
export async function look({ redis, apps, team }: Watched, before: Peaks): Promise<Peaks> {
  const queue = `${QUEUE_PREFIX}:${EFFECTS_QUEUE}`;
  const [owing, waiting, delayed, prioritized, { memoryMb }, resident] = await Promise.all([
    redis.scard(keys.owing(team)),
    redis.llen(`${queue}:wait`),
    redis.zcard(`${queue}:delayed`),
    redis.zcard(`${queue}:prioritized`),
    redisUse(redis),
    Promise.all(apps.map((app) => app.residentMb())),
  ]);
  return {
    owing: Math.max(before.owing, owing),
    queued: Math.max(before.queued, waiting + delayed + prioritized),
    redisMb: Math.max(before.redisMb, memoryMb),
    appMb: Math.max(before.appMb, ...resident),
  };
}

/** Calls of a method that Slack took, and those it refused as too many. */
export function callsOf({ state }: Playground, method: string): { readonly taken: number; readonly tooMany: number } {
  const calls = state.calls(method);
  const tooMany = calls.filter(({ answer }) => !answer.ok && answer.error === 'ratelimited').length;
  return { taken: calls.filter(({ answer }) => answer.ok).length, tooMany };
}

/** Messages that were posted to one person alone. */
export function postsToPeople({ state }: Playground): number {
  return state.calls('chat.postMessage').filter(({ args, answer }) => answer.ok && String(args.channel).startsWith('U'))
    .length;
}
