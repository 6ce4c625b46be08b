// Which effects events cause: the cards that must be made right. Effects say what, never how.
import { consistencyQuestionId, type PillarNumber, pillarNumbers, pillarOf } from '../framework.ts';
import type { StartedDecision } from './decision.ts';
import { pillarRecord } from './decision.ts';
import type { DecisionEvent } from './events.ts';

/** A card of a decision. */
export type CardKey = 'root' | `pillar-${PillarNumber}` | 'recommendation';

/** Something to be done outside, safe to repeat: "make this card right". */
export type Effect = `card.${CardKey}`;

/** All cards, in the order they appear in a thread. */
export const cardKeys: readonly CardKey[] = [
  'root',
  ...pillarNumbers.map((n) => `pillar-${n}` as const),
  'recommendation',
];

/** The effect that makes a card right. */
export function cardEffect(card: CardKey): Effect {
  return `card.${card}`;
}

/**
 * The effects owed because of these events; `decision` is the state after them. The root card is edited once a pillar,
 * not once an answer, because edits are what Slack rations (design.md §8, `chat.update`).
 */
export function react(events: readonly DecisionEvent[], decision: StartedDecision): readonly Effect[] {
  const cards = new Set<CardKey>();
  for (const event of events) for (const card of cardsTouchedBy(event, decision)) cards.add(card);
  return cardKeys.filter((card) => cards.has(card)).map(cardEffect);
}

function cardsTouchedBy(event: DecisionEvent, decision: StartedDecision): readonly CardKey[] {
  switch (event.type) {
    case 'DecisionStarted':
      return ['root'];
    case 'ThreadOpened':
      return ['pillar-1'];
    case 'StartWithdrawn':
      return [];
    case 'QuestionAnswered':
    case 'NoteAdded':
      return [event.question === consistencyQuestionId ? 'recommendation' : `pillar-${pillarOf[event.question]}`];
    case 'PillarUnfolded':
    case 'PillarFolded':
      return [`pillar-${event.pillar}`];
    case 'PillarPassed':
    case 'PillarSkipped':
      return ['root', `pillar-${event.pillar}`, nextCard(decision)];
    case 'VerdictProposed':
      return ['root', 'recommendation'];
    default:
      return event satisfies never;
  }
}

/** The card that is due next: the first pillar nobody has passed, or the recommendation. */
export function nextCard(decision: StartedDecision): CardKey {
  const open = pillarNumbers.find((pillar) => !pillarRecord(decision, pillar).passed);
  return open === undefined ? 'recommendation' : `pillar-${open}`;
}
