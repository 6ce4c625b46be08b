// The card that asks in the thread who takes over, once the owner's account is gone.
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { mention } from '../text.ts';
import { actions, button, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { message } from './piece.ts';

/** The card; null unless somebody is looked for, or was. */
export function adoptionCard(input: CardInput): CardMessage | null {
  const { card, decision } = input;
  if (!decision.ownerGone) {
    if (input.link('adoption') === null) return null;
    const line = `${mention(decision.owner)} looks after this decision now.`;
    return message([{ text: line, blocks: [section(line)] }]);
  }
  const line = `The account of ${mention(decision.owner)} is gone, so nobody owns this decision. Who takes it over? Reminders go to them, and they can accept, reopen or abandon it.`;
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const take = button({ id: actionIds.adopt(), label: 'I take it over', value, primary: true });
  return message([{ text: line, blocks: [section(line), actions([take])] }]);
}
