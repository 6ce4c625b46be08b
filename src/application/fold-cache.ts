// Remembers folded decisions by version, so that a click reads only what is newer (design.md §5).
import type { Decision } from '../domain/decision/decision.ts';
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
  const folds = new Map<string, Folded>();
  const nameOf = ({ team, decisionId }: DecisionAddress): string => `${team} ${decisionId}`;
  return {
    get(address) {
      const name = nameOf(address);
      const folded = folds.get(name);
      if (folded === undefined) return null;
      folds.delete(name);
      folds.set(name, folded);
      return folded;
    },
    keep(address, folded) {
      const name = nameOf(address);
      const known = folds.get(name);
      if (known !== undefined && known.version > folded.version) return;
      folds.delete(name);
      folds.set(name, folded);
      const oldest = folds.size > size ? folds.keys().next().value : undefined;
      if (oldest !== undefined) folds.delete(oldest);
    },
    drop(address) {
      folds.delete(nameOf(address));
    },
  };
}
