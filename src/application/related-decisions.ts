// Reads the decisions a card speaks of besides its own.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { RelatedDecision } from './card-surface.ts';
import { digestOn } from './card-target.ts';
import type { DecisionStore } from './decision-store.ts';
import type { FoldCache } from './fold-cache.ts';
import { loadDecision } from './load-decision.ts';
import type { Log } from './log.ts';
import { unlessDamaged } from './unless-damaged.ts';

/** The decisions a card names: where its decision came from, what came of it, and what is due together with it. */
export function relatedTo(card: CardKey, decision: StartedDecision): readonly string[] {
  const { origin, successor, followUps } = decision;
  const near = [origin?.decisionId ?? null, successor, ...followUps];
  const told = digestOn(decision, card)?.members ?? [];
  const named = [...near, ...told].filter((id) => id !== null);
  return [...new Set(named)].filter((id) => id !== decision.decisionId);
}

/** Reads them. A damaged one is left out: it must not keep this decision's card from being right. */
export async function relatedDecisions(
  parts: { readonly store: DecisionStore; readonly folds: FoldCache; readonly log: Log },
  team: string,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, RelatedDecision>> {
  const read = await Promise.all(
    decisionIds.map(async (decisionId) => {
      const address = { team, decisionId };
      const reading = Promise.all([loadDecision(parts, address), parts.store.words(address)]);
      const found = await unlessDamaged(reading, { decisionId, log: parts.log });
      return found === null ? null : { decision: found[0].decision, words: found[1] };
    }),
  );
  const related = new Map<string, RelatedDecision>();
  for (const found of read) {
    if (found === null || found.decision.status === 'unstarted') continue;
    const { decision, words } = found;
    related.set(decision.decisionId, { decision, words });
  }
  return related;
}
