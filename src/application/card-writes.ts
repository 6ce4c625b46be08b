// The port to one write of one card: all that a redraw asks of the store, in as few round trips as there are waits between.
import type { CardKey } from '../domain/decision/card-keys.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import type { Urgency } from '../domain/decision/urgency.ts';
import type { CardEntry, ReplyUrl } from './card-ledger.ts';
import type { DecisionAddress, ReadDecision } from './decision-store.ts';
import type { Allowance } from './pace.ts';

/** What begins: the card, the effect that asks for it, and how many events the writer has folded already. */
export type CardWrite = {
  readonly card: CardKey;
  readonly effect: string;
  readonly sinceVersion: number;
  readonly leaseMs: number;
};

/** A write that may go on, with everything the card is drawn from as it is at one moment. */
export type BegunWrite = {
  /** The right to write this card alone, see {@link CardLedger}. */
  readonly lease: string;
  /** Who asked for the effect last, see {@link OwedEffects}. */
  readonly mark: string;
  readonly urgency: Urgency;
  /** See {@link DecisionStore.read}. */
  readonly read: Omit<ReadDecision, 'seen'>;
  readonly entries: ReadonlyMap<string, CardEntry>;
  readonly words: ReadonlyMap<WordRef, string>;
};

/** What came of beginning: begun, nothing is owed any more, or somebody else is writing this card. */
export type Begun =
  | ({ readonly state: 'begun' } & BegunWrite)
  | { readonly state: 'settled' }
  | { readonly state: 'held' };

/** What a card shows once a write has ended. */
export type ShownCard = { readonly channel: string; readonly ts: string; readonly shown: string };

/** What ends: `shown` is null where the message stayed as it was. */
export type EndedWrite = {
  readonly card: CardKey;
  readonly effect: string;
  readonly lease: string;
  readonly mark: string;
  readonly shown: ShownCard | null;
};

/** An edit that is allowed now, with the newest click's reply address if one still works; else how long to wait (ms). */
export type EditTaken =
  | { readonly wait: 0; readonly reply: ReplyUrl | null }
  | { readonly wait: number; readonly reply: null };

/** The writes of cards. Each method is one round trip. */
export type CardWrites = {
  /** Takes the right to write the card and reads what it is drawn from, or takes nothing. */
  begin(address: DecisionAddress, write: CardWrite): Promise<Begun>;
  /** Takes one edit from the allowance and, where it is given, one use of the newest click's reply address. */
  takeEdit(address: DecisionAddress, edit: { card: CardKey; allowance: Allowance; now: number }): Promise<EditTaken>;
  /** Notes what the card shows, strikes the effect out unless it was asked for again, and gives the right back. Answers whether it is settled. */
  end(address: DecisionAddress, ended: EndedWrite): Promise<boolean>;
};
