// The small bar over a message: reply, the app's shortcuts, edit and delete for one's own.
import type { UiMessage } from '../protocol.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.ts';

type Props = { readonly message: UiMessage; readonly inThread: boolean; readonly onEdit: () => void };

/** Shown on hover and whenever the focus is inside. */
export function MessageActions({ message, inThread, onEdit }: Props) {
  const { state, go, send } = usePage();
  const { channel, ts } = message;
  const user = state.me;
  const isMine = message.user === user;
  const items = [
    ...state.shortcuts.map((shortcut) => ({
      id: shortcut.callbackId,
      label: shortcut.name,
      detail: shortcut.description,
      run: () => void send({ kind: 'shortcut', user, callbackId: shortcut.callbackId, channel, ts }),
    })),
    ...(isMine
      ? [
          { id: 'edit', label: 'Edit message', run: onEdit },
          {
            id: 'delete',
            label: 'Delete message',
            run: () => void send({ kind: 'delete_message', user, channel, ts }),
          },
        ]
      : []),
  ];
  return (
    <div className="message-actions" data-testid="message-actions">
      {!inThread && (
        <button
          type="button"
          className="action-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: message.threadTs ?? ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More actions" sign={<Icon name="more" />} className="action-button" items={items} />
      )}
    </div>
  );
}
