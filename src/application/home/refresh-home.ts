// Runs the effect "make this Home tab right", for people who have opened theirs and nobody else.
import { homesOf } from '../allowances.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Pace } from '../pace.ts';
import { again, type Ran } from '../show-card.ts';
import { homeEffect } from './home-effects.ts';
import type { Homes, PublishHome } from './homes.ts';

/** Refreshes a person's tab because of a decision. Repeating it is harmless. */
export type RefreshHome = (address: DecisionAddress, person: string) => Promise<Ran>;

/** Builds the procedure. */
export function createRefreshHome(parts: {
  readonly owed: OwedEffects;
  readonly homes: Homes;
  readonly pace: Pace;
  readonly publishHome: PublishHome;
  readonly now: () => number;
}): RefreshHome {
  return async function refreshHome(address, person) {
    const effect = homeEffect(person);
    const mark = await parts.owed.markOf(address, effect);
    if (mark === null) return { done: true };
    if ((await parts.homes.shown(address.team, person)) !== null) {
      const wait = await parts.pace.take(address.team, homesOf(person), parts.now());
      if (wait > 0) return again(wait);
      await parts.publishHome(person);
    }
    const nothingNewer = await parts.owed.settle(address, effect, mark);
    return nothingNewer ? { done: true } : again(0);
  };
}
