// Keeps what people thought of answers.
import { type Feedback, type FeedbackEntry, feedbackSchema } from '../application/advice/feedback.ts';
import type { RedisConnection } from './connection.ts';
import { createDatedHash } from './dated-hash.ts';
import { keys } from './keys.ts';

/** The feedback on a Redis connection, each opinion kept for `days`. */
export function createFeedback(redis: RedisConnection, { days }: { readonly days: number }): Feedback {
  const hashOf = (team: string) => createDatedHash(redis, keys.feedback(team), { schema: feedbackSchema, days });
  async function keep(team: string, entry: FeedbackEntry): Promise<void> {
    await hashOf(team).keep({ field: `${entry.answer}:${entry.person}`, value: entry, at: entry.at });
  }
  return {
    keep,
    async forgetQuestion(team, answer, now) {
      const entries = await hashOf(team).entries(now);
      for (const entry of entries) if (entry.answer === answer) await keep(team, { ...entry, question: null });
    },
    list: (team, now) => hashOf(team).entries(now),
  };
}
