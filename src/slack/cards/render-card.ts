// Makes the message of any card from a decision's state.
import { pillarNumbers } from '../../domain/framework.ts';
import type { CardInput, CardMessage } from './card.ts';
import { drawingsCard } from './drawings-card.ts';
import { outcomeCard } from './outcome-card.ts';
import { pillarCard } from './pillar-card.ts';
import { recommendationCard } from './recommendation-card.ts';
import { rootCard } from './root-card.ts';

/**
 * The card's message, or null when it is not due: a pillar that has not been reached, a recommendation before every
 * pillar has been passed. Pure; every text is within Slack's limits and nothing a person wrote is left unescaped.
 */
export function renderCard(input: CardInput): CardMessage | null {
  const { card } = input;
  if (card === 'root') return rootCard(input);
  if (card === 'recommendation') return recommendationCard(input);
  if (card === 'outcome') return outcomeCard(input);
  if (card === 'drawings') return drawingsCard(input);
  const pillar = pillarNumbers.find((number) => card === `pillar-${number}`);
  return pillar === undefined ? null : pillarCard(pillar, input);
}
