// Remembers folded decisions by version, so that a click reads only what is newer (design.md §5).
import type { Decision } from '../domain/decision/decision.ts';
import { createBoundedMemory } from './bounded-memory.ts';
import type { DecisionAddress } from './decision-store.ts';

/** A folded decision and how many events it was folded from. */
export type Folded = { readonly version: number; readonly decision: Decision };

/** A bounded memory of folds, one a process. A stale entry is harmless: the append checks the version. */
export type FoldCache = {
  get(address: DecisionAddress): Folded | null;
  /** Keeps the newer of what is known and what is given. */
  keep(address: DecisionAddress, folded: Folded): void;
  drop(address: DecisionAddress): void;
};

/** A cache of at most `size` decisions; the one used longest ago goes first. */
export function createFoldCache(size: number): FoldCache {
  const folds = createBoundedMemory<Folded>(size);
  return {
    get: (address) => folds.get(nameOf(address)),
    keep(address, folded) {
      const known = folds.get(nameOf(address));
      if (known === null || known.version <= folded.version) folds.keep(nameOf(address), folded);
    },
    drop: (address) => folds.drop(nameOf(address)),
  };
}

function nameOf({ team, decisionId }: DecisionAddress): string {
  return `${team} ${decisionId}`;
}
