// The port to the advisor: the model that explains and never decides (design.md §1).
import type { AskedId } from '../domain/framework.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { Redacted } from './advice/redact.ts';
import type { Passage } from './library.ts';

/** What an explanation is for: a question asked, why a question is asked, or why the verdict is what it is. */
export const purposes = ['answer', 'why', 'recommendation'] as const;
export type Purpose = (typeof purposes)[number];

/** One turn of the conversation so far. */
export type Turn = { readonly from: 'person' | 'downbeat'; readonly words: Redacted };

/** One answer of the decision, revealed to everyone, as the advisor may see it. */
export type AnswerFact = {
  readonly question: AskedId;
  /** The question's own words. */
  readonly asks: string;
  /** The option's label and meaning. */
  readonly says: string;
  /** The part's name, for 5c. */
  readonly part: Redacted | null;
  /** Who gave it, as a role: never a name. */
  readonly by: string;
  readonly notes: readonly Redacted[];
};

/** What the advisor may know of the verdict. It cannot change it: the verdict is computed before and elsewhere. */
export type VerdictFacts = Pick<
  Verdict,
  'style' | 'band' | 'score' | 'votes' | 'confidence' | 'warnings' | 'unanswered' | 'mostly'
> & { readonly part: Redacted | null };

/** Everything the advisor sees. It has no tools and no memory. */
export type AdvisorRequest = {
  readonly purpose: Purpose;
  readonly question: Redacted;
  /** The passages found, and only those. */
  readonly passages: readonly Passage[];
  readonly answers: readonly AnswerFact[];
  readonly verdict: VerdictFacts | null;
  readonly conversation: readonly Turn[];
};

/** Where a claim points: a passage and words that should stand in it. */
export type RawCitation = { readonly passage: string; readonly quote: string };

/** A claim as the model wrote it: nothing about it has been checked. */
export type RawClaim = { readonly text: string; readonly citations: readonly RawCitation[] };

/** Why there is no model to ask just now. */
export const unavailableReasons = [
  'not-configured',
  'resting',
  'timeout',
  'rate-limited',
  'rejected',
  'server-error',
  'unreachable',
  'cut-off',
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number];

/** How an explanation ended. Claims handed over before a bad end were complete and remain good. */
export type AdvisorResult =
  /** All was read; `misshapen` counts claims that were not of the agreed form. */
  | { readonly outcome: 'done'; readonly misshapen: number }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'malformed' }
  | { readonly outcome: 'unavailable'; readonly reason: UnavailableReason };

/** A question an answer could be proposed for, with its options. */
export type ProposalChoice = {
  readonly question: AskedId;
  readonly asks: string;
  readonly options: readonly { readonly id: string; readonly says: string }[];
};

/** What somebody said, and the questions it may bear on. */
export type ProposalRequest = { readonly words: Redacted; readonly choices: readonly ProposalChoice[] };

/** A proposal as the model wrote it: nothing about it has been checked. */
export type RawProposal = { readonly question: string; readonly option: string; readonly words: string };

/** How a proposal ended; null where the words bear on nothing. */
export type ProposalResult =
  | { readonly outcome: 'done'; readonly proposal: RawProposal | null }
  | Exclude<AdvisorResult, { readonly outcome: 'done' }>;

/** What a team said of its workflow: the decision's title and description, and the steps written so far. */
export type StepsRequest = { readonly title: Redacted; readonly description: Redacted; readonly written: Redacted };

/** Steps as the model wrote them, one a line: nothing about them has been checked. */
export type StepsResult =
  | { readonly outcome: 'done'; readonly lines: readonly string[] }
  | Exclude<AdvisorResult, { readonly outcome: 'done' }>;

/** The advisor. Nothing it does throws for what a provider may do: that is in the results. */
export type Advisor = {
  /** Changes with any word of the prompts, and with the model. */
  readonly version: string;
  /** Explains. `onClaim` is called once for each complete claim, as soon as it has arrived. */
  explain(
    request: AdvisorRequest,
    hooks: { readonly onClaim: (claim: RawClaim) => void; readonly signal?: AbortSignal },
  ): Promise<AdvisorResult>;
  /** Reads an answer to one of the framework's questions out of what somebody said. */
  propose(request: ProposalRequest, signal?: AbortSignal): Promise<ProposalResult>;
  /** Writes the steps of a workflow down from its description. */
  writeSteps(request: StepsRequest, signal?: AbortSignal): Promise<StepsResult>;
};
