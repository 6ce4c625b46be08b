// Reads what a modal about a decision is made from.
import { loadDecision } from '../application/load-decision.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import { refusal } from '../domain/decision/refusal.ts';
import type { Framework } from '../domain/framework.ts';
import { wordsOf } from './cards/wording.ts';
import { type ListenerParts, troubleOf } from './listener-parts.ts';

/** A decision with its framework and words. */
export type ShownDecision = {
  readonly ok: true;
  readonly decision: StartedDecision;
  readonly framework: Framework;
  readonly words: ReadonlyMap<WordRef, string>;
};

/** The same, or the sentence that says why there is none to show. */
export type DecisionToShow = ShownDecision | { readonly ok: false; readonly problem: string };

/** The title of a decision that is shown, in a line. */
export function nameOf({ decision, words }: ShownDecision): string {
  return wordsOf(words, decision.title);
}

/** Reads a decision for a modal: two round trips to the store, well within a trigger's three seconds. */
export async function decisionToShow(parts: ListenerParts, decisionId: string): Promise<DecisionToShow> {
  const address = { team: parts.workspace.key, decisionId };
  try {
    const [{ decision }, words] = await Promise.all([loadDecision(parts, address), parts.store.words(address)]);
    if (decision.status === 'unstarted') return { ok: false, problem: refusal('not-started').words };
    const framework = await parts.frameworks.of(address.team, decision.framework);
    return { ok: true, decision, framework, words };
  } catch (error) {
    const problem = troubleOf(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}
