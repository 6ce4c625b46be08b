// Folds events into a decision: `events.reduce(evolve, unstarted)`.
import type { AskedId, PillarNumber } from '../framework.ts';
import type { Decision, PillarRecord, QuestionRecord, RecordedAnswer, StartedDecision } from './decision.ts';
import { pillarRecord, questionRecord, unstarted } from './decision.ts';
import type { DecisionEvent, EventOf } from './events.ts';

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
    case 'NoteAdded': {
      const record = questionRecord(decision, event.question);
      const note = { note: event.note, person: event.by ?? decision.owner, at: event.at };
      return withQuestion(decision, event.question, { ...record, notes: [...record.notes, note] });
    }
    case 'VerdictProposed':
      return { ...decision, status: 'proposed', previousVerdict: decision.verdict, verdict: event.verdict };
    default:
      return event satisfies never;
  }
}

function answered(decision: StartedDecision, event: EventOf<'QuestionAnswered'>): StartedDecision {
  const record = questionRecord(decision, event.question);
  const answer: RecordedAnswer = {
    option: event.option,
    part: event.part,
    person: event.by ?? decision.owner,
    actionTs: event.actionTs,
    at: event.at,
    round: event.round,
  };
  if (record.standing !== null && !isLater(answer, record.standing)) return decision;
  return {
    ...withQuestion(decision, event.question, { ...record, standing: answer, replaced: record.standing }),
    lastChange: {
      question: event.question,
      from: record.standing?.option ?? null,
      to: answer.option,
      person: answer.person,
    },
  };
}

/** Later means the greater `action_ts`, compared as numbers of unequal length (design.md §2, Who answers). */
export function isLater(answer: { actionTs: string }, than: { actionTs: string }): boolean {
  const [seconds = '', fraction = ''] = answer.actionTs.split('.');
  const [thanSeconds = '', thanFraction = ''] = than.actionTs.split('.');
  const difference = Number(seconds) - Number(thanSeconds);
  if (difference !== 0) return difference > 0;
  return fraction.padEnd(9, '0') >= thanFraction.padEnd(9, '0');
}

function withQuestion(decision: StartedDecision, question: AskedId, record: QuestionRecord): StartedDecision {
  return { ...decision, questions: { ...decision.questions, [question]: record } };
}

function withPillar(decision: StartedDecision, pillar: PillarNumber, change: Partial<PillarRecord>): StartedDecision {
  return { ...decision, pillars: { ...decision.pillars, [pillar]: { ...pillarRecord(decision, pillar), ...change } } };
}
