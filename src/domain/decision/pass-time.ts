// What time itself brings to a decision: reveals, reminders, repetitions. Each happens once, however often time is told.
import { asksScope } from '../reassessment/scope.ts';
import { decentFrom, isDecent, slotAfter } from '../reassessment/slots.ts';
import { watchItems } from '../reassessment/watch-items.ts';
import { answersOf } from './answers-of.ts';
import { type Decided, type Rulebook, record } from './decided.ts';
import type { StartedDecision } from './decision.ts';
import { canJoin } from './digest.ts';
import type { DecisionEvent } from './events.ts';
import { findersWaiting } from './finders.ts';
import type { PassTime } from './look-commands.ts';
import type { Digest } from './look-events.ts';
import type { Look } from './look-record.ts';
import { revealDue } from './next-due.ts';
import { slotFactsOf } from './plan-look.ts';
import { type ReminderToCome, reminderToCome } from './reminder-to-come.ts';
import { openPillar } from './team.ts';

/** After so many unanswered weeks nothing more comes by itself (issue 5). */
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
  const coming = reminderToCome(decision);
  if (look === null || coming === null) return [];
  const joins = command.digest !== null && canJoin(decision, at, rulebook.zones);
  if (coming.dueAt > at && !joins) return [];
  const facts = slotFactsOf(decision, rulebook.zones);
  const { zone } = facts.schedule;
  if (!isDecent(at, zone, rulebook.zones)) {
    const until = decentFrom(at, { zone, decisionId }, rulebook.zones);
    return [{ type: 'ReminderHeldBack', at, by: null, occurrence: look.occurrence, until }];
  }
  const repeatAt = slotAfter(at, 1, facts);
  const told = { look, coming, digest: joins ? command.digest : null, repeatAt };
  return [coming.week === 0 ? first(at, decision, { ...told, rulebook }) : again(at, decision, told)];
}

type Told = {
  readonly look: Look;
  readonly coming: ReminderToCome;
  readonly digest: Digest | null;
  readonly repeatAt: number;
};

function first(
  at: number,
  decision: StartedDecision,
  { look, coming, digest, repeatAt, rulebook }: Told & { readonly rulebook: Rulebook },
): DecisionEvent {
  return {
    type: 'ReminderDue',
    at,
    by: null,
    occurrence: look.occurrence,
    reminder: decision.reminders + 1,
    audience: coming.audience,
    items: [...watchItems(rulebook.framework, answersOf(decision))],
    asksScope: asksScope(look.occurrence),
    digest,
    repeatAt,
  };
}

function again(at: number, decision: StartedDecision, { look, coming, digest, repeatAt }: Told): DecisionEvent {
  return {
    type: 'ReminderRepeated',
    at,
    by: null,
    occurrence: look.occurrence,
    reminder: decision.reminders + 1,
    week: coming.week,
    audience: coming.audience,
    digest,
    repeatAt: coming.week >= QUIET_AFTER_WEEKS ? null : repeatAt,
  };
}
