// Which effects events cause on what is drawn of the steps.
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';

/** "Show the Nth change that was tried", safe to repeat. */
export type WhatIfEffect = `what-if.${number}`;

/** The questions whose answers stand on the card of the steps, or decide what it counts. */
const countedQuestions: ReadonlySet<string> = new Set(['2c', '3a', '3b', '3c', '4b', '4c', '5c']);

/** The cards that show the steps and what they say about the answers, among those that an event touches. */
export function stepsCards(event: DecisionEvent, decision: StartedDecision): readonly ('root' | 'drawings')[] {
  if (decision.workflow === null || decision.place === null) return [];
  switch (event.type) {
    case 'WorkflowSet':
      return ['root', 'drawings'];
    case 'ThreadOpened':
    case 'PillarPassed':
    case 'PillarSkipped':
    case 'PillarRevealed':
    case 'VerdictProposed':
    case 'DecisionAccepted':
    case 'DecisionRejected':
    case 'DecisionAbandoned':
    case 'DecisionReopened':
    case 'DecisionSuperseded':
    case 'RoundOpened':
    case 'PartStepsChosen':
      return ['drawings'];
    case 'QuestionAnswered':
      return countedQuestions.has(event.question) ? ['drawings'] : [];
    default:
      return [];
  }
}

/** The effect that shows a change just tried. */
export function whatIfEffects(
  events: readonly DecisionEvent[],
  { workflow }: StartedDecision,
): readonly WhatIfEffect[] {
  const isTried = events.some((event) => event.type === 'WhatIfTried');
  return isTried && workflow !== null ? [`what-if.${workflow.whatIfs.length}`] : [];
}

/** The number of the change an effect shows, from 1, or null for an effect of another kind. */
export function whatIfOfEffect(effect: string): number | null {
  const number = /^what-if\.([1-9]\d{0,5})$/.exec(effect)?.[1];
  return number === undefined ? null : Number(number);
}
