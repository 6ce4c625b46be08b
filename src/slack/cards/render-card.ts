// Makes the message of any card from a decision's state.
import { askedIdSchema } from '../../domain/decision/refs.ts';
import { pillarNumbers } from '../../domain/framework.ts';
import { adoptionCard } from './adoption-card.ts';
import type { CardInput, CardMessage } from './card.ts';
import { drawingsCard } from './drawings-card.ts';
import { finderCard } from './finder-card.ts';
import { outcomeCard } from './outcome-card.ts';
import { pillarCard } from './pillar-card.ts';
import { recommendationCard } from './recommendation-card.ts';
import { reminderCard } from './reminder-card.ts';
import { rootCard } from './root-card.ts';
import { roundCard } from './round-card.ts';

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
  if (card === 'adoption') return adoptionCard(input);
  const round = /^round-(\d+)$/.exec(card)?.[1];
  if (round !== undefined) return roundCard(Number(round), input);
  const reminder = /^reminder-(\d+)$/.exec(card)?.[1];
  if (reminder !== undefined) return reminderCard(Number(reminder), input);
  const found = askedIdSchema.safeParse(card.replace(/^finder-/, '')).data;
  if (found !== undefined) return finderCard(found, input);
  const pillar = pillarNumbers.find((number) => card === `pillar-${number}`);
  return pillar === undefined ? null : pillarCard(pillar, input);
}
