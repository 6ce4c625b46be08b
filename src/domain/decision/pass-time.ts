// What time itself brings to a decision: reveals, reminders, repetitions. Each happens once, however often time is told.
import { defaultSchedule } from '../reassessment/schedule.ts';
import { asksScope } from '../reassessment/scope.ts';
import { decentFrom, isDecent, slotAfter } from '../reassessment/slots.ts';
import { watchItems } from '../reassessment/watch-items.ts';
import { answersOf } from './answers-of.ts';
import { type Decided, type Rulebook, record } from './decided.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import type { PassTime } from './look-commands.ts';
import type { Audience } from './look-events.ts';
import type { Look } from './look-record.ts';
import { findersWaiting, lookDue, revealDue } from './next-due.ts';
import { openPillar } from './team.ts';

/** Whom the reminder of an unanswered week goes to (issue 5): the thread after the second, the channel after the fourth. */
const audienceOfWeek: Readonly<Record<number, Audience>> = { 1: 'owner', 2: 'thread', 3: 'owner', 4: 'channel' };
const QUIET_AFTER_WEEKS = 4;

/** Decides what is due at a moment. A clock that moved backwards brings nothing. */
export function decidePassTime(command: PassTime, decision: StartedDecision, rulebook: Rulebook): Decided {
  return record(
    ...reveal(command, decision),
    ...remindFinders(command, decision),
    ...remind(command, decision, rulebook),
  );
}

function reveal({ at }: PassTime, decision: StartedDecision): readonly DecisionEvent[] {
  const due = revealDue(decision);
  const pillar = openPillar(decision);
  return due === null || due > at || pillar === null ? [] : [{ type: 'PillarRevealed', at, by: null, pillar }];
}

function remindFinders({ at }: PassTime, decision: StartedDecision): readonly DecisionEvent[] {
  return findersWaiting(decision)
    .filter(([, finder]) => finder.remindAt <= at)
    .map(([question]) => ({ type: 'FinderReminded', at, by: null, question }));
}

function remind(command: PassTime, decision: StartedDecision, rulebook: Rulebook): readonly DecisionEvent[] {
  const { at } = command;
  const { look, decisionId } = decision;
  const due = lookDue(decision);
  if (look === null || due === null || due > at) return [];
  const schedule = decision.schedule ?? defaultSchedule('UTC');
  const facts = { schedule, decisionId, zones: rulebook.zones };
  if (!isDecent(at, schedule.zone, rulebook.zones)) {
    const until = decentFrom(at, { zone: schedule.zone, decisionId }, rulebook.zones);
    return [{ type: 'ReminderHeldBack', at, by: null, occurrence: look.occurrence, until }];
  }
  const repeatAt = slotAfter(at, 1, facts);
  return [
    look.since === null
      ? first(command, decision, { look, repeatAt, rulebook })
      : again(command, decision, { look, repeatAt }),
  ];
}

function first(
  { at, digest }: PassTime,
  decision: StartedDecision,
  { look, repeatAt, rulebook }: { readonly look: Look; readonly repeatAt: number; readonly rulebook: Rulebook },
): DecisionEvent {
  return {
    type: 'ReminderDue',
    at,
    by: null,
    occurrence: look.occurrence,
    reminder: decision.reminders + 1,
    audience: audienceFor('owner', decision),
    items: [...watchItems(rulebook.framework, answersOf(decision))],
    asksScope: asksScope(look.occurrence),
    digest,
    repeatAt,
  };
}

function again(
  { at }: PassTime,
  decision: StartedDecision,
  { look, repeatAt }: { readonly look: Look; readonly repeatAt: number },
): DecisionEvent {
  const week = look.weeks + 1;
  return {
    type: 'ReminderRepeated',
    at,
    by: null,
    occurrence: look.occurrence,
    reminder: decision.reminders + 1,
    week,
    audience: audienceFor(audienceOfWeek[week] ?? 'owner', decision),
    repeatAt: week >= QUIET_AFTER_WEEKS ? null : repeatAt,
  };
}

/** An owner whose account is gone reads nothing, and a channel that is closed shows nothing: the other is told instead. */
function audienceFor(wanted: Audience, { ownerGone, closed }: StartedDecision): Audience {
  if (wanted === 'owner') return ownerGone && closed === null ? 'thread' : 'owner';
  return closed === null ? wanted : 'owner';
}
