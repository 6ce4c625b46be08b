// Finds the decision a thread belongs to, as replies about it are made from.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { Framework } from '../../domain/framework.ts';
import { type DecisionFacts, decisionFacts } from '../advice/decision-facts.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import type { Frameworks } from '../frameworks.ts';
import { loadDecision } from '../load-decision.ts';
import { threadName } from '../thread-name.ts';

/** A decision, and what the advisor may know of it. */
export type DecisionInThread = {
  readonly facts: DecisionFacts;
  readonly state: StartedDecision;
  readonly framework: Framework;
};

/** The decision at an address, as replies are made from; null where none was started. */
export type DescribeDecision = (address: DecisionAddress) => Promise<DecisionInThread | null>;
/** The decision of a thread; null where there is none. */
export type FindDecisionInThread = (thread: ThreadAddress) => Promise<DecisionInThread | null>;

type Parts = { readonly store: DecisionStore; readonly folds: FoldCache; readonly frameworks: Frameworks };

/** Builds the description of a decision. */
export function createDescribeDecision(parts: Parts): DescribeDecision {
  return async function describeDecision(address) {
    const [{ decision, version }, words] = await Promise.all([
      loadDecision(parts, address),
      parts.store.words(address),
    ]);
    if (decision.status === 'unstarted') return null;
    const framework = await parts.frameworks.of(address.team, decision.framework);
    return { facts: decisionFacts({ decision, version, framework, words }), state: decision, framework };
  };
}

/** Builds the look-up. */
export function createFindDecisionInThread(parts: Parts): FindDecisionInThread {
  const describeDecision = createDescribeDecision(parts);
  return async function findDecisionInThread({ team, channel, threadTs }) {
    const decisionId = await parts.store.decisionInThread(team, threadName(channel, threadTs));
    return decisionId === null ? null : describeDecision({ team, decisionId });
  };
}
