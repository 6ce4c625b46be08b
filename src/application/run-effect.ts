// Runs an owed effect by its name: the one place that knows which procedure makes which effect true.
import { type CardKey, cardEffect, cardKeys, type Effect } from '../domain/decision/react.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { MakeCardRight } from './make-card-right.ts';
import type { Ran } from './show-card.ts';

/** Runs one owed effect. Repeating it is harmless. */
export type RunEffect = (address: DecisionAddress, effect: string) => Promise<Ran>;

/** Signals an effect no version of this program knows: it stays owed for a newer process. */
export class UnknownEffectError extends Error {
  constructor(effect: string) {
    super(`no procedure for the effect ${effect}`);
    this.name = 'UnknownEffectError';
  }
}

const cardOf: ReadonlyMap<string, CardKey> = new Map<Effect, CardKey>(cardKeys.map((card) => [cardEffect(card), card]));

/** Builds the dispatcher. */
export function createRunEffect(procedures: { readonly makeCardRight: MakeCardRight }): RunEffect {
  return async function runEffect(address, effect) {
    const card = cardOf.get(effect);
    if (card === undefined) throw new UnknownEffectError(effect);
    return procedures.makeCardRight(address, card);
  };
}
