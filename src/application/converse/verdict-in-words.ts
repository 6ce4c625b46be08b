// The verdict in words, for whoever draws its card: what is kept, or nothing yet, and then it is owed.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { EffectNudger, OwedEffects } from '../owed-effects.ts';
import type { Explanation, Explanations } from './explanations.ts';

/** The effect that has the verdict explained. */
export const EXPLAIN_VERDICT = 'explain-verdict';

/** What the look-up works with. */
export type VerdictInWordsParts = {
  readonly explanations: Explanations;
  readonly owed: OwedEffects;
  readonly nudger: EffectNudger;
  /** Whether a model is configured: without one the card says all there is to say. */
  readonly hasModel: boolean;
};

/** The explanation of the verdict as it stands, or null; where there is none yet, one is owed: no card waits for it. */
export type VerdictInWords = (address: DecisionAddress, decision: StartedDecision) => Promise<Explanation | null>;

/** Builds the look-up, for whoever draws the card. */
export function createVerdictInWords(parts: VerdictInWordsParts): VerdictInWords {
  return async function verdictInWords(address, { verdict, decisionId }) {
    if (!parts.hasModel || verdict === null || verdict.tooLittle) return null;
    const known = await parts.explanations.get(address.team, verdictName(decisionId), JSON.stringify(verdict));
    if (known !== null) return known;
    await parts.owed.owe(address, EXPLAIN_VERDICT);
    parts.nudger.nudge(address, [EXPLAIN_VERDICT]);
    return null;
  };
}

/** What a verdict's explanation is kept under. */
export function verdictName(decisionId: string): string {
  return `verdict-${decisionId}`;
}
