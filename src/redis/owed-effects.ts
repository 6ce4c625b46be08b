// Keeps owed effects in Redis: a hash a decision (effect -> version), and the set of decisions that owe any.
import type { DecisionAddress } from '../application/decision-store.ts';
import type { OwedEffect, OwedEffects } from '../application/owed-effects.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { createScript } from './script.ts';

/** KEYS: 1 owed, 2 owing. ARGV: 1 effect, 2 version done, 3 decision id. Answers 1 when the effect is settled. */
const SETTLE_SCRIPT = `
local owed = redis.call('HGET', KEYS[1], ARGV[1])
local settled = 1
if owed then
  if tonumber(owed) <= tonumber(ARGV[2]) then redis.call('HDEL', KEYS[1], ARGV[1]) else settled = 0 end
end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('SREM', KEYS[2], ARGV[3]) end
return settled
`;

/** The owed effects on a Redis connection. */
export function createOwedEffects(redis: RedisConnection): OwedEffects {
  const runSettle = createScript(redis, SETTLE_SCRIPT);

  async function owedBy({ team, decisionId }: DecisionAddress): Promise<readonly OwedEffect[]> {
    const owed = await ask(redis, () => redis.hgetall(keys.owed(team, decisionId)));
    return Object.entries(owed).map(([effect, version]) => ({ team, decisionId, effect, version: Number(version) }));
  }

  return {
    async owedSince({ team, decisionId }, effect) {
      const version = await ask(redis, () => redis.hget(keys.owed(team, decisionId), effect));
      return version === null ? null : Number(version);
    },
    async settle({ team, decisionId }, effect, version) {
      const settled = await runSettle([keys.owed(team, decisionId), keys.owing(team)], [effect, version, decisionId]);
      return settled === 1;
    },
    async allOwed(team, limit) {
      const decisions = await ask(redis, () => redis.srandmember(keys.owing(team), limit));
      const owed = await Promise.all(decisions.map((decisionId) => owedBy({ team, decisionId })));
      return owed.flat().slice(0, limit);
    },
  };
}
