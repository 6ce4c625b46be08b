// Runs the effect "share what I read": posts an explanation into its decision's thread, once.
import type { DecisionAddress } from '../decision-store.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import { aboutQuestion } from './explain-question.ts';
import type { Explanations } from './explanations.ts';
import { isFinished, type ShowReplyParts, showReply } from './show-reply.ts';
import { type Shared, shareEffect, threadOf } from './talk-address.ts';

/** Shares one explanation. Repeating it is harmless. */
export type ShareExplanation = (address: DecisionAddress, shared: Shared) => Promise<Ran>;

/** Builds the procedure. */
export function createShareExplanation(
  parts: ShowReplyParts & { readonly owed: OwedEffects; readonly explanations: Explanations },
): ShareExplanation {
  return function shareExplanation(address, shared) {
    const { name, question, person } = shared;
    return runOwed(parts.owed, { ...address, effect: shareEffect(shared) }, async () => {
      const thread = threadOf(address);
      const explanation = await parts.explanations.get(address.team, name, aboutQuestion(question));
      if (thread === null || explanation === null || (await isFinished(parts, thread, name))) return { done: true };
      const body = { kind: 'explanation', answer: explanation, question, person } as const;
      await showReply(parts, thread, { id: name, body, done: true });
      return { done: true };
    });
  };
}
