// Runs the effect "make this Home tab right", for people who have opened theirs and nobody else.
import { homesOf } from '../allowances.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Pace } from '../pace.ts';
import { again, type Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
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
  return function refreshHome(address, person) {
    return runOwed(parts.owed, { ...address, effect: homeEffect(person) }, async () => {
      if ((await parts.homes.shown(address.team, person)) === null) return { done: true };
      const wait = await parts.pace.take(address.team, homesOf(person), parts.now());
      if (wait > 0) return again(wait);
      await parts.publishHome(person);
      return { done: true };
    });
  };
}
