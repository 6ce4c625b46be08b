// Brings a decision up to date from the store, reading only what this process has not folded yet.
import { unstarted } from '../domain/decision/decision.ts';
import { fold } from '../domain/decision/evolve.ts';
import type { DecisionAddress, DecisionStore, ReadDecision } from './decision-store.ts';
import type { FoldCache, Folded } from './fold-cache.ts';

/** A decision as it is now; `seen` tells whether the delivery was handled before. */
export type Loaded = Folded & { readonly seen: boolean };

/** Reads and folds what is newer than the cache. One round trip, two when the store has fewer events than the cache. */
export async function loadDecision(
  parts: { readonly store: DecisionStore; readonly folds: FoldCache },
  address: DecisionAddress,
  deliveryKey: string | null = null,
): Promise<Loaded> {
  const { store, folds } = parts;
  const known = folds.get(address);
  const read = await store.read(address, known?.version ?? 0, deliveryKey);
  const folded = foldRead(folds, address, { known, read });
  return folded === null ? loadDecision(parts, address, deliveryKey) : { ...folded, seen: read.seen };
}

/** What was remembered when a read began, and what it brought. */
type ReadSince = { readonly known: Folded | null; readonly read: Omit<ReadDecision, 'seen'> };

/**
 * Folds what a read brought, and remembers it. Null when the store has fewer events than were remembered: read again then,
 * from the first.
 */
export function foldRead(folds: FoldCache, address: DecisionAddress, { known, read }: ReadSince): Folded | null {
  if (known !== null && read.version < known.version) {
    // Redis lost its last second or was restored: what this process remembers never happened.
    folds.drop(address);
    return null;
  }
  const decision = fold(read.newer, known?.decision ?? read.from?.decision ?? unstarted);
  const folded = { version: read.version, decision };
  folds.keep(address, folded);
  return folded;
}
