// What a card is made from and what it comes to.
import type { KnownBlock } from '@slack/types';
import type { Explanation } from '../../application/converse/explanations.ts';
import type { NextSteps } from '../../application/next-steps.ts';
import type { CardTexts } from '../../domain/card-texts.ts';
import type { CardKey } from '../../domain/decision/card-keys.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import type { Framework } from '../../domain/framework.ts';

/** Another decision as far as a card speaks of it; `url` leads to its thread, null while it has none. */
export type OtherDecision = {
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly url: string | null;
};

/** Everything a card shows. Rendering it twice gives the same message. */
export type CardInput = {
  readonly card: CardKey;
  readonly decision: StartedDecision;
  /** The words people wrote; erased ones are absent. */
  readonly words: ReadonlyMap<WordRef, string>;
  /** The framework the decision was started under. */
  readonly framework: Framework;
  /** The one it was accepted under, where that is another; absent where it is the same or nothing was accepted. */
  readonly acceptedFramework?: Framework;
  /** The one in force, where the decision counts by another. */
  readonly newerFramework?: Framework;
  readonly texts: CardTexts;
  /** What tools are chosen from; absent where a card speaks of none. */
  readonly nextSteps?: NextSteps;
  /** The verdict in a model's words, once there are any. */
  readonly inWords?: Explanation;
  /** Decisions this one has to do with: superseded, following, or due together. Damaged ones are absent. */
  readonly others?: ReadonlyMap<string, OtherDecision>;
  /** The permalink of another card of the decision, or null while it is not known. */
  link(card: CardKey): string | null;
};

/** A message: `text` carries the whole meaning for screen readers and notifications, `blocks` what is drawn. */
export type CardMessage = { readonly text: string; readonly blocks: KnownBlock[] };
