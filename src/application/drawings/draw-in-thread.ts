// Runs the effects "show the drawings" and "show a change that was tried": off the thread that acknowledges clicks.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { CardLedger } from '../card-ledger.ts';
import type { DecisionAddress, DecisionStore } from '../decision-store.ts';
import type { FoldCache } from '../fold-cache.ts';
import { holding } from '../hold.ts';
import { loadDecision } from '../load-decision.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import type { Artist } from './artist.ts';
import { type Drawable, drawingsEffect } from './drawing-effect.ts';
import { type SharingParts, shareOnce } from './share-once.ts';
import { type Sheet, type SheetInput, sheetsOf, whatIfSheet } from './sheets.ts';

/** What drawing works with. */
export type DrawingParts = SharingParts & {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly owed: OwedEffects;
  readonly artist: Artist;
};

/** Shows drawings in a decision's thread. Repeating it is harmless: what was shown is not shown again. */
export type DrawInThread = {
  drawings(address: DecisionAddress, what: Drawable): Promise<Ran>;
  whatIf(address: DecisionAddress, number: number): Promise<Ran>;
};

/** Builds the procedure. */
export function createDrawInThread(parts: DrawingParts): DrawInThread {
  return {
    drawings: (address, what) =>
      show(parts, { address, effect: drawingsEffect(what) }, (input) => sheetsOf(input, what)),
    whatIf: (address, number) =>
      show(parts, { address, effect: `what-if.${number}` }, (input) => {
        const sheet = whatIfSheet(input, number);
        return sheet === null ? [] : [sheet];
      }),
  };
}

/** Drawings of one decision are shown one after the other, so that they come in order. */
function show(
  parts: DrawingParts,
  { address, effect }: { readonly address: DecisionAddress; readonly effect: string },
  sheets: (input: SheetInput) => readonly Sheet[],
): Promise<Ran> {
  return holding(parts.ledger, { address, name: 'drawing' }, () =>
    runOwed(parts.owed, { ...address, effect }, async () => {
      const [{ decision }, words] = await Promise.all([loadDecision(parts, address), parts.store.words(address)]);
      if (decision.status === 'unstarted') return { done: true };
      return shareAll(parts, { address, decision }, sheets({ artist: parts.artist, decision, words }));
    }),
  );
}

async function shareAll(
  parts: DrawingParts,
  { address, decision }: { readonly address: DecisionAddress; readonly decision: StartedDecision },
  sheets: readonly Sheet[],
): Promise<Ran> {
  if (decision.place === null) return { done: true };
  for (const sheet of sheets) {
    const ran = await shareOnce(parts, { address, decision, target: decision.place }, sheet);
    if (!ran.done) return ran;
  }
  return { done: true };
}

/** Tells whether everything asked for has been shown already. */
export async function isShown(ledger: CardLedger, address: DecisionAddress, keys: readonly string[]): Promise<boolean> {
  const entries = await ledger.entries(address);
  return keys.length > 0 && keys.every((key) => entries.get(key)?.state === 'posted');
}
