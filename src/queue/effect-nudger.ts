// Puts a job on the queue for each owed effect, at most one per effect and moment.
import { type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../application/log.ts';
import type { EffectNudger, EffectReissuer } from '../application/owed-effects.ts';
import type { Urgency } from '../domain/decision/urgency.ts';
import { EFFECTS_QUEUE, type EffectJob, effectJobId, QUEUE_PREFIX } from './effect-job.ts';

/**
 * In this time the first nudges for an effect go out at once and the rest become one at its end: a burst of clicks does
 * not become a burst of jobs, and nothing is shown later for it, since a card is edited once a second (design.md §8).
 */
const GATHER_MS = 1_000;
/** The post of a card and the first click on it may follow closely; neither should wait. */
const AT_ONCE = 2;
/** Redis does nothing else while it takes one of these bunches. */
const REISSUED_AT_ONCE = 100;

/** A nudger with its queue. */
export type QueueNudger = EffectNudger & EffectReissuer & { close(): Promise<void> };

/** Opens the producing side of the effects queue. A nudge that fails is logged: the sweep issues it again. */
export function createEffectNudger({ redis, log }: { readonly redis: Redis; readonly log: Log }): QueueNudger {
  const queue = new Queue<EffectJob>(EFFECTS_QUEUE, {
    connection: redis,
    prefix: QUEUE_PREFIX,
    skipWaitingForReady: true,
  });
  queue.on('error', (error) => log.warn('effects queue: connection trouble', {}, error));
  const gathering = new Map<string, { job: EffectJob; sent: number; again: boolean; timer: NodeJS.Timeout }>();

  function send(job: EffectJob, urgency: Urgency): void {
    // What waits for its time keeps its effect from getting another job, so it is that one which must run now.
    const sent = queue.add('effect', job, optionsOf(job, urgency, { reschedule: urgency === 'now' }));
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
      send(job, 'now');
      return;
    }
    send(job, 'now');
    const timer = setTimeout(() => {
      const gathered = gathering.get(id);
      gathering.delete(id);
      if (gathered?.again === true) gather(job);
    }, GATHER_MS);
    gathering.set(id, { job, sent: 1, again: false, timer });
  }

  return {
    nudge({ team, decisionId }, effects, urgency = 'now') {
      for (const effect of effects) {
        const job = { team, decisionId, effect };
        if (urgency === 'now') gather(job);
        else send(job, urgency);
      }
    },
    async reissue(owed) {
      for (let at = 0; at < owed.length; at += REISSUED_AT_ONCE) {
        const some = owed.slice(at, at + REISSUED_AT_ONCE);
        await queue.addBulk(
          some.map(({ team, decisionId, effect, urgency }) => {
            const data = { team, decisionId, effect };
            return { name: 'effect', data, opts: optionsOf(data, urgency) };
          }),
        );
      }
    },
    async close() {
      for (const { job, again, timer } of gathering.values()) {
        clearTimeout(timer);
        if (again) send(job, 'now');
      }
      gathering.clear();
      await queue.close();
    },
  };
}

/** BullMQ takes jobs without a priority first. */
function optionsOf(
  job: EffectJob,
  urgency: Urgency,
  deduplication: { readonly reschedule?: boolean } = {},
): JobsOptions {
  return {
    deduplication: { id: effectJobId(job), keepLastIfActive: true, ...deduplication },
    ...(urgency === 'in-turn' ? { priority: 1 } : {}),
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 6,
    backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
  };
}
