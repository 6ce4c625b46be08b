// The rules for answering: which answers are recorded, when a pillar is passed or revealed.
import { type Answers, isActive } from '../answers.ts';
import { type AskedId, consistencyQuestionId, isOptionOf, pillarOf, unknownOption } from '../framework.ts';
import { decentFrom } from '../reassessment/slots.ts';
import type { RecordedAnswer } from './answer-records.ts';
import { answersOf, isSameResult, verdictOf } from './answers-of.ts';
import type {
  AnswerQuestion,
  AskingCommand,
  ChooseTeamMode,
  NameFinder,
  RevealPillar,
  SkipPillar,
} from './commands.ts';
import { type Decided, isOwner, type Rulebook, record, refuse, refuseOthers } from './decided.ts';
import { pillarRecord, questionRecord, type StartedDecision } from './decision.ts';
import type { EventOf } from './events.ts';
import { fold } from './evolve.ts';
import { openFinders } from './finders.ts';
import { isAsking, isLive } from './phase.ts';
import { isComplete, isReached } from './pillars.ts';
import { answersFrom, everyoneAnswered, isSealed, myAnswers } from './team.ts';

/** Decides what is asked while questions are answered. */
export function decideAsking(command: AskingCommand, decision: StartedDecision, rulebook: Rulebook): Decided {
  switch (command.type) {
    case 'AnswerQuestion':
      return answer(command, decision, rulebook);
    case 'SkipPillar':
      return decision.team === null ? skip(command, decision) : reveal(command, decision);
    case 'RevealPillar':
      return reveal(command, decision);
    case 'UnfoldPillar':
    case 'FoldPillar': {
      const { passed, unfolded } = pillarRecord(decision, command.pillar);
      const unfold = command.type === 'UnfoldPillar';
      if (!isReached(decision, command.pillar)) return refuse('pillar-not-reached');
      if (!passed || unfolded === unfold) return record();
      const stamp = { at: command.at, by: command.by.person, pillar: command.pillar };
      return record(unfold ? { type: 'PillarUnfolded', ...stamp } : { type: 'PillarFolded', ...stamp });
    }
    case 'AddNote': {
      const { question, note } = command;
      return record({ type: 'NoteAdded', at: command.at, by: command.by.person, question, note });
    }
    case 'ChooseTeamMode':
      return chooseTeamMode(command, decision);
    case 'NameFinder':
      return nameFinder(command, decision, rulebook);
    case 'ReportFinderGone': {
      const { at, person, question } = command;
      const finder = decision.finders[question];
      if (finder?.person !== person || finder.gone) return record();
      return record({ type: 'FinderLeft', at, by: null, question, person });
    }
    default:
      return command satisfies never;
  }
}

function answer(command: AnswerQuestion, decision: StartedDecision, rulebook: Rulebook): Decided {
  const { question, option, part } = command;
  const awaited = isAwaited(decision, question);
  if (option !== unknownOption && !isOptionOf(question, option)) return refuse('unknown-option');
  if (!isAsking(decision) && !awaited) return refuse('not-open');
  if (question !== consistencyQuestionId && !isReached(decision, pillarOf[question]))
    return refuse('pillar-not-reached');
  const { answers, own } = basisFor(command, decision);
  if (!isActive(question, answers)) return refuse('switched-off');
  if (question === '5c' && option === 'part' && part === null) return refuse('part-needs-name');
  const askedAgain = decision.asksAgain.includes(question);
  if (own?.option === option && own.part === part && own.person === command.by.person && !askedAgain) return record();
  const answered: EventOf<'QuestionAnswered'> = {
    type: 'QuestionAnswered',
    at: command.at,
    by: command.by.person,
    question,
    option,
    part,
    actionTs: command.actionTs,
    round: decision.round,
  };
  if (awaited) return foundOut(answered, decision, rulebook);
  if (question === consistencyQuestionId) return record(answered);
  const pillar = pillarOf[question];
  const after = fold([answered], decision);
  if (after.status === 'unstarted' || pillarRecord(decision, pillar).passed) return record(answered);
  const stamp = { at: command.at, by: null, pillar };
  if (decision.team === null)
    return isComplete(after, pillar) ? record(answered, { type: 'PillarPassed', ...stamp }) : record(answered);
  return everyoneAnswered(after, pillar) ? record(answered, { type: 'PillarRevealed', ...stamp }) : record(answered);
}

