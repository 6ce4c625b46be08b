// Why a verdict moved: because of the answers, because of the framework, or because of both.
import { type Answers, countedAnswer } from '../answers.ts';
import { type Framework, type QuestionId, questionIds } from '../framework.ts';
import { computeVerdict } from '../verdict/compute-verdict.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** What a verdict was computed from. */
export type Basis = { readonly framework: Framework; readonly answers: Answers };

/**
 * What moved the style: nothing; the answers alone; the framework alone; either of them alone would have; or only both
 * together did.
 */
export type Cause = 'nothing' | 'answers' | 'framework' | 'either' | 'both';

/** An answer that differs; null is not answered. */
export type ChangedAnswer = { readonly question: QuestionId; readonly from: string | null; readonly to: string | null };

/** The four recomputed verdicts, what differs in the answers, and what moved the style. */
export type Difference = {
  readonly before: Verdict;
  readonly after: Verdict;
  /** The new answers under the old framework. */
  readonly newAnswersOnly: Verdict;
  /** The old answers under the new framework. */
  readonly newFrameworkOnly: Verdict;
  readonly changed: readonly ChangedAnswer[];
  readonly frameworkChanged: boolean;
  readonly cause: Cause;
};

/** Explains the way from one verdict to another by recomputing it in all four combinations (issue 5). */
export function explainDifference(old: Basis, now: Basis): Difference {
  const before = computeVerdict(old.framework, old.answers);
  const after = computeVerdict(now.framework, now.answers);
  const newAnswersOnly = computeVerdict(old.framework, now.answers);
  const newFrameworkOnly = computeVerdict(now.framework, old.answers);
  return {
    before,
    after,
    newAnswersOnly,
    newFrameworkOnly,
    changed: changedAnswers(old.answers, now.answers),
    frameworkChanged: old.framework.version !== now.framework.version,
    cause: causeOf({ before, after, newAnswersOnly, newFrameworkOnly }),
  };
}

function causeOf(verdicts: Pick<Difference, 'before' | 'after' | 'newAnswersOnly' | 'newFrameworkOnly'>): Cause {
  const { before, after, newAnswersOnly, newFrameworkOnly } = verdicts;
  if (before.style === after.style) return 'nothing';
  const answers = newAnswersOnly.style === after.style;
  const framework = newFrameworkOnly.style === after.style;
  if (answers && framework) return 'either';
  if (answers) return 'answers';
  return framework ? 'framework' : 'both';
}

/** The questions of which the counted answer differs, in the order they are asked. */
export function changedAnswers(old: Answers, now: Answers): readonly ChangedAnswer[] {
  return questionIds
    .map((question) => ({ question, from: countedAnswer(question, old), to: countedAnswer(question, now) }))
    .filter(({ question, from, to }) => from !== to || (question === '5c' && to === 'part' && old.part !== now.part));
}
