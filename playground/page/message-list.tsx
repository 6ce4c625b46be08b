// Messages oldest first, with a line where a new day begins.
import { Fragment, type ReactNode } from 'react';
import type { UiMessage } from '../protocol.ts';
import { MessageRow } from './message-row.tsx';
import { useAround, usePage } from './page-context.ts';
import { dayKey, dayWords } from './time-words.ts';
import { useFollowNewest } from './use-follow-newest.ts';
import { useGoToMessage } from './use-go-to-message.ts';

type Props = {
  readonly messages: readonly UiMessage[];
  /** In a thread: no reply counts, and a line after the root instead of day lines. */
  readonly inThread?: boolean;
  readonly afterFirst?: ReactNode;
  /** Stands over the first message. */
  readonly before?: ReactNode;
  /** Stands under the last one. */
  readonly after?: ReactNode;
};

/** Texts of one author within five minutes stand under one name; a card always has its own. */
const sameBreath = 300;

function continues(message: UiMessage, before: UiMessage | undefined): boolean {
  if (before === undefined || before.user !== message.user || message.blocks.length > 0) return false;
  if (message.ephemeral || before.ephemeral || message.subtype !== undefined || before.subtype !== undefined)
    return false;
  return Number(message.ts) - Number(before.ts) < sameBreath;
}

/** The scrolling list of a channel or thread. */
export function MessageList({ messages, inThread = false, afterFirst, before, after }: Props) {
  const { state, me, route, go, send } = usePage();
  const around = useAround();
  const { frame, content } = useFollowNewest(messages.at(-1)?.ts);
  useGoToMessage(
    content,
    messages.some((message) => message.ts === route.at),
  );
  const tz = me?.tz ?? 'UTC';
  const now = Date.parse(state.clock.now);
  return (
    <div className="messages" ref={frame}>
      <div className="messages-content" ref={content} role="log" aria-live="off" aria-label="Messages">
        {before}
        {messages.map((message, index) => {
          const previous = messages[index - 1];
          const newDay = previous === undefined || dayKey(previous.ts, tz) !== dayKey(message.ts, tz);
          const failed = state.notices.filter((notice) => notice.kind === 'button_failed' && notice.ts === message.ts);
          return (
            <Fragment key={`${message.ts}${message.ephemeral ? '-only-you' : ''}`}>
              {newDay && !inThread && (
                <div className="day">
                  <span className="day-words">{dayWords({ ts: message.ts, now, tz })}</span>
                </div>
              )}
              <MessageRow
                message={message}
                around={around}
                isFirst={newDay || (inThread && index <= 1) || !continues(message, previous)}
                inThread={inThread}
                failedActionIds={failed.map((notice) => notice.actionId ?? '').join(' ')}
                go={go}
                send={send}
              />
              {index === 0 && afterFirst}
            </Fragment>
          );
        })}
        {after}
      </div>
    </div>
  );
}
