// Runs the effect "make this card right": whatever was asked and however often, the card ends up showing the decision.
import { type CardKey, cardEffect } from '../domain/decision/card-keys.ts';
import type { CardParts } from './card-parts.ts';
import { shownBy } from './card-target.ts';
import type { BegunWrite } from './card-writes.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { Folded } from './fold-cache.ts';
import { HELD_MS, LEASE_MS, renewing } from './hold.ts';
import { foldRead, loadDecision } from './load-decision.ts';
import { again, type Ran } from './ran.ts';
import { type CardRan, showCard } from './show-card.ts';

/** Runs one card effect. Throws what the store or the surface throws; repeating it is always harmless. */
export type MakeCardRight = (address: DecisionAddress, card: CardKey) => Promise<Ran>;

/** A card whose write was begun; `known` is what was remembered of its decision before. */
type Writing = {
  readonly address: DecisionAddress;
  readonly card: CardKey;
  readonly known: Folded | null;
  readonly begun: BegunWrite;
};

/** Builds the procedure. Writes to one card are serial: a worker holds the card while it writes. */
export function createMakeCardRight(parts: CardParts): MakeCardRight {
  return async function makeCardRight(address, card) {
    const effect = cardEffect(card);
    const known = parts.folds.get(address);
    const sinceVersion = known?.version ?? 0;
    const begun = await parts.writes.begin(address, { card, effect, sinceVersion, leaseMs: LEASE_MS });
    if (begun.state === 'held') return again(HELD_MS);
    if (begun.state === 'settled') return { done: true };
    return write(parts, { address, card, known, begun });
  };
}

/** Shows the card and ends the write; whatever keeps it from ending gives the right to write back. */
async function write(parts: CardParts, writing: Writing): Promise<Ran> {
  const { address, card, begun } = writing;
  const { lease, mark } = begun;
  let ended = false;
  try {
    const ran = await renewing(parts.ledger, { address, name: card, lease }, () => show(parts, writing));
    if (!ran.done) return ran;
    const shown = ran.shown ?? null;
    const nothingNewer = await parts.writes.end(address, { card, effect: cardEffect(card), lease, mark, shown });
    ended = true;
    return nothingNewer ? { done: true } : again(0);
  } finally {
    if (!ended) await parts.ledger.release(address, card, lease);
  }
}

/** Shows the card, or asks the one that shows it in its stead to be made right. */
async function show(parts: CardParts, { address, card, known, begun }: Writing): Promise<CardRan> {
  const { read, entries, words, urgency } = begun;
  const { decision } = foldRead(parts.folds, address, { known, read }) ?? (await loadDecision(parts, address));
  if (decision.status === 'unstarted') return { done: true };
  const instead = shownBy(decision, card);
  if (instead === null) return showCard(parts, { address, card, decision, entries, words, urgency });
  const lead = { team: address.team, decisionId: instead.decisionId };
  await parts.owed.owe(lead, cardEffect(instead.card), urgency);
  parts.nudger.nudge(lead, [cardEffect(instead.card)], urgency);
  return { done: true };
}
