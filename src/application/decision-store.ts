// The port to where decisions are kept: events, owed effects, words, cards' messages, as one atomic write.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { Decision } from '../domain/decision/decision.ts';
import type { DecisionEvent } from '../domain/decision/events.ts';
import type { PersonId, WordRef } from '../domain/decision/refs.ts';
import type { Summary } from '../domain/decision/summary.ts';

/** A decision's address: the workspace (enterprise or team id) and the decision's own id. */
export type DecisionAddress = { readonly team: string; readonly decisionId: string };

/**
 * The click a command came from: which card on which message, and where the newest redraw may be sent. `start` is no
 * card: it keeps where to tell the starter that their decision could not be placed.
 */
export type ClickedCard = {
  readonly card: CardKey | 'start';
  readonly channel: string;
  readonly ts: string;
  /** Slack's `response_url`, good for 5 uses within 30 minutes; null where the payload had none. */
  readonly replyUrl: string | null;
};

/** Another decision of the same workspace that changes in the same write: superseded, followed up, or told together. */
export type Companion = {
  readonly decisionId: string;
  readonly expectedVersion: number;
  readonly events: readonly DecisionEvent[];
  readonly owed: readonly string[];
  readonly summary: Summary;
};

/** One atomic write. Everything in it is stored, or nothing is. */
export type Append = DecisionAddress & {
  /** How many events the writer has folded; the write is refused when there are more. */
  readonly expectedVersion: number;
  /** Stands for the delivery that caused it: the same key a second time gets the first outcome. */
  readonly deliveryKey: string;
  readonly at: number;
  readonly events: readonly DecisionEvent[];
  /** Cards that must be made right because of these events. */
  readonly owed: readonly string[];
  readonly words: Readonly<Record<WordRef, string>>;
  readonly summary: Summary;
  /** The fold after these events, when it is time for a snapshot; else null. */
  readonly snapshot: Decision | null;
  /** The thread to claim for this decision, as `channel:ts`: one decision a thread. */
  readonly claimThread: string | null;
  readonly clicked: ClickedCard | null;
  /** Who owned it before, where that is known: it leaves that person's list. When it is due comes from the summary. */
  readonly ownerBefore: PersonId | null;
  readonly companions: readonly Companion[];
};

/** What became of a write. */
export type Appended =
  | { readonly outcome: 'appended'; readonly version: number }
  /** Somebody else wrote first: these are the events the writer had not seen. */
  | { readonly outcome: 'conflict'; readonly version: number; readonly newer: readonly DecisionEvent[] }
  /** This delivery was already handled; `version` is what it led to then. */
  | { readonly outcome: 'duplicate'; readonly version: number }
  /** The thread already has a decision. */
  | { readonly outcome: 'thread-taken'; readonly decisionId: string }
  /** The click came from a copy of the card that is no longer the card. Nothing was written. */
  | { readonly outcome: 'stale-card'; readonly currentTs: string }
  /** Somebody else wrote to a companion first. Nothing was written. */
  | { readonly outcome: 'companion-conflict' };

/** What a read gives: a fold to start from and the events since. `seen` tells whether the delivery key was handled before. */
export type ReadDecision = {
  readonly version: number;
  readonly from: { readonly version: number; readonly decision: Decision } | null;
  readonly newer: readonly DecisionEvent[];
  readonly seen: boolean;
};

/**
 * Where decisions are kept. Throws {@link StoreUnreachableError}, {@link StoreSilentError} or {@link StoreRefusedError},
 * never a silent success; any other error means that this decision's record is damaged.
 */
export type DecisionStore = {
  /** The events after `sinceVersion`; from 0 a snapshot may stand for the older ones. One round trip. */
  read(address: DecisionAddress, sinceVersion: number, deliveryKey: string | null): Promise<ReadDecision>;
  /** One round trip. */
  append(append: Append): Promise<Appended>;
  /** All events from the first, for exports. */
  history(address: DecisionAddress): Promise<readonly DecisionEvent[]>;
  /** The words people wrote in this decision; erased ones are absent. */
  words(address: DecisionAddress): Promise<ReadonlyMap<WordRef, string>>;
  /** The decision that lives in a thread, or null. */
  decisionInThread(team: string, thread: string): Promise<string | null>;
};

/** The store could not be reached: nothing was recorded. */
export class StoreUnreachableError extends Error {
  constructor(cause: unknown) {
    super('the store could not be reached; nothing was recorded', { cause });
    this.name = 'StoreUnreachableError';
  }
}

/** The store was asked and did not answer in time: the write may or may not have been made. */
export class StoreSilentError extends Error {
  constructor(cause: unknown) {
    super('the store did not answer; it may or may not have recorded', { cause });
    this.name = 'StoreSilentError';
  }
}

/** The store answered that it cannot write, such as when its memory is full: nothing was recorded. */
export class StoreRefusedError extends Error {
  constructor(cause: unknown) {
    super('the store refused to write; nothing was recorded', { cause });
    this.name = 'StoreRefusedError';
  }
}

/** Whether an accident is the store's, and passes: what failed is worth another try. */
export function isStoreFailure(error: unknown): boolean {
  return (
    error instanceof StoreUnreachableError || error instanceof StoreSilentError || error instanceof StoreRefusedError
  );
}
