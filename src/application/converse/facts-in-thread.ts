// Finds the decision a thread belongs to, as the advisor may know it.
import { type DecisionFacts, decisionFacts } from '../advice/decision-facts.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { threadName } from '../handle-command.ts';
import { loadDecision } from '../load-decision.ts';

/** What is known of the decision in a thread; null where there is none. */
export type FactsInThread = (thread: ThreadAddress) => Promise<DecisionFacts | null>;

/** Builds the look-up. */
export function createFactsInThread(parts: {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly frameworks: Frameworks;
}): FactsInThread {
  return async function factsInThread({ team, channel, threadTs }) {
    const decisionId = await parts.store.decisionInThread(team, threadName(channel, threadTs));
    if (decisionId === null) return null;
    const address = { team, decisionId };
    const [{ decision, version }, words] = await Promise.all([
      loadDecision(parts, address),
      parts.store.words(address),
    ]);
    if (decision.status === 'unstarted') return null;
    const framework = await parts.frameworks.of(team, decision.framework);
    return decisionFacts({ decision, version, framework, words });
  };
}
