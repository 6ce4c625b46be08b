// The rules: a command asked of a decision becomes events, or is refused.
import { pillarNumbers } from '../framework.ts';
import { verdictOf } from './answers-of.ts';
import type { Command, StartDecision } from './commands.ts';
import { decideAsking } from './decide-answer.ts';
import { decideLifecycle } from './decide-lifecycle.ts';
import { decideLook } from './decide-look.ts';
import { decideWorkflow } from './decide-workflow.ts';
import { type Decided, type Rulebook, record, refuse } from './decided.ts';
import { type Decision, pillarRecord, type StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import { fold } from './evolve.ts';
import { isAsking } from './phase.ts';

/** Decides a command. Pure: the same command, decision and rulebook give the same events. */
export function decide(command: Command, decision: Decision, rulebook: Rulebook): Decided {
  if ('by' in command && !command.by.member) return refuse('outsider');
  if (command.type === 'StartDecision') return start(command, decision, rulebook);
  if (decision.status === 'unstarted' || decision.status === 'withdrawn') return refuse('not-started');
  const decided = inProgress(command, decision, rulebook);
  return decided.ok ? { ok: true, events: withVerdict(decided.events, decision, rulebook) } : decided;
}

function start(command: StartDecision, decision: Decision, { framework }: Rulebook): Decided {
  if (decision.status !== 'unstarted') return refuse('already-started');
  const { decisionId, title, framing, owner, channel, threadTs, at } = command;
  const started: DecisionEvent = {
    type: 'DecisionStarted',
    at,
    by: command.by.person,
    decisionId,
    title,
    framing,
    owner,
    invited: [...command.invited],
    channel,
    threadTs,
    framework: framework.version,
    origin: command.origin ?? null,
  };
  if (command.workflow === undefined) return record(started);
  const { workflow, steps } = command.workflow;
  return record(started, { type: 'WorkflowSet', at, by: command.by.person, workflow, steps: [...steps] });
}

function inProgress(command: Exclude<Command, StartDecision>, decision: StartedDecision, rulebook: Rulebook): Decided {
  switch (command.type) {
    case 'OpenThread':
      if (decision.place !== null) return record();
      return record({ type: 'ThreadOpened', at: command.at, by: null, place: command.place });
    case 'WithdrawStart':
      if (decision.place !== null) return record();
      return record({ type: 'StartWithdrawn', at: command.at, by: null, problem: command.problem });
    case 'AnswerQuestion':
    case 'SkipPillar':
    case 'UnfoldPillar':
    case 'FoldPillar':
    case 'AddNote':
    case 'ChooseTeamMode':
    case 'RevealPillar':
    case 'NameFinder':
    case 'ReportFinderGone':
      return decideAsking(command, decision, rulebook);
    case 'ConsiderBestCase':
    case 'AcceptDecision':
    case 'RejectDecision':
    case 'AbandonDecision':
    case 'ReopenDecision':
    case 'HandOver':
    case 'Supersede':
    case 'LinkFollowUp':
    case 'ReportPersonGone':
    case 'ReportPlace':
    case 'AnswerToolQuestion':
    case 'AdoptFramework':
      return decideLifecycle(command, decision, rulebook);
    case 'PassTime':
    case 'ConfirmNothingChanged':
    case 'AnswerWatchItem':
    case 'FinishLook':
    case 'AnswerScope':
    case 'SnoozeLook':
    case 'SetSchedule':
    case 'StopLooks':
    case 'ResumeLooks':
      return decideLook(command, decision, rulebook);
    case 'SetWorkflow':
    case 'ChoosePartSteps':
    case 'TryWhatIf':
      return decideWorkflow(command, decision);
    default:
      return command satisfies never;
  }
}

/**
 * Adds the verdict once all pillars are passed, whenever it changes after that, and at the end of a round. A decision
 * that is settled keeps the verdict it was settled with, unless it takes on another framework or an answer it was accepted
 * without is found out.
 */
function withVerdict(
  events: readonly DecisionEvent[],
  before: StartedDecision,
  { framework }: Rulebook,
): readonly DecisionEvent[] {
  const after = fold(events, before);
  const last = events.at(-1);
  if (after.status === 'unstarted' || last === undefined) return events;
  const counts = ({ type }: DecisionEvent) => type === 'FrameworkAdopted' || type === 'QuestionAnswered';
  if (!isAsking(after) && !events.some(counts)) return events;
  if (!pillarNumbers.every((pillar) => pillarRecord(after, pillar).passed)) return events;
  const verdict = verdictOf(framework, after);
  const roundEnds = before.asksAgain.length > 0 && after.asksAgain.length === 0;
  const same = after.verdict !== null && JSON.stringify(verdict) === JSON.stringify(after.verdict);
  if (same && !roundEnds) return events;
  return [...events, { type: 'VerdictProposed', at: last.at, by: null, verdict, round: after.round }];
}
