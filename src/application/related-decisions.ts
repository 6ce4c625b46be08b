// Reads the decisions a card speaks of besides its own.
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { CardKey } from '../domain/decision/react.ts';
import type { RelatedDecision } from './card-surface.ts';
import type { DecisionStore } from './decision-store.ts';
import type { FoldCache } from './fold-cache.ts';
import { loadDecision } from './load-decision.ts';

/** The decisions a card names: where its decision came from, what came of it, and what is due together with it. */
export function relatedTo(card: CardKey, decision: StartedDecision): readonly string[] {
  const { origin, successor, followUps, together } = decision;
  const near = [origin?.decisionId ?? null, successor, ...followUps];
  const told = together !== null && card === `reminder-${together.reminder}` ? together.digest.members : [];
  const named = [...near, ...told].filter((id) => id !== null);
  return [...new Set(named)].filter((id) => id !== decision.decisionId);
}

/** Reads them. One that cannot be read is left out: it must not keep this decision's card from being right. */
export async function relatedDecisions(
  parts: { readonly store: DecisionStore; readonly folds: FoldCache },
  team: string,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, RelatedDecision>> {
  const read = await Promise.allSettled(
    decisionIds.map(async (decisionId) => {
      const address = { team, decisionId };
      const [{ decision }, words] = await Promise.all([loadDecision(parts, address), parts.store.words(address)]);
      return { decisionId, decision, words };
    }),
  );
  const found = new Map<string, RelatedDecision>();
  for (const result of read) {
    if (result.status === 'rejected' || result.value.decision.status === 'unstarted') continue;
    const { decisionId, decision, words } = result.value;
    found.set(decisionId, { decision, words });
  }
  return found;
}
