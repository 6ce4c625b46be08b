// The beginning of a conversation.
import type { UiChannel } from '../protocol.ts';
import { channelTitle } from './channel-title.ts';

/** Stands over the first message, as the top of the scroll. */
export function ChannelIntro({ channel }: { readonly channel: UiChannel }) {
  const isDirect = channel.kind === 'im' || channel.kind === 'mpim';
  return (
    <div className="intro">
      <p className="intro-title">{channelTitle(channel)}</p>
      <p className="intro-words">
        {isDirect ? `This is between you and ${channel.name}.` : 'This is the very beginning of the channel.'}
      </p>
    </div>
  );
}
