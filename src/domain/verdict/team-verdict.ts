// The verdict on a team's answers, and whether its disagreement matters (scoring.md §4, Team disagreement).
import { type Answers, countedAnswer, sheetOf } from '../answers.ts';
import type { Framework, QuestionId } from '../framework.ts';
import { mergeAnswers } from '../merge-answers.ts';
import { computeVerdict, styleJudge } from './compute-verdict.ts';
import type { Style, Verdict } from './verdict.ts';

/** One person's answers; `name` is a name or an id and is handed back as given. */
export type Member = { readonly name: string; readonly answers: Answers };

/** The merged verdict and what each member alone would have got. */
export type TeamVerdict = {
  readonly verdict: Verdict;
  /** The merged answers the verdict was computed from. */
  readonly answers: Answers;
  readonly members: readonly { readonly name: string; readonly style: Style }[];
  /** True when a member's own answers lead to another style than the merged ones. */
  readonly stylesDiffer: boolean;
  /** The contested questions of which settling alone, one way or another, would change the style; in order. */
  readonly decisive: readonly QuestionId[];
};

/** The verdict on a team's answers. One member gives the verdict of that member. The order of members does not matter. */
export function computeTeamVerdict(framework: Framework, members: readonly Member[]): TeamVerdict {
  const { answers, contested } = mergeAnswers(
    framework,
    members.map((member) => member.answers),
  );
  const verdict = computeVerdict(framework, answers, contested);
  const styleOf = styleJudge(framework);
  const sheet = sheetOf(answers);
  const settlingChanges = (question: QuestionId) =>
    members
      .flatMap((member) => countedAnswer(question, member.answers) ?? [])
      .some((choice) => styleOf({ ...sheet, [question]: choice }) !== verdict.style);
  const styles = members.map(({ name, answers: own }) => ({ name, style: styleOf(sheetOf(own)) }));
  return {
    verdict,
    answers,
    members: styles,
    stylesDiffer: styles.some((member) => member.style !== verdict.style),
    decisive: contested.filter(settlingChanges),
  };
}

/**
 * Whether the difference in a team's answers changes the verdict: somebody's own answers lead to another style, or
 * settling one contested question would. If not, the disagreement is worth one quiet line (design.md §2, Team).
 */
export function disagreementMatters(team: TeamVerdict): boolean {
  return team.stylesDiffer || team.decisive.length > 0;
}
