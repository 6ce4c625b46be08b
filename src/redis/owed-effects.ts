// Keeps owed effects in Redis: a hash a decision (effect -> mark), and the set of decisions that owe any.
import { randomUUID } from 'node:crypto';
import type { DecisionAddress } from '../application/decision-store.ts';
import type { FoundEffect, OwedEffects } from '../application/owed-effects.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { OWE, urgencyOfMark } from './marks.ts';
import { createScript } from './script.ts';

/** A Lua function: strikes an effect out unless it was asked for again since `mark`. Answers 1 when it is settled. */
export const SETTLE = `
local function settle(owed, owing, effect, mark, decision)
  local now = redis.call('HGET', owed, effect)
  local settled = 1
  if now then
    if now == mark then redis.call('HDEL', owed, effect) else settled = 0 end
  end
  if redis.call('EXISTS', owed) == 0 then redis.call('SREM', owing, decision) end
  return settled
end
`;

/** KEYS: 1 owed, 2 owing. ARGV: 1 effect, 2 mark, 3 decision id. Answers 1 when the effect is settled. */
const SETTLE_SCRIPT = `${SETTLE}
return settle(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3])
`;

/** KEYS: 1 owed, 2 owing. ARGV: 1 effect, 2 mark, 3 decision id, 4 in its turn '1'|''. */
const OWE_SCRIPT = `${OWE}
owe(KEYS[1], ARGV[1], ARGV[2], ARGV[4] == '1')
redis.call('SADD', KEYS[2], ARGV[3])
return 1
`;

/** The owed effects on a Redis connection. */
export function createOwedEffects(redis: RedisConnection): OwedEffects {
  const runSettle = createScript(redis, SETTLE_SCRIPT);
  const runOwe = createScript(redis, OWE_SCRIPT);
  const bothKeys = ({ team, decisionId }: DecisionAddress) => [keys.owed(team, decisionId), keys.owing(team)];

  async function owedBy({ team, decisionId }: DecisionAddress): Promise<readonly FoundEffect[]> {
    const marks = Object.entries(await ask(redis, () => redis.hgetall(keys.owed(team, decisionId))));
    return marks.map(([effect, mark]) => ({ team, decisionId, effect, urgency: urgencyOfMark(mark) }));
  }

  return {
    async markOf({ team, decisionId }, effect) {
      return ask(redis, () => redis.hget(keys.owed(team, decisionId), effect));
    },
    async settle(address, effect, mark) {
      return (await runSettle(bothKeys(address), [effect, mark, address.decisionId])) === 1;
    },
    async owe(address, effect, urgency = 'now') {
      await runOwe(bothKeys(address), [effect, randomUUID(), address.decisionId, urgency === 'in-turn' ? '1' : '']);
    },
    async owedAt(address) {
      return (await owedBy(address)).map(({ effect }) => effect);
    },
    async allOwed(team, limit) {
      const decisions = await ask(redis, () => redis.srandmember(keys.owing(team), limit));
      const owed = await Promise.all(decisions.map((decisionId) => owedBy({ team, decisionId })));
      return owed.flat().slice(0, limit);
    },
  };
}
