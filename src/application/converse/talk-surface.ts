// The port to where Downbeat replies in words.
import type { Answer } from '../advice/answer.ts';
import type { Argument } from '../advice/argue-about.ts';
import type { Proposal } from '../advice/cues.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { Edited, Found, Message, Posted } from '../card-surface.ts';

/** What a reply says. */
export type ReplyBody =
  /** A cited answer. */
  | {
      readonly kind: 'answer';
      readonly answer: Pick<Answer, 'by' | 'claims' | 'sources' | 'nearest' | 'noAnswer' | 'fallback' | 'versions'>;
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
    };

/** A reply as far as it has come: `done` is false while checked claims are still arriving. */
export type Reply = {
  /** The message replied to. */
  readonly id: string;
  readonly body: ReplyBody;
  readonly done: boolean;
};

/** Where replies are shown. Throws as {@link CardSurface} does. */
export type TalkSurface = {
  /** A passing line that Downbeat is at work; where it cannot be shown, nothing happens. */
  atWork(thread: ThreadAddress): Promise<void>;
  post(thread: ThreadAddress, reply: Reply, nonce: string): Promise<Posted>;
  edit(message: Message, reply: Reply): Promise<Edited>;
  /** Looks for a post begun at `since` whose outcome is unknown. */
  find(thread: ThreadAddress, reply: Reply, marker: { readonly nonce: string; readonly since: number }): Promise<Found>;
  /** Whether everybody of the workspace may read the channel; false when that cannot be known. */
  isPublic(channel: string): Promise<boolean>;
};
