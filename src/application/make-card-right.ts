// Runs the effect "make this card right": whatever was asked and however often, the card ends up showing the decision.
import { type CardKey, cardEffect } from '../domain/decision/react.ts';
import type { BegunWrite } from './card-writes.ts';
import type { DecisionAddress } from './decision-store.ts';
import { HELD_MS, LEASE_MS, renewing } from './hold.ts';
import { foldRead, loadDecision } from './load-decision.ts';
import { again, type CardParts, type CardRan, type Ran, showCard } from './show-card.ts';

/** Runs one card effect. Throws what the store or the surface throws; repeating it is always harmless. */
export type MakeCardRight = (address: DecisionAddress, card: CardKey) => Promise<Ran>;

/** Builds the procedure. Writes to one card are serial: a worker holds the card while it writes. */
export function createMakeCardRight(parts: CardParts): MakeCardRight {
  const { writes, ledger, folds } = parts;
  return async function makeCardRight(address, card) {
    const effect = cardEffect(card);
    const known = folds.get(address);
    const sinceVersion = known?.version ?? 0;
    const begun = await writes.begin(address, { card, effect, sinceVersion, leaseMs: LEASE_MS });
    if (begun.state === 'held') return again(HELD_MS);
    if (begun.state === 'settled') return { done: true };
    const { lease, mark } = begun;
    const ran = await orRelease(parts, { address, card, lease }, async () => {
      const folded = foldRead(folds, address, { known, read: begun.read });
      return renewing(ledger, { address, name: card, lease }, () => show(parts, { address, card, folded, begun }));
    });
    const settled = await writes.end(address, { card, effect, lease, mark, shown: ran.shown ?? null });
    return settled ? { done: true } : again(0);
  };
}
