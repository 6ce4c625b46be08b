// A thread beside its channel.
import { useEffect, useRef } from 'react';
import type { UiChannel } from '../protocol.ts';
import { ArchivedBar } from './archived-bar.tsx';
import { channelTitle } from './channel-title.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';
import { PromptBar } from './prompt-bar.tsx';
import { useMarkRead } from './use-mark-read.ts';

/** The root, its replies, a box to write in; Escape closes it. */
export function ThreadPane({ channel, threadTs }: { readonly channel: UiChannel; readonly threadTs: string }) {
  const { state, go, send } = usePage();
  const pane = useRef<HTMLElement>(null);
  const messages = state.messages.filter(
    (message) => message.channel === channel.id && (message.ts === threadTs || message.threadTs === threadTs),
  );
  const root = messages.find((message) => message.ts === threadTs);
  const replies = messages.filter((message) => message.ts !== threadTs);
  const status = state.threadStatus.find((one) => one.channel === channel.id && one.threadTs === threadTs);
  useMarkRead(channel.id, messages, threadTs);

  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const close = () => {
    go({ thread: undefined });
    document.querySelector<HTMLElement>(`[data-ts="${threadTs}"] .reply-bar`)?.focus();
  };
  const count = replies.filter((reply) => !reply.ephemeral).length;
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      className="pane thread-pane"
      data-testid="thread-pane"
      data-thread={threadTs}
      aria-label="Thread"
      onKeyDown={(event) => {
        const inside = event.target instanceof Element && event.target.closest('dialog, [popover]') !== null;
        if (event.key === 'Escape' && !event.defaultPrevented && !inside) close();
      }}
    >
      <header className="pane-head">
        <h2 className="pane-title">Thread</h2>
        <span className="pane-detail">{channelTitle(channel)}</span>
        <button type="button" className="close" aria-label="Close thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {root === undefined && <p className="empty">This message is gone.</p>}
      <MessageList
        messages={root === undefined ? replies : [root, ...replies]}
        inThread
        afterFirst={
          count > 0 ? (
            <div className="thread-count">
              <span>{count === 1 ? '1 reply' : `${count} replies`}</span>
            </div>
          ) : undefined
        }
      />
      {status !== undefined && (
        <p className="thread-status" role="status">
          {state.app.name} {status.text}{' '}
          <button
            type="button"
            className="button button-quiet"
            onClick={() => void send({ kind: 'stop_agent', user: state.me, channel: channel.id, threadTs })}
          >
            Stop
          </button>
        </p>
      )}
      <PromptBar channelId={channel.id} threadTs={threadTs} />
      {channel.archived ? <ArchivedBar /> : <Composer channel={channel} threadTs={threadTs} />}
    </aside>
  );
}
