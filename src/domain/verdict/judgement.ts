// What a version of the rules has to deliver for one sheet of answers.
import type { Sheet } from '../answers.ts';
import type { Reason, RuleId, Style, Votes, WarningId } from './verdict.ts';
import type { Weights } from './weights.ts';

/** Fewer answered pillars than this: no recommendation, only the next question (scoring.md §4). */
export const MIN_ANSWERED_PILLARS = 3;

/** The part of a verdict that follows from one sheet alone, without looking at other answers. */
export type Judgement = {
  /** The style a person is told: `open` as long as too few pillars are answered. */
  readonly style: Style;
  /** The style the answers point at, however few they are. */
  readonly leaningStyle: Style;
  readonly votes: Votes;
  readonly score: number;
  /** The score before the rule that caps it; one raised weight never lowers it (scoring.md §10). */
  readonly scoreBeforeCap: number;
  /** Rules that changed the result. */
  readonly rules: readonly RuleId[];
};

/** What reasons are found in. */
export type Facts = { readonly sheet: Sheet; readonly votes: Votes; readonly weights: Weights };

/** What speaks for a style, and which pillars speak against it; both with the strongest first. */
export type Reasons = { readonly reasons: readonly Reason[]; readonly against: readonly Reason[] };

/** One version of the rules. */
export type Rules = {
  readonly judge: (sheet: Sheet, weights: Weights) => Judgement;
  readonly warningsFor: (sheet: Sheet, judgement: Judgement) => readonly WarningId[];
  readonly reasonsFor: (style: Style, facts: Facts) => Reasons;
};
