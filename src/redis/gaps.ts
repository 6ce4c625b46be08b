// Counts questions that got no answer.
import { type Gaps, gapOf, gapSchema } from '../application/advice/gaps.ts';
import { ask, type RedisConnection } from './connection.ts';
import { createDatedHash } from './dated-hash.ts';
import { keys, TEAMS_KEY } from './keys.ts';

/** The gaps on a Redis connection, each kept for `days` after it was last asked. */
export function createGaps(redis: RedisConnection, { days }: { readonly days: number }): Gaps {
  const rules = { schema: gapSchema, days, again: 'count' } as const;
  const hashOf = (team: string) => createDatedHash(redis, keys.gaps(team), rules);
  return {
    async keep(team, unanswered) {
      // The command that lists gaps finds the workspaces by this set.
      await ask(redis, () => redis.sadd(TEAMS_KEY, team));
      const { at, reason } = unanswered;
      const { key, question } = gapOf(unanswered);
      await hashOf(team).keep({ field: key, value: { question, reason, count: 1, first: at, last: at }, at });
    },
    async list(team, now) {
      const gaps = await hashOf(team).entries(now);
      return [...gaps].sort((one, other) => other.count - one.count || other.last - one.last);
    },
  };
}
