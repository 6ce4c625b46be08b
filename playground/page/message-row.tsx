// One message: who, when, what, and what can be done with it.
import { memo, useCallback, useMemo, useState } from 'react';
import type { ElementValue, StateValues, UiMessage } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { FileList } from './file-list.tsx';
import { Icon } from './icon.tsx';
import { BlockList } from './kit/block-list.tsx';
import type { Kit, Place } from './kit/kit-context.ts';
import { KitSurface } from './kit/kit-surface.tsx';
import { Rendered } from './kit/rendered.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageEditor } from './message-editor.tsx';
import { ReplyBar } from './reply-bar.tsx';
import type { Route } from './route.ts';
import { clockTime, fullTime } from './time-words.ts';
import type { SendAct } from './use-workspace.ts';

type Props = {
  readonly message: UiMessage;
  readonly around: Pick<Kit, 'people' | 'channels' | 'me' | 'theme' | 'now'>;
  /** Shows name and avatar; a message that goes on after another does not. */
  readonly isFirst: boolean;
  readonly inThread: boolean;
  /** Action ids the app did not answer, separated by spaces. */
  readonly failedActionIds: string;
  readonly go: (change: Route) => void;
  readonly send: SendAct;
};

/** Subtypes of what somebody said; others, such as joining, are told quietly. */
const saidSubtypes: ReadonlySet<string> = new Set(['thread_broadcast', 'file_share']);

function Body({ message }: { readonly message: UiMessage }) {
  if (message.blocks.length > 0) return <BlockList blocks={message.blocks} />;
  if (message.text === '') return null;
  return <Rendered block={{ type: 'section', text: { type: 'mrkdwn', text: message.text } }} />;
}

/** Drawn again only when the message itself or its surroundings change. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { message, around, isFirst, inThread, failedActionIds, go, send } = props;
  const [editing, setEditing] = useState(false);
  const { people, me } = around;
  const { channel, ts } = message;
  const author = people.find((person) => person.id === message.user);
  const tz = me?.tz ?? 'UTC';
  const name = author?.realName ?? message.user;
  const user = me?.id ?? '';

  const onAct = useCallback(
    (place: Place, value: ElementValue, state: StateValues) =>
      send({ kind: 'block_action', user, source: { type: 'message', channel, ts }, ...place, value, state }),
    [send, user, channel, ts],
  );
  const failed = useMemo(() => failedActionIds.split(' '), [failedActionIds]);

  if (message.subtype !== undefined && !saidSubtypes.has(message.subtype)) {
    return (
      <div className="message message-quiet" data-testid="message" data-ts={ts}>
        <KitSurface blocks={message.blocks} around={around} onAct={onAct}>
          <Body message={message} />
        </KitSurface>
      </div>
    );
  }
  // An app redraws its cards all the time; Slack does not call that edited.
  const isEdited = message.edited && !message.isBot;
  const kinds = `${isFirst ? '' : ' message-goes-on'}${message.ephemeral ? ' message-only-you' : ''}`;
  return (
    <article
      className={`message${kinds}`}
      data-testid="message"
      data-ts={ts}
      data-user={message.user}
      data-ephemeral={message.ephemeral}
      aria-label={`${name}, ${clockTime(ts, tz)}`}
      aria-busy={message.streaming}
    >
      <div className="message-gutter">
        {isFirst ? (
          <Avatar person={author} size={36} />
        ) : (
          <time className="message-side-time">{clockTime(ts, tz)}</time>
        )}
      </div>
      <div className="message-main">
        {message.ephemeral && (
          <p className="only-you">
            <Icon name="eye" size={14} /> Only visible to you
          </p>
        )}
        {isFirst && (
          <p className="message-head">
            <strong className="message-name">{name}</strong>
            {message.isBot && <span className="app-badge">APP</span>}
            {author?.external === true && <span className="app-badge">GUEST</span>}
            <time className="message-time" title={fullTime(ts, tz)}>
              {clockTime(ts, tz)}
            </time>
            {isEdited && <span className="edited">(edited)</span>}
          </p>
        )}
        {isEdited && !isFirst && <span className="edited">(edited)</span>}
        {editing ? (
          <MessageEditor message={message} user={user} send={send} onDone={() => setEditing(false)} />
        ) : (
          <KitSurface blocks={message.blocks} around={around} onAct={onAct} failedActionIds={failed}>
            <Body message={message} />
          </KitSurface>
        )}
        {message.streaming && <span className="streaming" role="img" aria-label="still writing" />}
        <FileList files={message.files} />
        {!inThread && message.replyCount > 0 && <ReplyBar message={message} onOpen={() => go({ thread: ts })} />}
      </div>
      {!message.ephemeral && <MessageActions message={message} inThread={inThread} onEdit={() => setEditing(true)} />}
    </article>
  );
});
