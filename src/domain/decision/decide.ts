// The rules: a command asked of a decision becomes events, or is refused.
import { isActive } from '../answers.ts';
import {
  type AskedId,
  consistencyQuestionId,
  type Framework,
  isOptionOf,
  type PillarNumber,
  pillarNumbers,
  pillarOf,
  pillarQuestionIds,
  unknownOption,
} from '../framework.ts';
import { computeVerdict } from '../verdict/compute-verdict.ts';
import { answersOf } from './answers-of.ts';
import type { AnswerQuestion, Command, StartDecision } from './commands.ts';
import type { Decision, StartedDecision } from './decision.ts';
import { pillarRecord, questionRecord } from './decision.ts';
import type { DecisionEvent } from './events.ts';
import { fold } from './evolve.ts';
import { type Refusal, type RefusalReason, refusal } from './refusal.ts';

/** What a command came to: events to record (none when everything already is as asked), or a refusal. */
export type Decided =
  | { readonly ok: true; readonly events: readonly DecisionEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides a command. Pure: the same command, decision and framework give the same events. `framework` must be the one
 * the decision was started under (`decision.framework`), or for a start the current one.
 */
export function decide(command: Command, decision: Decision, framework: Framework): Decided {
  if ('by' in command && !command.by.member) return refuse('outsider');
  if (command.type === 'StartDecision') return start(command, decision, framework);
  if (decision.status === 'unstarted' || decision.status === 'withdrawn') return refuse('not-started');
  const decided = inProgress(command, decision);
  return decided.ok ? { ok: true, events: withVerdict(decided.events, decision, framework, command.at) } : decided;
}

function refuse(reason: RefusalReason): Decided {
  return { ok: false, refusal: refusal(reason) };
}

function record(...events: readonly DecisionEvent[]): Decided {
  return { ok: true, events };
}

function start(command: StartDecision, decision: Decision, framework: Framework): Decided {
  if (decision.status !== 'unstarted') return refuse('already-started');
  const { decisionId, title, framing, owner, channel, threadTs, at } = command;
  return record({
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
  });
}

function inProgress(command: Exclude<Command, StartDecision>, decision: StartedDecision): Decided {
  switch (command.type) {
    case 'OpenThread':
      if (decision.place !== null) return record();
      return record({ type: 'ThreadOpened', at: command.at, by: null, place: command.place });
    case 'WithdrawStart':
      if (decision.place !== null) return record();
      return record({ type: 'StartWithdrawn', at: command.at, by: null, problem: command.problem });
    case 'AnswerQuestion':
      return answer(command, decision);
    case 'SkipPillar': {
      const { passed } = pillarRecord(decision, command.pillar);
      if (!isReached(decision, command.pillar)) return refuse('pillar-not-reached');
      if (passed) return record();
      return record({ type: 'PillarSkipped', at: command.at, by: command.by.person, pillar: command.pillar });
    }
    case 'UnfoldPillar':
    case 'FoldPillar': {
      const { passed, unfolded } = pillarRecord(decision, command.pillar);
      const unfold = command.type === 'UnfoldPillar';
      if (!isReached(decision, command.pillar)) return refuse('pillar-not-reached');
      if (!passed || unfolded === unfold) return record();
      const stamp = { at: command.at, by: command.by.person, pillar: command.pillar };
      return record(unfold ? { type: 'PillarUnfolded', ...stamp } : { type: 'PillarFolded', ...stamp });
    }
    case 'AddNote':
      return record({
        type: 'NoteAdded',
        at: command.at,
        by: command.by.person,
        question: command.question,
        note: command.note,
      });
    default:
      return command satisfies never;
  }
}

function answer(command: AnswerQuestion, decision: StartedDecision): Decided {
  const { question, option, part } = command;
  if (option !== unknownOption && !isOptionOf(question, option)) return refuse('unknown-option');
  if (question !== consistencyQuestionId && !isReached(decision, pillarOf[question]))
    return refuse('pillar-not-reached');
  if (!isActive(question, answersOf(decision))) return refuse('switched-off');
  if (question === '5c' && option === 'part' && part === null) return refuse('part-needs-name');
  const { standing } = questionRecord(decision, question);
  if (standing?.option === option && standing.part === part && standing.person === command.by.person) return record();
  const answered: DecisionEvent = {
    type: 'QuestionAnswered',
    at: command.at,
    by: command.by.person,
    question,
    option,
    part,
    actionTs: command.actionTs,
    round: decision.round,
  };
  if (question === consistencyQuestionId) return record(answered);
  const pillar = pillarOf[question];
  const passes = !pillarRecord(decision, pillar).passed && isComplete(fold([answered], decision), pillar);
  return passes ? record(answered, { type: 'PillarPassed', at: command.at, by: null, pillar }) : record(answered);
}

/** A pillar is reached when every one before it was answered or skipped: its card stands. */
export function isReached(decision: StartedDecision, pillar: PillarNumber): boolean {
  return pillarNumbers.every((earlier) => earlier >= pillar || pillarRecord(decision, earlier).passed);
}

function isComplete(decision: Decision, pillar: PillarNumber): boolean {
  if (decision.status === 'unstarted') return false;
  const answers = answersOf(decision);
  return pillarQuestionIds[pillar].every(
    (question: AskedId) => !isActive(question, answers) || questionRecord(decision, question).standing !== null,
  );
}

/** Adds the verdict once all pillars are passed, and whenever it changes after that. */
function withVerdict(
  events: readonly DecisionEvent[],
  before: StartedDecision,
  framework: Framework,
  at: number,
): readonly DecisionEvent[] {
  const after = fold(events, before);
  if (after.status === 'unstarted') return events;
  if (!pillarNumbers.every((pillar) => pillarRecord(after, pillar).passed)) return events;
  const verdict = computeVerdict(framework, answersOf(after));
  if (after.verdict !== null && JSON.stringify(verdict) === JSON.stringify(after.verdict)) return events;
  return [...events, { type: 'VerdictProposed', at, by: null, verdict, round: after.round }];
}
