// What somebody asks, and where the claims of the answer go.
import type { Purpose } from '../advisor.ts';
import type { NumberedClaim, Source } from './answer.ts';
import type { Asker } from './answer-budget.ts';
import type { DecisionFacts } from './decision-facts.ts';
import type { StoredTurn } from './transcripts.ts';

/** What somebody asks, and where. */
export type Asked = {
  readonly asker: Asker;
  readonly purpose: Purpose;
  /** Plain words, without the mention of Downbeat. */
  readonly question: string;
  /** What was said before in this thread, oldest first. */
  readonly conversation: readonly StoredTurn[];
  /** The decision of this thread, or null outside of any. */
  readonly decision: DecisionFacts | null;
};

/** Called once for each claim, in order, with the sources numbered so far. Nothing is called after the answer is there. */
export type OnClaim = (claim: NumberedClaim, sources: readonly Source[]) => void;
