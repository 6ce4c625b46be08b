// The port to where Downbeat answers in words.

import type { Answer } from '../advice/answer.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { Edited, Found, Message, Posted } from '../card-surface.ts';

/** An answer as far as it has come: `done` is false while checked claims are still arriving. */
export type ShownAnswer = {
  readonly answer: Pick<Answer, 'by' | 'claims' | 'sources' | 'nearest' | 'noAnswer' | 'fallback' | 'versions'>;
  readonly done: boolean;
  /** Stands for the answer where people say whether it helped. */
  readonly id: string;
};

/** Where answers are shown. Throws as {@link CardSurface} does. */
export type TalkSurface = {
  /** A passing line that Downbeat is at work; where it cannot be shown, nothing happens. */
  atWork(thread: ThreadAddress): Promise<void>;
  post(thread: ThreadAddress, shown: ShownAnswer, nonce: string): Promise<Posted>;
  edit(message: Message, shown: ShownAnswer): Promise<Edited>;
  /** Looks for a post begun at `since` whose outcome is unknown. */
  find(
    thread: ThreadAddress,
    shown: ShownAnswer,
    marker: { readonly nonce: string; readonly since: number },
  ): Promise<Found>;
  /** Whether everybody of the workspace may read the channel; false when that cannot be known. */
  isPublic(channel: string): Promise<boolean>;
};
