// Reads the due set: a sorted set a workspace, scored by when time brings a decision the next thing.
import type { DueDecision, DueDecisions } from '../application/reassess/due-decisions.ts';
import { summarySchema } from '../domain/decision/summary.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { readStored } from './stored-value.ts';

/** The due set on a Redis connection. Reading the first of many costs the logarithm of how many there are. */
export function createDueDecisions(redis: RedisConnection): DueDecisions {
  return {
    async due(team, now, { offset, limit }) {
      const found = await ask(redis, () =>
        redis.zrangebyscore(keys.due(team), '-inf', now, 'WITHSCORES', 'LIMIT', offset, limit),
      );
      const pairs = found.flatMap((decisionId, index) =>
        index % 2 === 0 ? [{ decisionId, dueAt: Number(found[index + 1]) }] : [],
      );
      if (pairs.length === 0) return [];
      const ids = pairs.map(({ decisionId }) => decisionId);
      const stored = await ask(redis, () => redis.hmget(keys.summaries(team), ...ids));
      return pairs.map((pair, index) => ({ ...pair, ...aboutLook(stored[index] ?? null) }));
    },
  };
}

function aboutLook(stored: string | null): Pick<DueDecision, 'owner' | 'look'> {
  const summary = readStored(summarySchema, stored);
  return summary === null ? { owner: null, look: false } : { owner: summary.owner, look: summary.lookAt !== null };
}
