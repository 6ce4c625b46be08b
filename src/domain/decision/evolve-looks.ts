// Folds what happens when Downbeat comes back: looks scheduled, due, answered, over.
import type { StartedDecision } from './decision.ts';
import type { EventOf } from './events.ts';
import type { Look } from './look-record.ts';

/** The events this file folds. */
export type LookEvent = EventOf<
  | 'ScheduleSet'
  | 'LookScheduled'
  | 'ReminderHeldBack'
  | 'LookPostponed'
  | 'ReminderDue'
  | 'ReminderRepeated'
  | 'WatchItemAnswered'
  | 'ScopeAnswered'
  | 'LookFinished'
  | 'RoundOpened'
  | 'LooksStopped'
>;

/** A look that nobody answers goes quiet after four weeks, and its digests with it. */
const DIGESTS_KEPT = 4;

const notAnswered = { scope: null, isolation: null };

/** The decision after such an event. */
export function afterLook(decision: StartedDecision, event: LookEvent): StartedDecision {
  switch (event.type) {
    case 'ScheduleSet':
      return { ...decision, schedule: event.schedule };
    case 'LookScheduled':
      return { ...decision, look: scheduled(event), looks: Math.max(decision.looks, event.occurrence) };
    case 'ReminderHeldBack':
      return withLook(decision, (look) => ({ ...look, nextAt: event.until }));
    case 'LookPostponed':
      return withLook(decision, (look) => ({
        ...look,
        since: null,
        weeks: 0,
        nextAt: event.until,
        dueAt: event.until,
      }));
    case 'ReminderDue':
      return due(decision, event);
    case 'ReminderRepeated':
      return withLook(reminded(decision, event), (look) => ({
        ...look,
        weeks: event.week,
        nextAt: event.repeatAt,
        reminder: { number: event.reminder, audience: event.audience },
      }));
    case 'WatchItemAnswered':
      return withLook(decision, (look) => ({ ...look, answers: { ...look.answers, [event.item]: event.answer } }));
    case 'ScopeAnswered':
      return scopeAnswered(decision, event);
    case 'LookFinished':
      return finished(decision, event);
    case 'RoundOpened':
      return {
        ...decision,
        status: 'proposed',
        round: event.round,
        asksAgain: event.questions,
        bestCase: null,
        scopeAsked: event.asksScope
          ? { occurrence: decision.lastLook?.occurrence ?? 1, answers: notAnswered }
          : decision.scopeAsked,
      };
    case 'LooksStopped':
      return { ...decision, look: null };
    default:
      return event satisfies never;
  }
}

function scheduled({ occurrence, dueAt }: EventOf<'LookScheduled'>): Look {
  return {
    occurrence,
    dueAt,
    since: null,
    weeks: 0,
    nextAt: dueAt,
    items: [],
    answers: {},
    reminder: null,
  };
}

function withLook(decision: StartedDecision, change: (look: Look) => Look): StartedDecision {
  return decision.look === null ? decision : { ...decision, look: change(decision.look) };
}

function reminded(decision: StartedDecision, event: EventOf<'ReminderDue' | 'ReminderRepeated'>): StartedDecision {
  const { digest, reminder } = event;
  if (digest === null) return { ...decision, reminders: reminder };
  const { earlierDigests, together } = decision;
  const earlier = together === null ? earlierDigests : [together, ...earlierDigests].slice(0, DIGESTS_KEPT);
  return { ...decision, reminders: reminder, together: { reminder, digest }, earlierDigests: earlier };
}

function due(decision: StartedDecision, event: EventOf<'ReminderDue'>): StartedDecision {
  const asked = event.asksScope ? { occurrence: event.occurrence, answers: notAnswered } : decision.scopeAsked;
  return withLook({ ...reminded(decision, event), scopeAsked: asked }, (look) => ({
    ...look,
    reminder: { number: event.reminder, audience: event.audience },
    since: event.at,
    nextAt: event.repeatAt,
    items: event.items,
  }));
}

function scopeAnswered(decision: StartedDecision, { scope }: EventOf<'ScopeAnswered'>): StartedDecision {
  if (decision.scopeAsked === null) return decision;
  const { occurrence, answers } = decision.scopeAsked;
  return { ...decision, scopeAsked: { occurrence, answers: { ...answers, [scope.question]: scope.answer } } };
}

function finished(decision: StartedDecision, event: EventOf<'LookFinished'>): StartedDecision {
  const { occurrence, outcome, notRechecked, at, by } = event;
  return {
    ...decision,
    look: null,
    lastLook: {
      occurrence,
      outcome,
      notRechecked,
      at,
      person: by,
      reminder: decision.look?.reminder?.number ?? null,
    },
    unchangedLooks: outcome === 'unchanged' ? decision.unchangedLooks + 1 : 0,
  };
}
