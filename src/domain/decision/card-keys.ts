// The cards of a decision by their keys, and the effect that makes one right.
import { type AskedId, askedIds, type PillarNumber, pillarNumbers } from '../framework.ts';

/**
 * A card of a decision. `outcome` says how it was settled; `round-2` and later ask questions again; `reminder-N` is the
 * decision's Nth reminder; `finder-4b` asks the one who promised that answer; `adoption` asks for a new owner; `drawings`
 * shows the steps, what is counted on them, and what can be drawn.
 */
export type CardKey =
  | 'root'
  | `pillar-${PillarNumber}`
  | 'recommendation'
  | 'outcome'
  | 'adoption'
  | 'drawings'
  | `round-${number}`
  | `reminder-${number}`
  | `finder-${AskedId}`;

/** The cards every decision has on its way to the recommendation, in the order they appear in a thread. */
export const cardKeys: readonly CardKey[] = [
  'root',
  ...pillarNumbers.map((n) => `pillar-${n}` as const),
  'recommendation',
];

const laterCards: readonly CardKey[] = [
  'outcome',
  'adoption',
  'drawings',
  ...askedIds.map((question): CardKey => `finder-${question}`),
];
const counted = /^(?:round|reminder)-[1-9]\d{0,5}$/;

/** Tells whether a value is the key of a card. */
export function isCardKey(value: unknown): value is CardKey {
  if (typeof value !== 'string') return false;
  return cardKeys.some((card) => card === value) || laterCards.some((card) => card === value) || counted.test(value);
}

/** "Make this card right." */
export type CardEffect = `card.${CardKey}`;

/** The effect that makes a card right. */
export function cardEffect(card: CardKey): CardEffect {
  return `card.${card}`;
}

/** The card an effect makes right, or null for an effect of another kind. */
export function cardOfEffect(effect: string): CardKey | null {
  const card = effect.startsWith('card.') ? effect.slice('card.'.length) : null;
  return isCardKey(card) ? card : null;
}
