// The port to what is known of the messages that show a decision's cards.
import type { DecisionAddress } from './decision-store.ts';

/**
 * A card's message. `posting`: the marker written before `chat.postMessage`, whose outcome is not known yet;
 * its nonce is in the message's metadata so that it can be found again. `posted`: the message stands at `ts`.
 */
export type CardEntry =
  | { readonly state: 'posting'; readonly nonce: string; readonly since: number }
  | { readonly state: 'posted'; readonly channel: string; readonly ts: string; readonly shown: string | null };

/** Where the newest click on a card said a redraw may be sent. */
export type ReplyUrl = { readonly url: string; readonly until: number; readonly usesLeft: number };

/** The ledger of messages, one entry a card. */
export type CardLedger = {
  entry(address: DecisionAddress, card: string): Promise<CardEntry | null>;
  /** All cards that have a message, by key. */
  entries(address: DecisionAddress): Promise<ReadonlyMap<string, CardEntry>>;
  /** Writes the marker if the card has no message, keeping the nonce of an older attempt; answers the entry that stands then. */
  beginPosting(address: DecisionAddress, card: string, marker: { nonce: string; since: number }): Promise<CardEntry>;
  /** The message stands at `ts`; `shown` is the fingerprint of what it shows. */
  posted(
    address: DecisionAddress,
    card: string,
    message: { channel: string; ts: string; shown: string | null },
  ): Promise<void>;
  /** Forgets the card's message, so that it is posted anew. */
  forget(address: DecisionAddress, card: string): Promise<void>;
  /** Takes one use of the newest click's reply address, or null when there is none that still works at `now`. */
  takeReplyUrl(address: DecisionAddress, card: string, now: number): Promise<ReplyUrl | null>;
  /** Drops the reply address after Slack refused it. */
  dropReplyUrl(address: DecisionAddress, card: string): Promise<void>;
  /** Notes that something was done for the decision that is not done twice, such as telling somebody. */
  note(address: DecisionAddress, what: string): Promise<void>;
  isNoted(address: DecisionAddress, what: string): Promise<boolean>;
  /** Takes the right to write this card alone for `milliseconds`; null when somebody else has it. Give it back with `release`. */
  lease(address: DecisionAddress, card: string, milliseconds: number): Promise<string | null>;
  /** Keeps the right for so many milliseconds more, if it is still held. */
  renew(address: DecisionAddress, card: string, lease: string, milliseconds: number): Promise<void>;
  release(address: DecisionAddress, card: string, lease: string): Promise<void>;
};
