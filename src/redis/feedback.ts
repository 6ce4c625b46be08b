// Keeps what people thought of answers.
import { type Feedback, feedbackSchema } from '../application/advice/feedback.ts';
import type { RedisConnection } from './connection.ts';
import { createDatedHash } from './dated-hash.ts';
import { keys } from './keys.ts';

/** The feedback on a Redis connection, each opinion kept for `days`. */
export function createFeedback(redis: RedisConnection, { days }: { readonly days: number }): Feedback {
  const rules = { schema: feedbackSchema, days, again: 'replace' } as const;
  const hashOf = (team: string) => createDatedHash(redis, keys.feedback(team), rules);
  return {
    async keep(team, entry) {
      await hashOf(team).keep({ field: `${entry.answer}:${entry.person}`, value: entry, at: entry.at });
    },
    list: (team, now) => hashOf(team).entries(now),
  };
}
