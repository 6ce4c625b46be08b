// The mark an owed effect is kept with: who asked for it last, and whether somebody waits for it.
import type { Urgency } from '../domain/decision/urgency.ts';

/** What the mark of an effect that comes in its turn ends with. */
const IN_TURN = '~';

/** How urgent an effect with this mark is. */
export function urgencyOfMark(mark: string): Urgency {
  return mark.endsWith(IN_TURN) ? 'in-turn' : 'now';
}

/** A Lua function: owes an effect. What somebody waits for already stays as urgent as it is. */
export const OWE = `
local function owe(owed, effect, mark, inTurn)
  local before = redis.call('HGET', owed, effect)
  if inTurn and (not before or string.sub(before, -1) == '${IN_TURN}') then mark = mark .. '${IN_TURN}' end
  redis.call('HSET', owed, effect, mark)
end
`;
