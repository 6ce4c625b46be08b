// Folds events into a decision: `events.reduce(evolve, unstarted)`.
import type { AskedId } from '../framework.ts';
import { isSameResult } from './answers-of.ts';
import { type Decision, type Finder, type StartedDecision, unstarted } from './decision.ts';
import type { DecisionEvent, EventOf } from './events.ts';
import { answered, noted, revealed, withPillar } from './evolve-answers.ts';
import { afterLifecycle } from './evolve-lifecycle.ts';
import { afterLook } from './evolve-looks.ts';
import { afterWorkflow } from './evolve-workflow.ts';

/** Signals a record that cannot be folded: an event before the start, or a second start. An accident, never a person's fault. */
export class ImpossibleEventError extends Error {
  readonly event: DecisionEvent['type'];
  constructor(event: DecisionEvent['type'], status: Decision['status']) {
    super(`event ${event} cannot happen to a decision that is ${status}`);
    this.name = 'ImpossibleEventError';
    this.event = event;
  }
}

/** The decision after one more event. Total over the event types; throws {@link ImpossibleEventError} on a broken record. */
export function evolve(decision: Decision, event: DecisionEvent): Decision {
  if (event.type === 'DecisionStarted') return begin(decision, event);
  if (decision.status === 'unstarted') throw new ImpossibleEventError(event.type, decision.status);
  return { ...after(decision, event), touchedAt: Math.max(decision.touchedAt, event.at) };
}

/** The decision after all these events, from nothing or from a given state. */
export function fold(events: readonly DecisionEvent[], from: Decision = unstarted): Decision {
  return events.reduce(evolve, from);
}

function begin(decision: Decision, event: EventOf<'DecisionStarted'>): Decision {
  if (decision.status !== 'unstarted') throw new ImpossibleEventError(event.type, decision.status);
  return {
    status: 'asking',
    decisionId: event.decisionId,
    title: event.title,
    framing: event.framing,
    owner: event.owner,
    startedBy: event.by ?? event.owner,
    startedAt: event.at,
    touchedAt: event.at,
    invited: event.invited,
    channel: event.channel,
    requestedThread: event.threadTs,
    place: null,
    framework: event.framework,
    round: 1,
    questions: {},
    pillars: {},
    verdict: null,
    previousVerdict: null,
    lastChange: null,
    newestChange: null,
    team: null,
    finders: {},
    bestCase: null,
    acceptance: null,
    formerAcceptance: null,
    ended: null,
    origin: event.origin,
    successor: null,
    followUps: [],
    ownerGone: false,
    closed: null,
    shared: false,
    schedule: null,
    look: null,
    lastLook: null,
    looks: 0,
    reminders: 0,
    passedOn: 0,
    together: null,
    earlierDigests: [],
    unchangedLooks: 0,
    scopeAsked: null,
    asksAgain: [],
    workflow: null,
    toolAnswers: {},
  };
}

function after(decision: StartedDecision, event: Exclude<DecisionEvent, { type: 'DecisionStarted' }>): StartedDecision {
  switch (event.type) {
    case 'ThreadOpened':
      return { ...decision, place: event.place };
    case 'StartWithdrawn':
      return { ...decision, status: 'withdrawn' };
    case 'QuestionAnswered':
      return answered(decision, event);
    case 'PillarSkipped':
      return withPillar(decision, event.pillar, { skipped: true, unfolded: false, passed: true });
    case 'PillarPassed':
      return withPillar(decision, event.pillar, { skipped: false, passed: true });
    case 'PillarUnfolded':
      return withPillar(decision, event.pillar, { unfolded: true });
    case 'PillarFolded':
      return withPillar(decision, event.pillar, { unfolded: false });
    case 'NoteAdded':
      return noted(decision, event);
    case 'VerdictProposed':
      return proposed(decision, event);
    case 'TeamModeChosen':
      return {
        ...decision,
        team: { revealAfter: event.revealAfter, revealed: [], firstAt: {}, sealed: {}, sealedNotes: {} },
      };
    case 'PillarRevealed':
      return revealed(decision, event.pillar);
    case 'FinderNamed': {
      const { person, until, remindAt } = event;
      const finder = { person, by: event.by ?? decision.owner, until, remindAt, reminded: false, gone: false };
      return { ...decision, finders: { ...decision.finders, [event.question]: finder } };
    }
    case 'FinderReminded':
      return withFinder(decision, event.question, { reminded: true });
    case 'FinderLeft':
      return withFinder(decision, event.question, { gone: true });
    case 'BestCaseConsidered':
    case 'DecisionAccepted':
    case 'DecisionRejected':
    case 'DecisionAbandoned':
    case 'DecisionReopened':
    case 'HandedOver':
    case 'DecisionSuperseded':
    case 'FollowUpLinked':
    case 'OwnerLeft':
    case 'PlaceChanged':
    case 'ToolQuestionAnswered':
    case 'FrameworkAdopted':
      return afterLifecycle(decision, event);
    case 'ScheduleSet':
    case 'LookScheduled':
    case 'ReminderHeldBack':
    case 'LookPostponed':
    case 'ReminderDue':
    case 'ReminderRepeated':
    case 'WatchItemAnswered':
    case 'ScopeAnswered':
    case 'LookFinished':
    case 'RoundOpened':
    case 'LooksStopped':
      return afterLook(decision, event);
    case 'WorkflowSet':
    case 'PartStepsChosen':
    case 'WhatIfTried':
      return afterWorkflow(decision, event);
    default:
      return event satisfies never;
  }
}

/** A new version of the framework that leaves what was accepted as it is takes nothing back. */
function proposed(decision: StartedDecision, { verdict }: EventOf<'VerdictProposed'>): StartedDecision {
  const { acceptance, bestCase, status } = decision;
  const stands = status === 'accepted' && acceptance !== null && isSameResult(acceptance.verdict, verdict);
  return {
    ...decision,
    status: stands ? 'accepted' : 'proposed',
    previousVerdict: decision.verdict,
    lastChange: decision.newestChange,
    verdict,
    bestCase: stands ? bestCase : null,
  };
}

function withFinder(decision: StartedDecision, question: AskedId, change: Partial<Finder>): StartedDecision {
  const finder = decision.finders[question];
  if (finder === undefined) return decision;
  return { ...decision, finders: { ...decision.finders, [question]: { ...finder, ...change } } };
}
