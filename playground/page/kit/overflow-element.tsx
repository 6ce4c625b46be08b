// The menu behind three dots.

import { withEmoji } from '../emoji.ts';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import type { ElementOf } from './schema.ts';
import { useConfirm } from './use-confirm.tsx';

/** Tells the app which option was chosen; options with a link open it besides. */
export function OverflowElement({ element, blockId }: ElementProps<ElementOf<'overflow'>>) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirm(element.confirm);
  return (
    <>
      <Menu
        label="More options"
        sign={<Icon name="dots" />}
        className="button button-dots"
        actionId={element.action_id}
        items={element.options.map((option) => ({
          id: option.value,
          label: withEmoji(option.text.text),
          detail: option.description === undefined ? undefined : withEmoji(option.description.text),
          run: () =>
            ask(() => {
              if (option.url !== undefined) window.open(option.url, '_blank', 'noopener');
              kit.act(place, { type: element.type, selected_option: option });
            }),
        }))}
      />
      {dialog}
    </>
  );
}
