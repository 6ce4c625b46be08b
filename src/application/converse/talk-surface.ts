// The port to where Downbeat replies in words.
import type { PersonId } from '../../domain/decision/refs.ts';
import type { AskedId } from '../../domain/framework.ts';
import type { NumberedClaim } from '../advice/answer.ts';
import type { Argument } from '../advice/argue-about.ts';
import type { Proposal } from '../advice/cues.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { Edited, Found, Message, Posted } from '../card-surface.ts';
import type { Explanation } from './explanations.ts';

/**
 * Words in an answer's place: it takes longer, something is in the way and is tried again, it was given up, or somebody
 * stopped it.
 */
export type DelayStage = 'working' | 'trouble' | 'over' | 'stopped';

/** What a reply says. */
export type ReplyBody =
  /** A cited answer. */
  | {
      readonly kind: 'answer';
      readonly answer: Explanation;
    }
  /** Why a question is asked, as somebody read it and wants others to. */
  | {
      readonly kind: 'explanation';
      readonly answer: Explanation;
      readonly question: AskedId;
      readonly person: PersonId;
    }
  /** Somebody's words plainly answer a question of the decision: recorded only when a person confirms. */
  | {
      readonly kind: 'proposal';
      readonly decisionId: string;
      readonly proposal: Proposal;
      readonly standing: string | null;
    }
  /** Somebody argues about the verdict: which answer that touches, since only answers move it. */
  | {
      readonly kind: 'argument';
      readonly decisionId: string;
      readonly argument: Argument;
      readonly standing: string | null;
    }
  /** No answer yet, or none at all. */
  | { readonly kind: 'delay'; readonly stage: DelayStage };

/** A reply as far as it has come: `done` is false while checked claims are still arriving. */
export type Reply = {
  /** The message replied to. */
  readonly id: string;
  readonly body: ReplyBody;
  readonly done: boolean;
};

/** What became of starting a stream: refused where there are no streams, or none just now. */
export type StreamStarted =
  | { readonly outcome: 'started'; readonly message: Message }
  | { readonly outcome: 'refused' };

/** A reply that was begun, and what else stands in its thread. */
export type BegunReply = { readonly nonce: string; readonly since: number; readonly others: readonly string[] };

/** Where replies are shown. Throws as {@link CardSurface} does. */
export type TalkSurface = {
  /** A passing line that Downbeat is at work; where it cannot be shown, nothing happens. */
  atWork(thread: ThreadAddress): Promise<void>;
  post(thread: ThreadAddress, reply: Reply, nonce: string): Promise<Posted>;
  edit(message: Message, reply: Reply): Promise<Edited>;
  /** Looks for a post or a stream begun at `since` whose outcome is unknown; `others` are replies known besides. */
  find(thread: ThreadAddress, reply: Reply, begun: BegunReply): Promise<Found>;
  /** Begins a streamed message with its first claims. Throws when nobody can know whether it began. */
  startStream(
    thread: ThreadAddress,
    first: { readonly recipient: string; readonly claims: readonly NumberedClaim[] },
  ): Promise<StreamStarted>;
  /** Adds claims. False when the stream takes no more, or nobody can know. */
  appendToStream(message: Message, claims: readonly NumberedClaim[]): Promise<boolean>;
  /** Adds what is missing of the reply, of which `streamed` claims stand already, and closes. False as above. */
  stopStream(
    message: Message,
    last: { readonly reply: Reply; readonly streamed: number; readonly thread: ThreadAddress },
  ): Promise<boolean>;
  /** Closes a stream that somebody else began, if it is open still, so that the message can be edited. */
  sealStream(message: Message): Promise<void>;
  /** Whether everybody of the workspace may read the channel; false when that cannot be known. */
  isPublic(channel: string): Promise<boolean>;
};
