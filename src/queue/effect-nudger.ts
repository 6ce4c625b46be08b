// Puts a job on the queue for each owed effect, at most one per effect and moment.
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../application/log.ts';
import type { EffectNudger } from '../application/owed-effects.ts';
import { EFFECTS_QUEUE, type EffectJob, effectJobId, QUEUE_PREFIX } from './effect-job.ts';

/**
 * Nudges for the same effect within this time become one: the first goes out at once, the rest as one at the end,
 * so that a burst of clicks does not become a burst of jobs.
 */
const GATHER_MS = 40;

/** A nudger with its queue. */
export type QueueNudger = EffectNudger & { close(): Promise<void> };

/** Opens the producing side of the effects queue. A nudge that fails is logged: the sweep issues it again. */
export function createEffectNudger({ redis, log }: { readonly redis: Redis; readonly log: Log }): QueueNudger {
  const queue = new Queue<EffectJob>(EFFECTS_QUEUE, {
    connection: redis,
    prefix: QUEUE_PREFIX,
    skipWaitingForReady: true,
  });
  queue.on('error', (error) => log.warn('effects queue: connection trouble', {}, error));
  const gathering = new Map<string, { job: EffectJob; again: boolean; timer: NodeJS.Timeout }>();

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
    if (waiting !== undefined) {
      waiting.again = true;
      return;
    }
    send(job);
    const timer = setTimeout(() => {
      const gathered = gathering.get(id);
      gathering.delete(id);
      if (gathered?.again === true) gather(job);
    }, GATHER_MS);
    gathering.set(id, { job, again: false, timer });
  }

  return {
    nudge({ team, decisionId }, effects) {
      for (const effect of effects) gather({ team, decisionId, effect });
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
