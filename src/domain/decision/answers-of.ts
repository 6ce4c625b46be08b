// The answers a decision's verdict is computed from: those everybody may see, and no others.
import type { Answers } from '../answers.ts';
import type { Framework, QuestionId } from '../framework.ts';
import { mergeAnswers } from '../merge-answers.ts';
import { computeVerdict } from '../verdict/compute-verdict.ts';
import { computeTeamVerdict, type Member, type TeamVerdict } from '../verdict/team-verdict.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { RecordedAnswer } from './answer-records.ts';
import type { StartedDecision } from './decision.ts';
import { answersFrom } from './team.ts';

/** The answers that stand. The part is the reference to its name: a verdict never needs the words themselves. */
export function answersOf(decision: StartedDecision): Answers {
  const choices: Record<string, string> = {};
  for (const [question, record] of Object.entries(decision.questions)) {
    if (record.standing !== null) choices[question] = record.standing.option;
  }
  return { choices, part: decision.questions['5c']?.standing?.part ?? null };
}

/** Each person's revealed answers in team mode, in the order of their ids; nobody in open mode. */
export function membersOf(decision: StartedDecision): readonly Member[] {
  const given = new Map<string, Record<string, RecordedAnswer>>();
  for (const [question, record] of Object.entries(decision.questions)) {
    for (const [person, answer] of Object.entries(record.given)) {
      given.set(person, { ...given.get(person), [question]: answer });
    }
  }
  return [...given]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, answers]) => ({ name, answers: answersFrom(answers) }));
}

/** The verdict on what everybody may see, under a framework that need not be the decision's own. */
export function verdictOf(framework: Framework, decision: StartedDecision): Verdict {
  return computeVerdict(framework, answersOf(decision), contestedIn(framework, decision));
}

/** Whether two verdicts tell people to do the same, for the same part, whatever their scores and frameworks. */
export function isSameResult(one: Pick<Verdict, 'style' | 'part'>, other: Pick<Verdict, 'style' | 'part'>): boolean {
  return one.style === other.style && one.part === other.part;
}

/** The questions a team disagrees on, of those revealed. */
function contestedIn(framework: Framework, decision: StartedDecision): readonly QuestionId[] {
  const members = membersOf(decision);
  if (members.length === 0) return [];
  return mergeAnswers(
    framework,
    members.map((member) => member.answers),
  ).contested;
}

/** What a team's answers come to, and whether its differences matter; null in open mode and before the first reveal. */
export function teamVerdictOf(framework: Framework, decision: StartedDecision): TeamVerdict | null {
  const members = membersOf(decision);
  return members.length === 0 ? null : computeTeamVerdict(framework, members);
}
