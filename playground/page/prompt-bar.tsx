// The prompts an app offers: one click writes the message.
import { usePage } from './page-context.ts';

/** Draws nothing where there are none. */
export function PromptBar({ channelId, threadTs }: { readonly channelId: string; readonly threadTs?: string }) {
  const { state, send } = usePage();
  const offered = state.prompts.find((offer) => offer.channel === channelId && offer.threadTs === threadTs);
  if (offered === undefined) return null;
  return (
    <div className="prompt-bar">
      {offered.title !== undefined && <span className="prompt-title">{offered.title}</span>}
      {offered.prompts.map((prompt) => (
        <button
          key={prompt.title}
          type="button"
          className="button"
          onClick={() =>
            void send({
              kind: 'message',
              user: state.me,
              channel: channelId,
              text: prompt.message,
              ...(threadTs === undefined ? {} : { threadTs }),
            })
          }
        >
          {prompt.title}
        </button>
      ))}
    </div>
  );
}
