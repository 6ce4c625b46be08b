// Keeps explanations, each under a name.
import { z } from 'zod';
import { unavailableReasons } from '../application/advisor.ts';
import type { Explanation, Explanations } from '../application/converse/explanations.ts';
import { noAnswerReasons } from '../application/library.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { readStored } from './stored-value.ts';

const DAY_MS = 86_400_000;

const links = z.array(z.object({ title: z.string(), url: z.string() }));
const explanationSchema = z.object({
  by: z.enum(['model', 'passages', 'none']),
  claims: z.array(z.object({ text: z.string(), sources: z.array(z.int()) })),
  sources: z.array(
    z.object({
      number: z.int(),
      passage: z.string(),
      title: z.string(),
      links,
      checked: z.string(),
      quotes: z.array(z.string()),
    }),
  ),
  nearest: z.array(z.object({ passage: z.string(), title: z.string(), links })),
  noAnswer: z.enum([...noAnswerReasons, 'nothing-stood']).nullable(),
  fallback: z.enum([...unavailableReasons, 'refused', 'malformed', 'budget']).nullable(),
  versions: z.object({ knowledge: z.string(), advisor: z.string().nullable() }),
});
const keptSchema = z.object({ about: z.string(), explanation: explanationSchema });

/** The explanations on a Redis connection, each kept for `days`. */
export function createExplanations(redis: RedisConnection, { days }: { readonly days: number }): Explanations {
  return {
    async keep(team, name, kept) {
      const text = JSON.stringify(kept);
      await ask(redis, () => redis.set(keys.explanation(team, name), text, 'PX', days * DAY_MS));
    },
    async get(team, name, about): Promise<Explanation | null> {
      const kept = readStored(keptSchema, await ask(redis, () => redis.get(keys.explanation(team, name))));
      return kept?.about === about ? kept.explanation : null;
    },
  };
}
