// Runs effect jobs, and sweeps what is owed but has no job.
import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { SurfaceBusyError } from '../application/card-surface.ts';
import type { Log } from '../application/log.ts';
import type { EffectReissuer, OwedEffects } from '../application/owed-effects.ts';
import type { Ran } from '../application/ran.ts';
import type { RunEffect } from '../application/run-effect.ts';
import { EFFECTS_QUEUE, effectJobSchema, QUEUE_PREFIX } from './effect-job.ts';

/** Jobs run side by side in one process: they mostly wait for Slack. */
const CONCURRENCY = 20;
/** A job whose process died is taken up again after this long; a living process renews its lock all the time. */
const LOCK_MS = 6_000;
/** Locks that ran out are looked for so many times in that time. */
const LOOKS = 3;
/** A job may lose its process this often: effects are harmless to repeat, so only a job that kills processes is stopped. */
const MAX_STALLED = 5;
/** What is still owed is issued again this often. */
const SWEEP_EVERY_MS = 5_000;
/** How much one sweep issues in a workspace: more than a process can do until the next one. */
const SWEEP_LIMIT = 2_000;
/** Of what comes in its turn: ten times what Slack takes until the next sweep. */
const SWEEP_IN_TURN = 200;

/** The consuming side of the effects queue. */
export type EffectWorker = { close(): Promise<void> };

/** What the worker works with. `teams` lists the workspaces whose owed effects are swept, `lockMs` is for the impatient. */
export type WorkerParts = {
  readonly redis: Redis;
  readonly log: Log;
  readonly runEffect: RunEffect;
  readonly owed: OwedEffects;
  readonly nudger: EffectReissuer;
  readonly teams: () => Promise<readonly string[]>;
  readonly lockMs?: number;
};

/** Starts working on effects. `close` stops taking jobs and waits for those under way. */
export async function startEffectWorker(parts: WorkerParts): Promise<EffectWorker> {
  const { redis, log, lockMs = LOCK_MS } = parts;
  const queue = new Queue(EFFECTS_QUEUE, { connection: redis, prefix: QUEUE_PREFIX });
  const worker = new Worker(EFFECTS_QUEUE, (job, token) => work(parts, job, token), {
    connection: redis,
    prefix: QUEUE_PREFIX,
    concurrency: CONCURRENCY,
    lockDuration: lockMs,
    stalledInterval: lockMs / LOOKS,
    maxStalledCount: MAX_STALLED,
  });
  worker.on('error', (error) => log.warn('effect worker: connection trouble', {}, error));
  queue.on('error', (error) => log.warn('effects queue: connection trouble', {}, error));
  worker.on('failed', (job, error) =>
    log.warn('effect failed; it stays owed', { job: job?.id, attempts: job?.attemptsMade }, error),
  );
  await worker.waitUntilReady();
  await queue.upsertJobScheduler(
    'sweep',
    { every: SWEEP_EVERY_MS },
    { name: 'sweep', opts: { removeOnComplete: true, removeOnFail: true } },
  );
  await sweep(parts);
  return {
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}

async function work(parts: WorkerParts, job: Job, token: string | undefined): Promise<void> {
  if (job.name === 'sweep') return sweep(parts);
  const { team, decisionId, effect } = effectJobSchema.parse(job.data);
  const ran = await runPatiently(parts, { team, decisionId }, effect);
  parts.log.debug('effect ran', { team, decision: decisionId, effect, job: job.id, done: ran.done });
  if (ran.done) return;
  // BullMQ's RateLimitError would hold up every other channel; a delayed job waits alone.
  await job.moveToDelayed(Date.now() + ran.againInMs, token);
  throw new DelayedError();
}

async function runPatiently(
  { runEffect }: WorkerParts,
  address: { readonly team: string; readonly decisionId: string },
  effect: string,
): Promise<Ran> {
  try {
    return await runEffect(address, effect);
  } catch (error) {
    if (error instanceof SurfaceBusyError) return { done: false, againInMs: error.retryAfterMs };
    throw error;
  }
}

/** Issues again what is owed: jobs are copies, and copies get lost when Redis or a process does. */
async function sweep({ teams, owed, nudger, log }: WorkerParts): Promise<void> {
  for (const team of await teams()) {
    const found = await owed.allOwed(team, SWEEP_LIMIT);
    const inTurn = found.filter(({ urgency }) => urgency === 'in-turn').slice(0, SWEEP_IN_TURN);
    const effects = [...found.filter(({ urgency }) => urgency === 'now'), ...inTurn];
    await nudger.reissue(effects);
    if (effects.length > 0) log.info('swept owed effects', { team, count: effects.length });
  }
}
