// What the procedures that make cards right work with.
import type { CardLedger } from './card-ledger.ts';
import type { CardSurface } from './card-surface.ts';
import type { CardWrites } from './card-writes.ts';
import type { VerdictInWords } from './converse/verdict-in-words.ts';
import type { DecisionStore } from './decision-store.ts';
import type { FoldCache } from './fold-cache.ts';
import type { Frameworks } from './frameworks.ts';
import type { HandleCommand } from './handle-command.ts';
import type { Log } from './log.ts';
import type { EffectNudger, OwedEffects } from './owed-effects.ts';
import type { Pace } from './pace.ts';
import type { ReportGone } from './reassess/report-gone.ts';

/** What running card effects works with. `nonce` gives a fresh mark for a post. */
export type CardParts = {
  readonly store: DecisionStore;
  readonly folds: FoldCache;
  readonly owed: OwedEffects;
  readonly ledger: CardLedger;
  readonly writes: CardWrites;
  readonly surface: CardSurface;
  readonly pace: Pace;
  readonly nudger: EffectNudger;
  readonly frameworks: Frameworks;
  readonly handleCommand: HandleCommand;
  readonly verdictInWords: VerdictInWords;
  readonly reportGone: ReportGone;
  readonly log: Log;
  readonly now: () => number;
  readonly nonce: () => string;
};
