// The rules for what happens around a recommendation: accept, turn down, reopen, hand over, supersede.
import { unknownOption } from '../framework.ts';
import { defaultSchedule, isSameSchedule, type Schedule } from '../reassessment/schedule.ts';
import { decentFrom } from '../reassessment/slots.ts';
import { isSameResult, verdictOf } from './answers-of.ts';
import { type Decided, isOwner, type Rulebook, record, refuse, refuseOthers } from './decided.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import type {
  AcceptDecision,
  AdoptFramework,
  AnswerToolQuestion,
  ConsiderBestCase,
  HandOver,
  LifecycleCommand,
  ReportPlace,
} from './lifecycle-commands.ts';
import { isAsking, isLive, isLookedAt } from './phase.ts';
import { movedLook, plannedLook, slotFactsOf } from './plan-look.ts';

/** Decides what is asked around a recommendation, and what is reported about its owner and place. */
export function decideLifecycle(command: LifecycleCommand, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { at } = command;
  switch (command.type) {
    case 'ConsiderBestCase':
      return consider(command, decision);
    case 'AcceptDecision':
      return accept(command, decision, rulebook);
    case 'RejectDecision':
      if (!isOwner(command.by, decision)) return refuseOthers(decision);
      if (decision.status === 'rejected') return record();
      if (decision.status !== 'proposed') return refuse('nothing-to-settle');
      return record({ type: 'DecisionRejected', at, by: command.by.person, reason: command.reason });
    case 'AbandonDecision':
      if (!isOwner(command.by, decision)) return refuseOthers(decision);
      if (decision.status === 'abandoned') return record();
      if (!isLive(decision)) return refuse('nothing-to-settle');
      return record({ type: 'DecisionAbandoned', at, by: command.by.person, reason: command.reason });
    case 'ReopenDecision':
      if (!isOwner(command.by, decision)) return refuseOthers(decision);
      if (isAsking(decision)) return record();
      if (decision.status === 'superseded') return refuse('nothing-to-settle');
      return record({ type: 'DecisionReopened', at, by: command.by.person });
    case 'HandOver':
      return handOver(command, decision, rulebook);
    case 'Supersede':
      // Whatever became of it since its successor was begun, the other one has taken its place.
      if (decision.status === 'superseded') return record();
      return record({ type: 'DecisionSuperseded', at, by: null, successor: command.successor });
    case 'LinkFollowUp':
      if (decision.followUps.includes(command.decisionId)) return record();
      return record({ type: 'FollowUpLinked', at, by: null, decisionId: command.decisionId });
    case 'ReportPersonGone':
      if (command.person !== decision.owner || decision.ownerGone) return record();
      return record({ type: 'OwnerLeft', at, by: null, person: command.person });
    case 'ReportPlace':
      return reportPlace(command, decision);
    case 'AnswerToolQuestion':
      return answerTool(command, decision);
    case 'AdoptFramework':
      return adoptFramework(command, decision, rulebook);
    default:
      return command satisfies never;
  }
}

/** Whoever accepts has read the case against what they accept, not against what stood there before. */
function consider({ against, at, by, rebuttal }: ConsiderBestCase, decision: StartedDecision): Decided {
  const { round, status, verdict } = decision;
  if (status !== 'proposed' || verdict === null) return refuse('nothing-to-accept');
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (against !== undefined && !isSameResult(against, verdict)) return refuse('result-moved');
  return record({ type: 'BestCaseConsidered', at, by: by.person, round, rebuttal });
}

/**
 * The same answers count by the framework in force. Where that turns what was accepted, a round opens in which nothing is
 * asked: the thread hears why, and the owner decides again. Where it does not, the acceptance stands.
 */
function adoptFramework({ at, by }: AdoptFramework, decision: StartedDecision, { framework }: Rulebook): Decided {
  const { acceptance, round, status } = decision;
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (!isLive(decision)) return refuse('not-open');
  if (framework.version === decision.framework) return refuse('same-framework');
  const stamp = { at, by: by.person };
  const adopted: DecisionEvent = {
    type: 'FrameworkAdopted',
    ...stamp,
    from: decision.framework,
    to: framework.version,
  };
  const stands = acceptance === null || isSameResult(acceptance.verdict, verdictOf(framework, decision));
  if (status !== 'accepted' || stands) return record(adopted);
  return record(adopted, { type: 'RoundOpened', ...stamp, round: round + 1, questions: [], asksScope: false });
}

