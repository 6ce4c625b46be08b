// The rules for coming back: what a person says in a look, and how looks are put off, stopped and begun again.
import { type Answers, isActive } from '../answers.ts';
import { type AskedId, askedIds } from '../framework.ts';
import { defaultSchedule, isSameSchedule } from '../reassessment/schedule.ts';
import { slotAfterSnooze } from '../reassessment/slots.ts';
import { questionsOfItems } from '../reassessment/watch-items.ts';
import { answersOf } from './answers-of.ts';
import { type Decided, isOwner, type Rulebook, record, refuse, refuseOthers } from './decided.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import type {
  AnswerWatchItem,
  ConfirmNothingChanged,
  FinishLook,
  LookCommand,
  ResumeLooks,
  SetSchedule,
  SnoozeLook,
} from './look-commands.ts';
import type { Look } from './look-record.ts';
import { decidePassTime } from './pass-time.ts';
import { isLookedAt } from './phase.ts';
import { movedLook, plannedLook, slotFactsOf } from './plan-look.ts';

/** Decides what is asked about looks. */
export function decideLook(command: LookCommand, decision: StartedDecision, rulebook: Rulebook): Decided {
  switch (command.type) {
    case 'PassTime':
      return decidePassTime(command, decision, rulebook);
    case 'ConfirmNothingChanged':
      return confirm(command, decision, rulebook);
    case 'AnswerWatchItem':
      return answerItem(command, decision);
    case 'FinishLook':
      return finish(command, decision, rulebook);
    case 'AnswerScope': {
      const { scope, at, by } = command;
      if (decision.scopeAsked === null) return refuse('not-asked');
      if (decision.scopeAsked.answers[scope.question] === scope.answer) return record();
      const { occurrence } = decision.scopeAsked;
      return record({ type: 'ScopeAnswered', at, by: by.person, occurrence, scope });
    }
    case 'SnoozeLook':
      return snooze(command, decision, rulebook);
    case 'SetSchedule':
      return setSchedule(command, decision, rulebook);
    case 'StopLooks':
      if (!isOwner(command.by, decision)) return refuseOthers(decision);
      if (decision.look === null) return record();
      return record({ type: 'LooksStopped', at: command.at, by: command.by.person });
    case 'ResumeLooks':
      return resume(command, decision, rulebook);
    default:
      return command satisfies never;
  }
}

/** The look a person speaks of, if its reminder is out and nobody has ended it. */
function openLook(decision: StartedDecision, occurrence: number): Look | null {
  const { look } = decision;
  return look !== null && look.since !== null && look.occurrence === occurrence && isLookedAt(decision) ? look : null;
}

function confirm(command: ConfirmNothingChanged, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { at, by, occurrence } = command;
  if (decision.lastLook?.occurrence === occurrence && decision.lastLook.outcome === 'unchanged') return record();
  const look = openLook(decision, occurrence);
  if (look === null) return refuse('look-over');
  const ended: DecisionEvent = {
    type: 'LookFinished',
    at,
    by: by.person,
    occurrence,
    outcome: 'unchanged',
    notRechecked: [],
  };
  return record(ended, plannedLook(decision, at, slotFactsOf(decision, rulebook.zones)));
}

function answerItem(command: AnswerWatchItem, decision: StartedDecision): Decided {
  const { at, by, occurrence, item, answer } = command;
  const look = openLook(decision, occurrence);
  if (look === null) return refuse('look-over');
  if (!look.items.some((watched) => watched.id === item)) return refuse('not-watched');
  if (look.answers[item] === answer) return record();
  return record({ type: 'WatchItemAnswered', at, by: by.person, occurrence, item, answer });
}

/** A look in which something changed opens a round; one in which something was left out is not "unchanged". */
function finish(command: FinishLook, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { at, by, occurrence } = command;
  const look = openLook(decision, occurrence);
  if (look === null) return refuse('look-over');
  const questions = concerned(look, command.questions, answersOf(decision));
  const notRechecked = look.items.filter(({ id }) => look.answers[id] === undefined).map(({ id }) => id);
  const stamp = { at, by: by.person };
  if (questions.length === 0) {
    const unchanged = look.items.every(({ id }) => look.answers[id] === 'still-so');
    const outcome = unchanged ? 'unchanged' : 'partly';
    const over: DecisionEvent = { type: 'LookFinished', ...stamp, occurrence, outcome, notRechecked };
    return record(over, plannedLook(decision, at, slotFactsOf(decision, rulebook.zones)));
  }
  const facts = slotFactsOf(decision, rulebook.zones);
  const weekly = { ...facts.schedule, weeks: 1 as const };
  return record(
    { type: 'LookFinished', ...stamp, occurrence, outcome: 'changed', notRechecked },
    ...(facts.schedule.weeks === 1 ? [] : [{ type: 'ScheduleSet', ...stamp, schedule: weekly } as const]),
    { type: 'RoundOpened', ...stamp, round: decision.round + 1, questions, asksScope: true },
    plannedLook(decision, at, { ...facts, schedule: weekly }),
  );
}

/** What is asked again: the questions of what changed, and those a person named; none that does not apply. */
function concerned(look: Look, named: readonly AskedId[], answers: Answers): AskedId[] {
  const changed = look.items.filter(({ id }) => look.answers[id] === 'changed');
  const wanted = new Set<AskedId>([...questionsOfItems(changed), ...named]);
  return askedIds.filter((question) => wanted.has(question) && isActive(question, answers));
}

function snooze(command: SnoozeLook, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { at, by, occurrence, until } = command;
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (decision.look?.occurrence !== occurrence || !isLookedAt(decision)) return refuse('look-over');
  const back = slotAfterSnooze(at, until, slotFactsOf(decision, rulebook.zones));
  if (back <= at) return refuse('date-past');
  return record({ type: 'LookPostponed', at, by: by.person, occurrence, until: back });
}

function setSchedule(command: SetSchedule, decision: StartedDecision, { zones }: Rulebook): Decided {
  const { at, by, schedule } = command;
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (isSameSchedule(schedule, decision.schedule)) return record();
  const facts = { ...slotFactsOf(decision, zones), schedule };
  return record({ type: 'ScheduleSet', at, by: by.person, schedule }, ...movedLook(decision, at, facts));
}

/** Begins again after a stop or a silence. Whoever cares once it has gone quiet becomes the owner. */
function resume(command: ResumeLooks, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { at, by, zone } = command;
  if (!isLookedAt(decision)) return refuse('no-looks');
  const quiet = decision.look !== null && decision.look.nextAt === null;
  if (decision.look !== null && !quiet) return record();
  if (!isOwner(by, decision) && !quiet) return refuseOthers(decision);
  const adopted: readonly DecisionEvent[] = isOwner(by, decision)
    ? []
    : [{ type: 'HandedOver', at, by: by.person, to: by.person }];
  const schedule = { ...(decision.schedule ?? defaultSchedule(zone)), zone };
  const set: DecisionEvent = { type: 'ScheduleSet', at, by: by.person, schedule };
  const facts = { ...slotFactsOf(decision, rulebook.zones), schedule };
  return record(...adopted, set, plannedLook(decision, at, facts));
}
