// Finds the decision a thread belongs to, as replies about it are made from.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { Framework } from '../../domain/framework.ts';
import { type DecisionFacts, decisionFacts } from '../advice/decision-facts.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { threadName } from '../handle-command.ts';
import { loadDecision } from '../load-decision.ts';

/** A decision, and what the advisor may know of it. */
export type DecisionInThread = {
  readonly facts: DecisionFacts;
  readonly state: StartedDecision;
  readonly framework: Framework;
};

/** The decision of a thread; null where there is none. */
export type FindDecisionInThread = (thread: ThreadAddress) => Promise<DecisionInThread | null>;

/** Builds the look-up. */
export function createFindDecisionInThread(parts: {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly frameworks: Frameworks;
}): FindDecisionInThread {
  return async function findDecisionInThread({ team, channel, threadTs }) {
    const decisionId = await parts.store.decisionInThread(team, threadName(channel, threadTs));
    if (decisionId === null) return null;
    const address = { team, decisionId };
    const [{ decision, version }, words] = await Promise.all([
      loadDecision(parts, address),
      parts.store.words(address),
    ]);
    if (decision.status === 'unstarted') return null;
    const framework = await parts.frameworks.of(team, decision.framework);
    return { facts: decisionFacts({ decision, version, framework, words }), state: decision, framework };
  };
}