/** Tools are chosen for what a coordinator runs: a choreography has none (domain.md T9). */
function answerTool({ at, by, question, option }: AnswerToolQuestion, decision: StartedDecision): Decided {
  if (decision.status !== 'accepted') return refuse('nothing-to-settle');
  const style = decision.verdict?.style;
  if (style !== 'orchestration' && style !== 'hybrid') return refuse('not-asked');
  if ((decision.toolAnswers[question]?.option ?? unknownOption) === option) return record();
  return record({ type: 'ToolQuestionAnswered', at, by: by.person, question, option });
}

/**
 * Accepting starts the looks: weekly unless the owner likes it otherwise, in their zone, and again weekly after a round
 * that something changed in.
 */
function accept(command: AcceptDecision, decision: StartedDecision, { zones }: Rulebook): Decided {
  const { at, by, zone, habits = null } = command;
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (decision.status === 'accepted') return record();
  if (decision.status !== 'proposed' || decision.verdict === null || decision.verdict.style === 'open')
    return refuse('nothing-to-accept');
  if (decision.asksAgain.length > 0) return refuse('nothing-to-accept');
  if (decision.bestCase === null) return refuse('best-case-first');
  const accepted: DecisionEvent = { type: 'DecisionAccepted', at, by: by.person, round: decision.round };
  // Something changed before it was accepted again: back to every week. The first time it is as its owner likes it.
  const schedule: Schedule =
    decision.schedule === null ? { ...defaultSchedule(zone), ...habits } : { ...decision.schedule, zone, weeks: 1 };
  const planned: readonly DecisionEvent[] = isSameSchedule(schedule, decision.schedule)
    ? []
    : [{ type: 'ScheduleSet', at, by: by.person, schedule }];
  if (decision.look !== null) return record(accepted, ...planned);
  return record(accepted, ...planned, plannedLook(decision, at, { ...slotFactsOf(decision, zones), schedule }));
}

/**
 * The owner hands over; once the owner's account is gone, anybody takes over, for themselves. A look that is out already
 * comes to the new owner as soon as it is decent there.
 */
function handOver(command: HandOver, decision: StartedDecision, { zones }: Rulebook): Decided {
  const { at, by, to, zone } = command;
  if (to === decision.owner && !decision.ownerGone) return record();
  const adopts = decision.ownerGone && to === by.person;
  if (!isOwner(by, decision) && !adopts) return refuseOthers(decision);
  const handed: DecisionEvent = { type: 'HandedOver', at, by: by.person, to };
  const again = askedAgain(command, decision, zones);
  if (decision.schedule === null || decision.schedule.zone === zone) return record(handed, ...again);
  const schedule = { ...decision.schedule, zone };
  const facts = { ...slotFactsOf(decision, zones), schedule };
  const set: DecisionEvent = { type: 'ScheduleSet', at, by: by.person, schedule };
  return record(handed, set, ...movedLook(decision, at, facts), ...again);
}

function askedAgain(
  { at, by, zone }: HandOver,
  decision: StartedDecision,
  zones: Rulebook['zones'],
): readonly DecisionEvent[] {
  const { decisionId, look } = decision;
  if (look === null || look.since === null || !isLookedAt(decision)) return [];
  const until = decentFrom(at, { zone, decisionId }, zones);
  return [{ type: 'LookPostponed', at, by: by.person, occurrence: look.occurrence, until }];
}

function reportPlace({ at, change }: ReportPlace, decision: StartedDecision): Decided {
  const already = {
    archived: decision.closed === 'archived',
    unarchived: decision.closed !== 'archived',
    'app-removed': decision.closed === 'app-removed',
    'app-returned': decision.closed !== 'app-removed',
    shared: decision.shared,
    unshared: !decision.shared,
  } as const;
  return already[change] ? record() : record({ type: 'PlaceChanged', at, by: null, change });
}
