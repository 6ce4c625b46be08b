// The name of a conversation as it is written in titles.
import type { UiChannel } from '../protocol.ts';

/** `# architecture` for a public channel, the bare name for a private one and for a direct message, as Slack writes them. */
export function channelTitle({ kind, name }: UiChannel): string {
  return kind === 'public' ? `# ${name}` : name;
}
