// Keeps what was said to Downbeat and by it: a hash a thread, message id -> turn, forgotten as a whole.
import { z } from 'zod';
import type { ThreadAddress, Transcripts } from '../application/advice/transcripts.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { readStored } from './stored-value.ts';

/** Turns kept of one thread; older ones are forgotten. */
const MOST_TURNS = 100;
const DAY_MS = 86_400_000;

const turnSchema = z.object({
  id: z.string(),
  from: z.enum(['person', 'downbeat']),
  person: z.string().nullable(),
  text: z.string(),
});

/** How transcripts are kept: how long after the last turn, and what makes a conversation: a thread unless said otherwise. */
type TranscriptRules = { readonly days: number; readonly conversationOf?: (thread: ThreadAddress) => string };

/** The transcripts on a Redis connection. */
export function createTranscripts(redis: RedisConnection, { days, conversationOf }: TranscriptRules): Transcripts {
  const byThread = ({ channel, threadTs }: ThreadAddress): string => `${channel}:${threadTs}`;
  const keyOf = (thread: ThreadAddress): string => keys.transcript(thread.team, (conversationOf ?? byThread)(thread));

  return {
    async keep(thread, turn) {
      const key = keyOf(thread);
      await ask(redis, () =>
        redis
          .multi()
          .hset(key, turn.id, JSON.stringify(turn))
          .pexpire(key, days * DAY_MS)
          .exec(),
      );
      const ids = await ask(redis, () => redis.hkeys(key));
      const old = ids.sort(byTime).slice(0, -MOST_TURNS);
      if (old.length > 0) await ask(redis, () => redis.hdel(key, ...old));
    },
    async latest(thread, most) {
      const stored = await ask(redis, () => redis.hvals(keyOf(thread)));
      return stored
        .flatMap((text) => readStored(turnSchema, text) ?? [])
        .sort((one, other) => byTime(one.id, other.id))
        .slice(-most);
    },
    async forget(thread, id) {
      await ask(redis, () => redis.hdel(keyOf(thread), id));
    },
    async erase(thread) {
      await ask(redis, () => redis.del(keyOf(thread)));
    },
  };
}

/** Slack's message ids are seconds with a fraction. */
function byTime(one: string, other: string): number {
  return Number(one) - Number(other);
}
