// A conversation: its head, its messages, the box to write in.
import type { UiChannel } from '../protocol.ts';
import { ArchivedBar } from './archived-bar.tsx';
import { ChannelIntro } from './channel-intro.tsx';
import { channelTitle } from './channel-title.ts';
import { Composer } from './composer.tsx';
import { FirstHint } from './first-hint.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';
import { PromptBar } from './prompt-bar.tsx';
import { useMarkRead } from './use-mark-read.ts';

/** Messages of threads are left out, their roots show a count. */
export function ChannelView({ channel }: { readonly channel: UiChannel }) {
  const { state, send } = usePage();
  const messages = state.messages.filter(
    (message) =>
      message.channel === channel.id &&
      (message.threadTs === undefined || message.threadTs === message.ts || message.subtype === 'thread_broadcast'),
  );
  useMarkRead(channel.id, messages);
  const isDirect = channel.kind === 'im' || channel.kind === 'mpim';
  const botWrote = state.messages.some((message) => message.channel === channel.id && message.isBot);
  const showHint = channel.appIsMember && !isDirect && !botWrote && state.commands.length > 0;
  return (
    <section className="pane" aria-label={channelTitle(channel)}>
      <header className="pane-head">
        <h1 className="pane-title">{channelTitle(channel)}</h1>
        <span className="pane-detail">
          {!isDirect && `${channel.memberIds.length} members`}
          {channel.externallyShared && ' · shared with another organisation'}
          {channel.archived && ' · archived'}
          {channel.postingRule !== 'everyone' && ` · ${channel.postingRule}`}
        </span>
        {!channel.appIsMember && !isDirect && channel.isMember && (
          <button
            type="button"
            className="button"
            onClick={() =>
              void send({ kind: 'invite', user: state.me, channel: channel.id, invitee: state.app.botUserId })
            }
          >
            Add {state.app.name}
          </button>
        )}
      </header>
      <MessageList
        messages={messages}
        before={<ChannelIntro channel={channel} />}
        after={showHint && <FirstHint channelId={channel.id} />}
      />
      <PromptBar channelId={channel.id} />
      {channel.archived && <ArchivedBar />}
      {!channel.archived && channel.isMember && <Composer channel={channel} />}
      {!channel.archived && !channel.isMember && (
        <div className="join-bar">
          <span>You are not in {channelTitle(channel)}.</span>
          <button
            type="button"
            className="button button-primary"
            onClick={() => void send({ kind: 'join', user: state.me, channel: channel.id })}
          >
            Join the channel
          </button>
        </div>
      )}
    </section>
  );
}
