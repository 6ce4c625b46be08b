// The name of a conversation as it is written in titles.
import type { UiChannel } from '../protocol.ts';

/** `# architecture` for a channel, the other one's name for a direct message. */
export function channelTitle(channel: UiChannel): string {
  return channel.kind === 'im' || channel.kind === 'mpim' ? channel.name : `# ${channel.name}`;
}