/** Whether somebody was asked to find the answer out, and the decision was accepted without it. */
function isAwaited(decision: StartedDecision, question: AskedId): boolean {
  return decision.status === 'accepted' && openFinders(decision).some(([asked]) => asked === question);
}

/** What was found out after the acceptance: it stands, unless the answer turns the result; then the owner decides again. */
function foundOut(answered: EventOf<'QuestionAnswered'>, decision: StartedDecision, { framework }: Rulebook): Decided {
  const after = fold([answered], decision);
  const { acceptance } = decision;
  if (after.status === 'unstarted' || acceptance === null) return record(answered);
  if (isSameResult(acceptance.verdict, verdictOf(framework, after))) return record(answered);
  const round = decision.round + 1;
  const { at, by, question } = answered;
  return record(
    { type: 'RoundOpened', at, by, round, questions: [question], asksScope: false },
    { ...answered, round },
  );
}

/** What an answer builds on: in a team one's own answers, else those that stand; and the answer it would replace. */
function basisFor(
  { question, by }: AnswerQuestion,
  decision: StartedDecision,
): { readonly answers: Answers; readonly own: RecordedAnswer | null } {
  const standing = questionRecord(decision, question).standing;
  if (decision.team === null || question === consistencyQuestionId)
    return { answers: answersOf(decision), own: standing };
  const mine = myAnswers(decision, by.person);
  const own = mine[question] ?? null;
  const alone = isSealed(decision, question) || decision.round === 1;
  return alone ? { answers: answersFrom(mine), own } : { answers: answersOf(decision), own: standing };
}

function skip(command: SkipPillar, decision: StartedDecision): Decided {
  if (!isReached(decision, command.pillar)) return refuse('pillar-not-reached');
  if (pillarRecord(decision, command.pillar).passed) return record();
  if (!isAsking(decision)) return refuse('not-open');
  return record({ type: 'PillarSkipped', at: command.at, by: command.by.person, pillar: command.pillar });
}

function reveal(command: RevealPillar | SkipPillar, decision: StartedDecision): Decided {
  const { pillar, by, at } = command;
  if (decision.team === null) return refuse('no-team');
  if (!isReached(decision, pillar)) return refuse('pillar-not-reached');
  if (decision.team.revealed.includes(pillar)) return record();
  if (!isOwner(by, decision)) return refuseOthers(decision);
  if (!isAsking(decision)) return refuse('not-open');
  return record({ type: 'PillarRevealed', at, by: by.person, pillar });
}

function chooseTeamMode(command: ChooseTeamMode, decision: StartedDecision): Decided {
  if (decision.team !== null) return record();
  if (!isOwner(command.by, decision)) return refuseOthers(decision);
  const touched = Object.values(decision.questions).some((question) => question.standing !== null);
  if (touched || decision.status !== 'asking' || Object.values(decision.pillars).some((pillar) => pillar.passed))
    return refuse('answers-began');
  const { at, by, revealAfter } = command;
  return record({ type: 'TeamModeChosen', at, by: by.person, revealAfter });
}

function nameFinder(command: NameFinder, decision: StartedDecision, { zones }: Rulebook): Decided {
  const { question, person, until, zone, at, by } = command;
  if (!isLive(decision)) return refuse('not-open');
  const { standing } = questionRecord(decision, question);
  if (standing !== null && standing.option !== unknownOption) return refuse('already-known');
  if (until <= at) return refuse('date-past');
  const remindAt = decentFrom(until, { zone, decisionId: decision.decisionId }, zones);
  return record({ type: 'FinderNamed', at, by: by.person, question, person, until, remindAt });
}
