// A hash whose entries are forgotten one by one, so many days after each was kept last.
import type { z } from 'zod';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

const DAY_MS = 86_400_000;

/**
 * KEYS: 1 hash, 2 dates. ARGV: 1 field, 2 value, 3 when (ms), 4 forget what is older than (ms), 5 "count" to let the
 * value's `count` grow and its `first` stay.
 */
const KEEP_SCRIPT = `
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[4])
for _, field in ipairs(old) do redis.call('HDEL', KEYS[1], field) end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[4])
local value = ARGV[2]
if ARGV[5] == 'count' then
  local known = redis.call('HGET', KEYS[1], ARGV[1])
  if known then
    local entry, before = cjson.decode(value), cjson.decode(known)
    before.count = before.count + entry.count
    if entry.last > before.last then before.last = entry.last end
    value = cjson.encode(before)
  end
end
redis.call('HSET', KEYS[1], ARGV[1], value)
redis.call('ZADD', KEYS[2], 'GT', ARGV[3], ARGV[1])
return 1
`;

/** What is kept. `entries` reads only what is not due to be forgotten at `now`. */
export type DatedHash<Entry> = {
  keep(entry: { readonly field: string; readonly value: Entry; readonly at: number }): Promise<void>;
  entries(now: number): Promise<readonly Entry[]>;
};

/** How entries are read, how long they live, and what a second entry under the same field does. */
export type DatedHashRules<Entry> = {
  readonly schema: z.ZodType<Entry>;
  readonly days: number;
  readonly again: 'replace' | 'count';
};

/** A dated hash under a key. */
export function createDatedHash<Entry>(
  redis: RedisConnection,
  key: string,
  { schema, days, again }: DatedHashRules<Entry>,
): DatedHash<Entry> {
  const runKeep = createScript(redis, KEEP_SCRIPT);
  const oldest = (now: number): number => now - days * DAY_MS;
  return {
    async keep({ field, value, at }) {
      await runKeep([key, keys.dates(key)], [field, JSON.stringify(value), at, oldest(at), again]);
    },
    async entries(now) {
      const fields = await ask(redis, () => redis.zrangebyscore(keys.dates(key), oldest(now), '+inf'));
      if (fields.length === 0) return [];
      const values = await ask(redis, () => redis.hmget(key, ...fields));
      return values.flatMap((text) => (text === null ? [] : [schema.parse(JSON.parse(text))]));
    },
  };
}
