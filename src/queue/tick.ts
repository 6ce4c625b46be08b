// Runs the tick: one job a minute for the whole installation, however many processes there are.
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../application/log.ts';
import type { Tick } from '../application/reassess/tick.ts';
import { QUEUE_PREFIX } from './effect-job.ts';

/** The name of the queue of ticks. */
const TICKS_QUEUE = 'ticks';
const EVERY_MS = 60_000;
/** For so long at most, twice over, a tick whose process or whose Redis died in the middle keeps the next from beginning. */
const LOCK_MS = 10_000;

/** The running tick. */
export type TickRunner = { close(): Promise<void> };

/** What it works with. `everyMs` is a minute unless a test is in a hurry. */
export type TickRunnerParts = {
  readonly redis: Redis;
  readonly log: Log;
  readonly tick: Tick;
  readonly now: () => number;
  readonly everyMs?: number;
};

/**
 * Starts ticking. A tick that fails is logged and nothing is lost: what is due stays due for the next. One scheduler for
 * all decisions, because a scheduler each could neither be given a clock, nor keep daylight saving, nor shift one
 * occurrence (issue 5).
 */
export async function startTick({ redis, log, tick, now, everyMs = EVERY_MS }: TickRunnerParts): Promise<TickRunner> {
  const queue = new Queue(TICKS_QUEUE, { connection: redis, prefix: QUEUE_PREFIX });
  const worker = new Worker(TICKS_QUEUE, () => tick(now()), {
    connection: redis,
    prefix: QUEUE_PREFIX,
    concurrency: 1,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS,
  });
  queue.on('error', (error) => log.warn('tick queue: connection trouble', {}, error));
  worker.on('error', (error) => log.warn('tick worker: connection trouble', {}, error));
  worker.on('failed', (_job, error) => log.warn('tick failed; what is due stays due', {}, error));
  await worker.waitUntilReady();
  // A worker's own limit holds in its process only, and the next tick is issued as soon as one begins.
  await queue.setGlobalConcurrency(1);
  await queue.upsertJobScheduler(
    'tick',
    { every: everyMs },
    { name: 'tick', opts: { removeOnComplete: true, removeOnFail: true } },
  );
  return {
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}
