// Token buckets in Redis, so that all processes of an installation share Slack's allowances (slack-platform.md §8.1).
import { z } from 'zod';
import type { Allowance, Pace } from '../application/pace.ts';
import type { RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

/**
 * Turns are given for this long ahead; whoever comes after that gets one that others have too. So a wait has an end that
 * does not depend on how many wait, and turns of jobs that were lost are not waited for.
 */
const LAP_MS = 10 * 60_000;

/** What describes a bucket to the scripts: burst, tokens a minute, and how far ahead turns are given (ms; 0: none are). */
export function bucketArguments({ burst, perMinute, turns }: Allowance, times = 1): readonly number[] {
  return [burst * times, perMinute * times, turns === true ? LAP_MS : 0];
}

/**
 * A Lua function: takes one from each bucket, or nothing. `limits` holds what describes each. Answers the wait in ms, 0
 * when taken. Where turns are given, the wait ends one refill after the turn that was given last.
 */
export const TAKE_TOKENS = `
local function takeTokens(now, buckets, limits)
  local levels = {}
  local wait = 0
  for i, key in ipairs(buckets) do
    local burst, rate, lap = tonumber(limits[i * 3 - 2]), tonumber(limits[i * 3 - 1]) / 60000, tonumber(limits[i * 3])
    local kept = redis.call('HMGET', key, 'level', 'at', 'turn')
    local level, at = tonumber(kept[1] or burst), tonumber(kept[2] or now)
    level = math.min(burst, level + math.max(0, now - at) * rate)
    levels[i] = level
    if level < 1 - 1e-9 then
      local refill = math.ceil((1 - level) / rate - 1e-6)
      if lap > 0 then
        local turn = math.max(now + refill, tonumber(kept[3] or 0) + 1 / rate)
        if turn > now + lap then turn = now + refill end
        redis.call('HSET', key, 'turn', tostring(turn))
        redis.call('PEXPIRE', key, lap + 60000)
        refill = math.ceil(turn - now)
      end
      wait = math.max(wait, refill)
    end
  end
  if wait > 0 then return wait end
  for i, key in ipairs(buckets) do
    local burst, rate, lap = tonumber(limits[i * 3 - 2]), tonumber(limits[i * 3 - 1]) / 60000, tonumber(limits[i * 3])
    redis.call('HSET', key, 'level', tostring(levels[i] - 1), 'at', now)
    redis.call('PEXPIRE', key, math.max(math.ceil(burst / rate), lap) + 60000)
  end
  return 0
end
`;

/** KEYS: the buckets. ARGV: 1 now (ms), then what describes each. All or nothing; answers the wait in ms. */
const TAKE_SCRIPT = `${TAKE_TOKENS}
local limits = {}
for i = 2, #ARGV do limits[i - 1] = ARGV[i] end
return takeTokens(tonumber(ARGV[1]), KEYS, limits)
`;

/**
 * The allowances on a Redis connection. A clock that moves backwards refills nothing and takes nothing back. `times` makes
 * all of them so many times as wide: for a Slack that was made as much faster.
 */
export function createPace(redis: RedisConnection, times = 1): Pace {
  const runTake = createScript(redis, TAKE_SCRIPT);
  return {
    async take(team, allowances, now) {
      const names = allowances.map(({ name }) => keys.bucket(team, name));
      const limits = allowances.flatMap((allowance) => bucketArguments(allowance, times));
      return z.number().parse(await runTake(names, [now, ...limits]));
    },
  };
}
