// The port to where cards are shown to people.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { PersonId, WordRef } from '../domain/decision/refs.ts';
import type { Framework } from '../domain/framework.ts';
import type { Explanation } from './converse/explanations.ts';

/** Everything a card is drawn from. `messages` holds where the decision's other cards stand, for links between them. */
export type CardView = {
  readonly card: CardKey;
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly framework: Framework;
  /** The one it was accepted under, where that is another. */
  readonly acceptedFramework?: Framework;
  /** The one in force, where the decision counts by another. */
  readonly newerFramework?: Framework;
  readonly messages: ReadonlyMap<string, Message>;
  /** Decisions this one has to do with, by id; damaged ones are absent. */
  readonly others: ReadonlyMap<string, RelatedDecision>;
  /** The verdict in a model's words, once there are any. */
  readonly inWords?: Explanation;
};

/** Another decision as far as a card speaks of it. */
export type RelatedDecision = {
  readonly decision: StartedDecision;
  readonly words: ReadonlyMap<WordRef, string>;
};

/** A message on the surface. */
export type Message = { readonly channel: string; readonly ts: string };

/** A drawn card. `body` is opaque here; equal fingerprints mean that people would see the same. */
export type DrawnCard = { readonly body: string; readonly fingerprint: string };

/** What a message carries, unseen, so that it can be recognised later: which card it is, and of which attempt. */
export type Marker = { readonly decisionId: string; readonly card: CardKey; readonly nonce: string };

/** Where a card goes: a channel, and a thread unless it opens one. */
export type Target = { readonly channel: string; readonly threadTs: string | null };

/** Who waits for a card, and where they can be told so alone: through the reply address if there is one. */
export type Waiting = {
  /** The first card of a decision, or the next one after an answer. */
  readonly card: 'first' | 'next';
  readonly replyUrl: string | null;
  /** Null where it is not known who clicked last. */
  readonly person: PersonId | null;
  readonly channel: string;
  readonly threadTs: string | null;
};

/** Why a place takes no cards. */
export type PlaceProblem =
  | 'not-in-channel'
  | 'channel-not-found'
  | 'archived'
  | 'read-only'
  | 'thread-only'
  | 'not-threadable'
  | 'thread-locked'
  | 'messages-tab-off'
  | 'restricted'
  | 'message-limit';

/** What became of a post. */
export type Posted =
  | { readonly outcome: 'posted'; readonly message: Message }
  | { readonly outcome: 'no-place'; readonly problem: PlaceProblem };

/** What became of a card's post; `no-person`: it was for one person alone, and their account is gone. */
export type PostedCard = Posted | { readonly outcome: 'no-person' };

/** What became of an edit: `gone` and `closed` call for a new message, `no-place` for patience. */
export type Edited =
  | { readonly outcome: 'edited' | 'gone' | 'closed' }
  | { readonly outcome: 'no-place'; readonly problem: PlaceProblem };

/** What reading back found. `not-allowed`: the app may not read there, so nobody can know. */
export type Found =
  | { readonly outcome: 'found'; readonly message: Message }
  | { readonly outcome: 'absent' | 'not-allowed' };

/** Where people see cards. Every method may throw {@link SurfaceBusyError} or an accident that is worth another try. */
export type CardSurface = {
  /** Draws a card, or answers null while it is not due. */
  draw(view: CardView): DrawnCard | null;
  /** Posts once and never again by itself: the outcome of a lost call is settled by {@link CardSurface.find}. */
  post(target: Target, drawn: DrawnCard, marker: Marker): Promise<PostedCard>;
  edit(message: Message, drawn: DrawnCard, marker: Marker): Promise<Edited>;
  /** Redraws the clicked message through its reply address; false when Slack no longer takes it. */
  redraw(replyUrl: string, drawn: DrawnCard): Promise<boolean>;
  /** Looks for a post begun at `since` (milliseconds since 1970) whose outcome is unknown. */
  find(target: Target, marker: Marker, since: number): Promise<Found>;
  /** Whether a person still has an account here; true where nobody can say. */
  isThere(person: PersonId): Promise<boolean>;
  /** Tells one person why their decision could not be placed. */
  tellPlaceProblem(replyUrl: string, problem: PlaceProblem): Promise<void>;
  /** Tells one person that what they did is recorded though the card does not stand yet; throws when they could not be told. */
  tellDelay(to: Waiting): Promise<void>;
};

/** The surface asks for patience: try again after so many milliseconds. */
export class SurfaceBusyError extends Error {
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(`the surface asks to wait ${retryAfterMs} ms`);
    this.name = 'SurfaceBusyError';
    this.retryAfterMs = retryAfterMs;
  }
}
