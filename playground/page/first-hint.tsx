// What to do first, in a channel where the app has not written yet.
import { usePage } from './page-context.ts';

/** Gone as soon as there is a decision in the channel. */
export function FirstHint({ channelId }: { readonly channelId: string }) {
  const { state, send } = usePage();
  const text = `${state.commands[0]?.command ?? '/decide'} Order fulfilment`;
  return (
    <aside className="first-hint" data-testid="first-hint" aria-label="How to start">
      <p>
        Type <kbd>{text}</kbd> and press Enter.
      </p>
      <p className="first-hint-detail">
        {state.app.name} opens a thread and asks about the workflow. Switch between people at the top to answer as a
        team.
      </p>
      <button
        type="button"
        className="button"
        onClick={() => void send({ kind: 'command', user: state.me, channel: channelId, text })}
      >
        Type it for me
      </button>
    </aside>
  );
}
