// Puts a job on the queue for each owed effect, at most one per effect and moment.
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../application/log.ts';
import type { EffectHastener, EffectNudger } from '../application/owed-effects.ts';
import { EFFECTS_QUEUE, type EffectJob, effectJobId, QUEUE_PREFIX } from './effect-job.ts';

/**
 * In this time the first nudges for an effect go out at once and the rest become one at its end: a burst of clicks does
 * not become a burst of jobs, and nothing is shown later for it, since a card is edited once a second (design.md §8).
 */
const GATHER_MS = 1_000;
/** The post of a card and the first click on it may follow closely; neither should wait. */
const AT_ONCE = 2;

/** A nudger with its queue. */
export type QueueNudger = EffectNudger & EffectHastener & { close(): Promise<void> };

/** Opens the producing side of the effects queue. A nudge that fails is logged: the sweep issues it again. */
export function createEffectNudger({ redis, log }: { readonly redis: Redis; readonly log: Log }): QueueNudger {
  const queue = new Queue<EffectJob>(EFFECTS_QUEUE, {
    connection: redis,
    prefix: QUEUE_PREFIX,
    skipWaitingForReady: true,
  });
  queue.on('error', (error) => log.warn('effects queue: connection trouble', {}, error));
  const gathering = new Map<string, { job: EffectJob; sent: number; again: boolean; timer: NodeJS.Timeout }>();

  function send(job: EffectJob): void {
    const sent = queue.add('effect', job, {
      deduplication: { id: effectJobId(job), keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
      attempts: 6,
      backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
    });
    sent.catch((error: unknown) => log.warn('nudge lost; the sweep will issue it again', { ...job }, error));
  }

  function gather(job: EffectJob): void {
    const id = effectJobId(job);
    const waiting = gathering.get(id);
    if (waiting !== undefined && waiting.sent >= AT_ONCE) {
      waiting.again = true;
      return;
    }
    if (waiting !== undefined) {
      waiting.sent += 1;
      send(job);
      return;
    }
    send(job);
    const timer = setTimeout(() => {
      const gathered = gathering.get(id);
      gathering.delete(id);
      if (gathered?.again === true) gather(job);
    }, GATHER_MS);
    gathering.set(id, { job, sent: 1, again: false, timer });
  }

  /** A job that waits for its time keeps its effect from getting another one, so it is that one which must run now. */
  async function bringForward(job: EffectJob): Promise<void> {
    const id = await queue.getDeduplicationJobId(effectJobId(job));
    const waiting = id === null ? undefined : await queue.getJob(id);
    if (waiting !== undefined && (await waiting.isDelayed())) await waiting.promote();
    else gather(job);
  }

  return {
    nudge({ team, decisionId }, effects) {
      for (const effect of effects) gather({ team, decisionId, effect });
    },
    hasten({ team, decisionId }, effects) {
      for (const effect of effects)
        bringForward({ team, decisionId, effect }).catch((error: unknown) =>
          log.warn(
            'not brought forward; it runs when its time has come',
            { team, decision: decisionId, effect },
            error,
          ),
        );
    },
    async close() {
      for (const { job, again, timer } of gathering.values()) {
        clearTimeout(timer);
        if (again) send(job);
      }
      gathering.clear();
      await queue.close();
    },
  };
}
