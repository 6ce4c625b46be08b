// What makes a conversation: a thread in channels, everything in Downbeat's own messages.
import type { ThreadAddress } from '../application/advice/transcripts.ts';

/**
 * The name of the conversation a thread belongs to. In Downbeat's own messages each message opens a thread of its own
 * (slack-platform.md §5.1), and people still go on from what was said above.
 */
export function conversationOf({ channel, threadTs }: ThreadAddress): string {
  return channel.startsWith('D') ? channel : `${channel}:${threadTs}`;
}
