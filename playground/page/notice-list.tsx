// What Slack would tell the person only: a command that failed, a click nobody answered.
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';

/** Notices stay until dismissed. */
export function NoticeList() {
  const { state, send } = usePage();
  return (
    <div className="notices" role="status">
      {state.notices.map((notice) => (
        <div className="notice" key={notice.id} data-testid="notice" data-kind={notice.kind}>
          <span className="notice-sign" aria-hidden="true">
            ⚠
          </span>
          <span className="notice-text">{notice.text}</span>
          <button
            type="button"
            className="close"
            aria-label="Dismiss"
            onClick={() => void send({ kind: 'dismiss_notice', user: state.me, id: notice.id })}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
