// Merges the answers of several people into one set, and finds what they disagree on (scoring.md §4, Team disagreement).
import { type Answers, consistencyAnswer, countedAnswer, isActive, namedPart } from './answers.ts';
import { type AskedId, consistencyQuestionId, type Framework, type QuestionId, questionIds } from './framework.ts';
import { type Weights, weightOf, weightsOf } from './verdict/weights.ts';

/** One set of answers for a whole team; contested questions in order. */
export type MergedAnswers = { readonly answers: Answers; readonly contested: readonly QuestionId[] };

/** Questions on which any difference is contested, whatever the weights. */
const contestedByAnyDifference: ReadonlySet<QuestionId> = new Set(['2a', '4b', '5b', '5c']);

/** The most frequent text, or null for none and for a tie. */
function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const winners = [...counts].filter(([, count]) => count === most);
  const [winner] = winners;
  return winners.length === 1 && winner !== undefined ? winner[0] : null;
}

/** A name for comparing: case and spacing make no other name. */
function comparable(name: string): string {
  return name.replace(/\s+/gu, ' ').toLowerCase();
}

/** The name most people gave the part, in its most frequent spelling, or null when they do not agree. */
function mergedPart(names: readonly string[]): string | null {
  const agreed = mostFrequent(names.map(comparable));
  if (agreed === null) return null;
  const spellings = names.filter((name) => comparable(name) === agreed).toSorted();
  return mostFrequent(spellings) ?? spellings[0] ?? null;
}

function hasOppositeWeights(question: QuestionId, choices: readonly string[], weights: Weights): boolean {
  const pulls = choices.map((choice) => weightOf(weights, question, choice));
  return pulls.some((pull) => pull > 0) && pulls.some((pull) => pull < 0);
}

/** The counted answers to a question, one a member who has any. */
function givenTo(question: QuestionId, members: readonly Answers[]): readonly string[] {
  return members.flatMap((member) => countedAnswer(question, member) ?? []);
}

/** The names given to the part by those who see one. */
function partNames(members: readonly Answers[]): readonly string[] {
  return members
    .filter((member) => countedAnswer('5c', member) === 'part')
    .flatMap((member) => namedPart(member) ?? []);
}

/**
 * Merges answers without asking what they weigh: per question the most frequent one; don't know, switched-off answers
 * and a part without a name do not vote; a tie counts as unanswered. Any difference about the owner (5b) counts as
 * `none`: if a team cannot agree who is accountable, nobody is. The order of members does not matter.
 */
export function mergeChoices(members: readonly Answers[]): Answers {
  const choices: Partial<Record<AskedId, string>> = {};
  for (const question of questionIds) {
    const given = givenTo(question, members);
    const differs = new Set(given).size > 1;
    const merged = question === '5b' && differs ? 'none' : mostFrequent(given);
    if (merged !== null) choices[question] = merged;
  }
  const consistency = mostFrequent(members.flatMap((member) => consistencyAnswer(member) ?? []));
  if (consistency !== null) choices[consistencyQuestionId] = consistency;
  return { choices, part: mergedPart(partNames(members)) };
}

/**
 * Merges answers as {@link mergeChoices} does, and finds the questions the members disagree on. The order of members
 * does not matter.
 */
export function mergeAnswers(framework: Framework, members: readonly Answers[]): MergedAnswers {
  const weights = weightsOf(framework);
  const answers = mergeChoices(members);
  const names = new Set(partNames(members).map(comparable));
  const contested = questionIds.filter((question) => {
    const given = givenTo(question, members);
    const differs = new Set(given).size > 1;
    return (
      (differs && (contestedByAnyDifference.has(question) || mostFrequent(given) === null)) ||
      hasOppositeWeights(question, given, weights) ||
      (question === '5c' && names.size > 1)
    );
  });
  return { answers, contested: contested.filter((question) => isActive(question, answers)) };
}
