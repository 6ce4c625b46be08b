// A hash whose entries are forgotten one by one, so many days after each was kept last.
import type { z } from 'zod';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';
import { readStored } from './stored-value.ts';

const DAY_MS = 86_400_000;

/** KEYS: 1 hash, 2 dates. ARGV: 1 field, 2 value, 3 when (ms), 4 forget what is older than (ms). */
const KEEP_SCRIPT = `
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[4])
for _, field in ipairs(old) do redis.call('HDEL', KEYS[1], field) end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[4])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], 'GT', ARGV[3], ARGV[1])
return 1
`;

/** What is kept. `entries` reads only what is not due to be forgotten at `now`. */
export type DatedHash<Entry> = {
  /** Keeps an entry; a second one under the same field replaces the first. */
  keep(entry: { readonly field: string; readonly value: Entry; readonly at: number }): Promise<void>;
  /** Forgets one entry before its time. */
  forget(field: string): Promise<void>;
  entries(now: number): Promise<readonly Entry[]>;
};

/** How entries are read, and how long they live. */
export type DatedHashRules<Entry> = { readonly schema: z.ZodType<Entry>; readonly days: number };

/** A dated hash under a key. */
export function createDatedHash<Entry>(
  redis: RedisConnection,
  key: string,
  { schema, days }: DatedHashRules<Entry>,
): DatedHash<Entry> {
  const runKeep = createScript(redis, KEEP_SCRIPT);
  const oldest = (now: number): number => now - days * DAY_MS;
  return {
    async keep({ field, value, at }) {
      await runKeep([key, keys.dates(key)], [field, JSON.stringify(value), at, oldest(at)]);
    },
    async forget(field) {
      await ask(redis, () => redis.multi().hdel(key, field).zrem(keys.dates(key), field).exec());
    },
    async entries(now) {
      const fields = await ask(redis, () => redis.zrangebyscore(keys.dates(key), oldest(now), '+inf'));
      if (fields.length === 0) return [];
      const values = await ask(redis, () => redis.hmget(key, ...fields));
      return values.flatMap((text) => readStored(schema, text) ?? []);
    },
  };
}
