// Streams one reply where the workspace has streams; whatever becomes of the stream, nothing is lost and nothing doubled.
import type { NumberedClaim } from '../advice/answer.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import { STREAMS } from '../allowances.ts';
import type { Message } from '../card-surface.ts';
import type { Log } from '../log.ts';
import type { Pace } from '../pace.ts';
import { FINISHED, type ShowReplyParts, STREAMING } from './show-reply.ts';
import { talkAddress } from './talk-address.ts';
import type { Reply } from './talk-surface.ts';

/** What streaming works with. */
export type StreamReplyParts = ShowReplyParts & { readonly pace: Pace; readonly log: Log };

/** Which reply, where, and who asked: a stream in a channel is addressed to somebody. */
export type StreamedReply = { readonly thread: ThreadAddress; readonly id: string; readonly recipient: string };

/** One reply's stream. */
export type ReplyStream = {
  /** Shows the claims so far. False where there is no stream: then the message is to be edited instead. */
  show(claims: readonly NumberedClaim[]): Promise<boolean>;
  /** Closes the stream with the rest of the reply; null where there is none any more, and the message is to be edited. */
  finish(reply: Reply): Promise<string | null>;
};

/**
 * Where a stream stands. A call whose outcome is unknown, or that Slack refuses, loses the stream for good: appending
 * again could say a thing twice, while an edit of the whole message cannot.
 */
type State =
  | { readonly kind: 'fresh' | 'none' }
  | { readonly kind: 'open'; readonly message: Message; readonly streamed: number };

/** Prepares a stream; nothing is sent before the first claim. */
export function createReplyStream(parts: StreamReplyParts, { thread, id, recipient }: StreamedReply): ReplyStream {
  const address = talkAddress(thread);
  let state: State = { kind: 'fresh' };

  async function start(claims: readonly NumberedClaim[]): Promise<boolean> {
    state = { kind: 'none' };
    // Something of an earlier attempt stands or may stand: it is edited.
    if ((await parts.ledger.entry(address, id)) !== null) return false;
    if ((await parts.pace.take(thread.team, [STREAMS], parts.now())) > 0) return false;
    // The marker first, as for any post. A start whose outcome stays unknown is settled by showReply.
    const marker = { nonce: parts.nonce(), since: parts.now() };
    await parts.ledger.beginPosting(address, id, marker);
    const started = await parts.talk.startStream(thread, { recipient, claims });
    if (started.outcome === 'refused') {
      await parts.ledger.forget(address, id);
      return false;
    }
    const { message } = started;
    await parts.ledger.posted(address, id, { ...message, shown: STREAMING });
    state = { kind: 'open', message, streamed: claims.length };
    return true;
  }

  return {
    async show(claims) {
      if (state.kind !== 'open') return state.kind === 'fresh' ? start(claims) : false;
      const { message, streamed } = state;
      state = { kind: 'none' };
      if (!(await parts.talk.appendToStream(message, claims.slice(streamed)))) return false;
      state = { kind: 'open', message, streamed: claims.length };
      return true;
    },
    async finish(reply) {
      if (state.kind !== 'open') return null;
      const { message, streamed } = state;
      state = { kind: 'none' };
      const isStopped = await parts.talk.stopStream(message, { reply, streamed, thread });
      if (!isStopped) return null;
      await parts.ledger.posted(address, id, { ...message, shown: FINISHED });
      return message.ts;
    },
  };
}
