// What an answer is: checked claims, the numbered sources they cite, and an honest word where there are none.
import type { SourceLink } from '../../domain/framework.ts';
import type { UnavailableReason } from '../advisor.ts';
import type { NoAnswerReason } from '../library.ts';

/** Why a claim was dropped before anybody saw it. */
export const dropReasons = [
  'misshapen',
  'empty',
  'too-long',
  'markup',
  'instruction',
  'unknown-passage',
  'no-quote',
  'short-quote',
  'altered-quote',
  'number',
  'name',
  'style',
  'polarity',
  'swapped',
  'overstated',
  'unsupported',
  'repeated',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** How many claims were dropped, by reason. */
export type Dropped = Readonly<Partial<Record<DropReason, number>>>;

/** Where a claim points: a passage, and words that stand in it. */
export type Citation = { readonly passage: string; readonly quote: string };

/** A claim whose every citation was checked. `text` is plain text: no markup, no links, no mentions. */
export type CheckedClaim = { readonly text: string; readonly citations: readonly Citation[] };

/** A claim with the numbers of its sources, in the order they are first cited. */
export type NumberedClaim = { readonly text: string; readonly sources: readonly number[] };

/** One numbered source: a passage with everything a reader needs to look it up. */
export type Source = {
  /** 1 for the first. */
  readonly number: number;
  readonly passage: string;
  readonly title: string;
  readonly links: readonly SourceLink[];
  /** The day its facts were last checked, as `YYYY-MM-DD`. */
  readonly checked: string;
  /** The words quoted from it, in the order of the claims. */
  readonly quotes: readonly string[];
};

/** Why the model did not write the answer although one was wanted. */
export type Fallback = UnavailableReason | 'refused' | 'malformed' | 'budget';

/** Why there is no answer: the question asks for something else, or no claim stood. */
export type NoAnswer = NoAnswerReason | 'nothing-stood';

/** An answer ready to be shown. */
export type Answer = {
  /** Who wrote the claims: the model, the passages themselves, or nobody. */
  readonly by: 'model' | 'passages' | 'none';
  readonly claims: readonly NumberedClaim[];
  readonly sources: readonly Source[];
  /** Where to look instead when there are no claims: the nearest passages; empty otherwise. */
  readonly nearest: readonly {
    readonly passage: string;
    readonly title: string;
    readonly links: readonly SourceLink[];
  }[];
  readonly dropped: Dropped;
  readonly noAnswer: NoAnswer | null;
  readonly fallback: Fallback | null;
  /** Versions of what it was made from; `advisor` is null when no model wrote it. */
  readonly versions: { readonly knowledge: string; readonly advisor: string | null };
};
