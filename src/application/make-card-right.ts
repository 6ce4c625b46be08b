// Runs the effect "make this card right": whatever was asked and however often, the card ends up showing the decision.
import type { StartedDecision } from '../domain/decision/decision.ts';
import { type CardKey, cardEffect } from '../domain/decision/react.ts';
import { shownBy } from './card-target.ts';
import type { DecisionAddress } from './decision-store.ts';
import { holding } from './hold.ts';
import { loadDecision } from './load-decision.ts';
import { again, type CardParts, type Ran, showCard } from './show-card.ts';

/** Runs one card effect. Throws what the store or the surface throws; repeating it is always harmless. */
export type MakeCardRight = (address: DecisionAddress, card: CardKey) => Promise<Ran>;

/** Builds the procedure. Writes to one card are serial: a worker holds the card while it writes. */
export function createMakeCardRight(parts: CardParts): MakeCardRight {
  return (address, card) =>
    holding(parts.ledger, { address, name: card }, async () => {
      const effect = cardEffect(card);
      const mark = await parts.owed.markOf(address, effect);
      if (mark === null) return { done: true };
      const { decision } = await loadDecision(parts, address);
      if (decision.status !== 'unstarted') {
        const ran = await show(parts, { address, card, decision });
        if (!ran.done) return ran;
      }
      const nothingNewer = await parts.owed.settle(address, effect, mark);
      return nothingNewer ? { done: true } : again(0);
    });
}

type Shown = { readonly address: DecisionAddress; readonly card: CardKey; readonly decision: StartedDecision };

/** Shows the card, or asks the one that shows it in its stead to be made right. */
async function show(parts: CardParts, { address, card, decision }: Shown): Promise<Ran> {
  const instead = shownBy(decision, card);
  if (instead === null) return showCard(parts, address, card, decision);
  const lead = { team: address.team, decisionId: instead.decisionId };
  await parts.owed.owe(lead, cardEffect(instead.card));
  parts.nudger.nudge(lead, [cardEffect(instead.card)]);
  return { done: true };
}
