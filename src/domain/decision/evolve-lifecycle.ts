// Folds what happens around a recommendation: acceptance, endings, owners, places, other decisions.
import { answersOf } from './answers-of.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent, EventOf } from './events.ts';

/** The events this file folds. */
export type LifecycleEvent = EventOf<
  | 'BestCaseConsidered'
  | 'DecisionAccepted'
  | 'DecisionRejected'
  | 'DecisionAbandoned'
  | 'DecisionReopened'
  | 'HandedOver'
  | 'DecisionSuperseded'
  | 'FollowUpLinked'
  | 'OwnerLeft'
  | 'PlaceChanged'
  | 'ToolQuestionAnswered'
  | 'FrameworkAdopted'
>;

/** The decision after such an event. */
export function afterLifecycle(decision: StartedDecision, event: LifecycleEvent): StartedDecision {
  switch (event.type) {
    case 'BestCaseConsidered':
      return { ...decision, bestCase: { person: personOf(decision, event), at: event.at, rebuttal: event.rebuttal } };
    case 'DecisionAccepted':
      return accepted(decision, event);
    case 'DecisionRejected':
      return ended(decision, event, 'rejected');
    case 'DecisionAbandoned':
      return ended(decision, event, 'abandoned');
    case 'DecisionReopened':
      return {
        ...decision,
        status: decision.verdict === null ? 'asking' : 'proposed',
        ended: null,
        bestCase: null,
        look: null,
        acceptance: null,
        formerAcceptance: null,
      };
    case 'HandedOver':
      return { ...decision, owner: event.to, ownerGone: false, passedOn: decision.reminders };
    case 'DecisionSuperseded':
      return { ...decision, status: 'superseded', successor: event.successor, ended: null, look: null };
    case 'FollowUpLinked':
      return { ...decision, followUps: [...decision.followUps, event.decisionId] };
    case 'OwnerLeft':
      return { ...decision, ownerGone: true };
    case 'PlaceChanged':
      return placeChanged(decision, event);
    case 'ToolQuestionAnswered': {
      const answer = { option: event.option, person: personOf(decision, event), at: event.at };
      return { ...decision, toolAnswers: { ...decision.toolAnswers, [event.question]: answer } };
    }
    case 'FrameworkAdopted':
      // No answer moved what comes next, so none may be named as what moved it.
      return { ...decision, framework: event.to, newestChange: null };
    default:
      return event satisfies never;
  }
}

function personOf(decision: StartedDecision, event: DecisionEvent): string {
  return event.by ?? decision.owner;
}

function accepted(decision: StartedDecision, event: EventOf<'DecisionAccepted'>): StartedDecision {
  if (decision.verdict === null) return decision;
  const { choices, part } = answersOf(decision);
  const { workflow } = decision;
  return {
    ...decision,
    status: 'accepted',
    asksAgain: [],
    formerAcceptance: decision.acceptance,
    acceptance: {
      person: personOf(decision, event),
      at: event.at,
      round: event.round,
      verdict: decision.verdict,
      choices,
      part,
      framework: decision.framework,
      rebuttal: decision.bestCase?.rebuttal ?? null,
      workflow: workflow === null ? null : { ref: workflow.ref, steps: workflow.steps, edition: workflow.edition },
    },
  };
}

function ended(
  decision: StartedDecision,
  event: EventOf<'DecisionRejected' | 'DecisionAbandoned'>,
  status: 'rejected' | 'abandoned',
): StartedDecision {
  const because = { person: personOf(decision, event), at: event.at, reason: event.reason };
  return { ...decision, status, ended: because, look: null };
}

function placeChanged(decision: StartedDecision, { change }: EventOf<'PlaceChanged'>): StartedDecision {
  switch (change) {
    case 'archived':
    case 'app-removed':
      return { ...decision, closed: change };
    case 'unarchived':
    case 'app-returned':
      return { ...decision, closed: null };
    case 'shared':
    case 'unshared':
      return { ...decision, shared: change === 'shared' };
    default:
      return change satisfies never;
  }
}
