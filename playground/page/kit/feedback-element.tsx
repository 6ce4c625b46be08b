// Thumbs up and down under an answer.
import { useState } from 'react';
import { Icon } from '../icon.tsx';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import type { ElementOf } from './schema.ts';

/** Two quiet buttons; each tells the app its value. The last one pressed stays marked, as in Slack. */
export function FeedbackElement({ element, blockId }: ElementProps<ElementOf<'feedback_buttons'>>) {
  const kit = useKit();
  const [pressed, setPressed] = useState<string | null>(null);
  const place = { blockId, actionId: element.action_id };
  const busy = kit.isBusy(place);
  const choices = [
    { choice: element.positive_button, icon: 'up' },
    { choice: element.negative_button, icon: 'down' },
  ] as const;
  return (
    <>
      {choices.map(({ choice, icon }) => (
        <button
          key={choice.value}
          type="button"
          className="button button-quiet"
          aria-label={choice.accessibility_label ?? choice.text.text}
          title={choice.text.text}
          aria-disabled={busy}
          aria-pressed={pressed === choice.value}
          data-action-id={element.action_id}
          data-block-id={blockId}
          data-value={choice.value}
          onClick={() => {
            if (busy) return;
            setPressed(choice.value);
            kit.act(place, { type: element.type, text: choice.text, value: choice.value });
          }}
        >
          <Icon name={icon} />
        </button>
      ))}
    </>
  );
}
