// Token buckets in Redis, so that all processes of an installation share Slack's allowances (slack-platform.md §8.1).
import { z } from 'zod';
import type { Pace } from '../application/pace.ts';
import type { RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

/**
 * A Lua function: takes one from each bucket, or nothing. `limits` holds burst and tokens a minute for each. Answers the
 * wait in ms, 0 when taken.
 */
export const TAKE_TOKENS = `
local function takeTokens(now, buckets, limits)
  local levels = {}
  local wait = 0
  for i, key in ipairs(buckets) do
    local burst, rate = tonumber(limits[i * 2 - 1]), tonumber(limits[i * 2]) / 60000
    local kept = redis.call('HMGET', key, 'level', 'at')
    local level, at = tonumber(kept[1] or burst), tonumber(kept[2] or now)
    level = math.min(burst, level + math.max(0, now - at) * rate)
    levels[i] = level
    if level < 1 - 1e-9 then wait = math.max(wait, math.ceil((1 - level) / rate - 1e-6)) end
  end
  if wait > 0 then return wait end
  for i, key in ipairs(buckets) do
    local burst, rate = tonumber(limits[i * 2 - 1]), tonumber(limits[i * 2]) / 60000
    redis.call('HSET', key, 'level', tostring(levels[i] - 1), 'at', now)
    redis.call('PEXPIRE', key, math.ceil(burst / rate) + 60000)
  end
  return 0
end
`;

/** KEYS: the buckets. ARGV: 1 now (ms), then burst and tokens per minute for each. All or nothing; answers the wait in ms. */
const TAKE_SCRIPT = `${TAKE_TOKENS}
local limits = {}
for i = 2, #ARGV do limits[i - 1] = ARGV[i] end
return takeTokens(tonumber(ARGV[1]), KEYS, limits)
`;

/** The allowances on a Redis connection. A clock that moves backwards refills nothing and takes nothing back. */
export function createPace(redis: RedisConnection): Pace {
  const runTake = createScript(redis, TAKE_SCRIPT);
  return {
    async take(team, allowances, now) {
      const names = allowances.map(({ name }) => keys.bucket(team, name));
      const limits = allowances.flatMap(({ burst, perMinute }) => [burst, perMinute]);
      return z.number().parse(await runTake(names, [now, ...limits]));
    },
  };
}
