// Under a thread's root: who replied, how often, when last.
import type { UiMessage } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { usePage } from './page-context.ts';
import { agoWords } from './time-words.ts';

/** Opens the thread. Unread replies make the count bold. */
export function ReplyBar({ message, onOpen }: { readonly message: UiMessage; readonly onOpen: () => void }) {
  const { state } = usePage();
  const replies = state.messages.filter(
    (reply) => reply.channel === message.channel && reply.threadTs === message.ts && reply.ts !== message.ts,
  );
  const authors = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  const unread = replies.some((reply) => reply.unread);
  const count = message.replyCount === 1 ? '1 reply' : `${message.replyCount} replies`;
  const now = Date.parse(state.clock.now);
  return (
    <button type="button" className={`reply-bar${unread ? ' is-unread' : ''}`} data-testid="reply-bar" onClick={onOpen}>
      {authors.map((id) => (
        <Avatar key={id} person={state.people.find((person) => person.id === id)} size={24} />
      ))}
      <span className="reply-count">{count}</span>
      {message.latestReply !== undefined && (
        <span className="reply-last">Last reply {agoWords(message.latestReply, now)}</span>
      )}
    </button>
  );
}
