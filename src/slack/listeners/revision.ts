// Messages that were edited or deleted after they were said, in Downbeat's own messages and in channels alike.
import { revise, withdraw } from '../../application/converse/revise.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { HeardMessage } from '../payloads.ts';
import { plainWords } from '../user-text.ts';

/** A root with replies is not taken away when it is deleted: it is changed into this (slack-edge #10). */
const TOMBSTONE = 'tombstone';

/** A message as it was said: no edit and no deletion. */
export type SaidMessage = Exclude<HeardMessage, { subtype: 'message_changed' | 'message_deleted' }>;

/** Follows an edit or a deletion and answers null; answers the message where it is neither. */
export async function followRevision(parts: ListenerParts, message: HeardMessage): Promise<SaidMessage | null> {
  const threadOf = ({
    ts,
    thread_ts: root,
  }: {
    readonly ts: string;
    readonly thread_ts?: string | null | undefined;
  }) => ({
    team: parts.workspace.key,
    channel: message.channel,
    threadTs: root ?? ts,
  });
  if (message.subtype === 'message_deleted') {
    await withdraw(parts, threadOf(message.previous_message), message.previous_message.ts);
    return null;
  }
  if (message.subtype === 'message_changed') {
    const { ts, text, subtype } = message.message;
    if (subtype === TOMBSTONE) await withdraw(parts, threadOf(message.message), ts);
    else await revise(parts, { thread: threadOf(message.message), ts, text: wordsTo(parts, text) });
    return null;
  }
  return message;
}

function wordsTo({ workspace }: ListenerParts, text: string): string {
  return plainWords(text.replaceAll(`<@${workspace.botUserId}>`, ' '));
}
