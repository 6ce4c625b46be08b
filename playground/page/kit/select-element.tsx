// Menus with one choice. The browser's own select: reachable by keyboard, never cut off, native on a phone.
import type { ElementValue } from '../../protocol.ts';
import { withEmoji } from '../emoji.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import { type Offer, offersOf } from './option-source.ts';
import type { ElementOf } from './schema.ts';
import { useConfirm } from './use-confirm.tsx';

type Element = ElementOf<'static_select'> | ElementOf<'users_select' | 'conversations_select' | 'channels_select'>;

function reported(element: Element, chosen: Offer | undefined): ElementValue {
  const id = chosen?.value ?? null;
  switch (element.type) {
    case 'static_select':
      return { type: element.type, selected_option: chosen?.option ?? null };
    case 'users_select':
      return { type: element.type, selected_user: id };
    case 'conversations_select':
      return { type: element.type, selected_conversation: id };
    case 'channels_select':
      return { type: element.type, selected_channel: id };
    default:
      return element satisfies never;
  }
}

/** Draws a single select; choosing tells the app unless it stands quietly in an input block. */
export function SelectElement({ element, blockId, controlId, describedBy, invalid, quiet }: ElementProps<Element>) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirm(element.confirm);
  const groups = offersOf(element, kit);
  const offers = groups.flatMap((group) => group.offers);
  const current = kit.values[blockId]?.[element.action_id];
  const chosen = offers.find((offer) => JSON.stringify(reported(element, offer)) === JSON.stringify(current));
  const placeholder = element.placeholder?.text ?? 'Choose one';
  return (
    <>
      <select
        id={controlId}
        className="select"
        aria-label={controlId === undefined ? placeholder : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        data-action-id={element.action_id}
        data-block-id={blockId}
        value={chosen?.value ?? ''}
        onChange={(event) => {
          const value = reported(
            element,
            offers.find((offer) => offer.value === event.target.value),
          );
          ask(() => (quiet === true ? kit.change(place, value) : kit.act(place, value)));
        }}
      >
        <option value="">{withEmoji(placeholder)}</option>
        {groups.map((group) => {
          const lines = group.offers.map((offer) => (
            <option key={offer.value} value={offer.value}>
              {withEmoji(offer.text)}
            </option>
          ));
          if (group.label === '') return lines;
          return (
            <optgroup key={group.label} label={withEmoji(group.label)}>
              {lines}
            </optgroup>
          );
        })}
      </select>
      {dialog}
    </>
  );
}
