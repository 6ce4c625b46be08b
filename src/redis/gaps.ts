// Keeps questions that got no answer, message by message.
import { countGaps, type Gaps, gapOf, gapSchema } from '../application/advice/gaps.ts';
import { ask, type RedisConnection } from './connection.ts';
import { createDatedHash } from './dated-hash.ts';
import { keys, TEAMS_KEY } from './keys.ts';

/** The gaps on a Redis connection, each question kept for `days`. */
export function createGaps(redis: RedisConnection, { days }: { readonly days: number }): Gaps {
  const hashOf = (team: string) => createDatedHash(redis, keys.gaps(team), { schema: gapSchema, days });
  return {
    async keep(team, unanswered) {
      // The command that lists gaps finds the workspaces by this set.
      await ask(redis, () => redis.sadd(TEAMS_KEY, team));
      await hashOf(team).keep({ field: unanswered.message, value: gapOf(unanswered), at: unanswered.at });
    },
    forget: (team, message) => hashOf(team).forget(message),
    list: async (team, now) => countGaps(await hashOf(team).entries(now)),
  };
}
