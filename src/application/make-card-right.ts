// Runs the effect "make this card right": whatever was asked and however often, the card ends up showing the decision.
import { type CardKey, cardEffect } from '../domain/decision/react.ts';
import type { DecisionAddress } from './decision-store.ts';
import { loadDecision } from './load-decision.ts';
import { again, type CardParts, type Ran, showCard } from './show-card.ts';

/** A card held by a process that died is free again after this long; a living one renews in time. */
const LEASE_MS = 5_000;
const RENEW_EVERY_MS = 1_500;
/** How soon to look again while another worker holds the card. */
const HELD_MS = 200;

/** Runs one card effect. Throws what the store or the surface throws; repeating it is always harmless. */
export type MakeCardRight = (address: DecisionAddress, card: CardKey) => Promise<Ran>;

/** Builds the procedure. Writes to one card are serial: a worker holds the card while it writes. */
export function createMakeCardRight(parts: CardParts): MakeCardRight {
  return async function makeCardRight(address, card) {
    const lease = await parts.ledger.lease(address, card, LEASE_MS);
    if (lease === null) return again(HELD_MS);
    const renewing = setInterval(() => {
      // A renewal that fails is as good as a lost lease: writes to the card are guarded by its marker as well.
      parts.ledger.renew(address, card, lease, LEASE_MS).catch(() => {});
    }, RENEW_EVERY_MS);
    try {
      return await withLease(parts, address, card);
    } finally {
      clearInterval(renewing);
      await parts.ledger.release(address, card, lease);
    }
  };
}

async function withLease(parts: CardParts, address: DecisionAddress, card: CardKey): Promise<Ran> {
  const effect = cardEffect(card);
  const mark = await parts.owed.markOf(address, effect);
  if (mark === null) return { done: true };
  const { decision } = await loadDecision(parts, address);
  if (decision.status !== 'unstarted') {
    const ran = await showCard(parts, address, card, decision);
    if (!ran.done) return ran;
  }
  const nothingNewer = await parts.owed.settle(address, effect, mark);
  return nothingNewer ? { done: true } : again(0);
}
