// Reads the list projections that every append keeps up to date.
import type { DecisionLists, ListedDecision } from '../application/decision-lists.ts';
import { summarySchema } from '../domain/decision/summary.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { readStored } from './stored-value.ts';

/** The lists on a Redis connection. */
export function createDecisionLists(redis: RedisConnection): DecisionLists {
  async function listed(team: string, decisionIds: readonly string[]): Promise<readonly ListedDecision[]> {
    if (decisionIds.length === 0) return [];
    const stored = await ask(redis, () => redis.hmget(keys.summaries(team), ...decisionIds));
    return decisionIds.map((decisionId, index) => read(decisionId, stored[index] ?? null));
  }
  return {
    async inChannel(team, channel, limit) {
      const ids = await ask(redis, () => redis.zrevrange(keys.channelList(team, channel), 0, limit - 1));
      return listed(team, ids);
    },
    async ownedBy(team, person, limit) {
      const ids = await ask(redis, () => redis.zrevrange(keys.ownerList(team, person), 0, limit - 1));
      return listed(team, ids);
    },
    async titles(team, decisions) {
      const titles = await Promise.all(
        decisions.map(({ decisionId, title }) => ask(redis, () => redis.hget(keys.words(team, decisionId), title))),
      );
      return new Map(decisions.map(({ decisionId }, index) => [decisionId, titles[index] ?? null]));
    },
  };
}

/** One damaged record must not hide the others: it is listed as damaged. */
function read(decisionId: string, stored: string | null): ListedDecision {
  const summary = readStored(summarySchema, stored);
  return summary === null ? { ok: false, decisionId } : { ok: true, summary };
}
