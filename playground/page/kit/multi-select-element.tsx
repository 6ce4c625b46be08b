// Menus with several choices: what is chosen stands as chips, the select adds one more.
import { z } from 'zod';
import type { ElementValue } from '../../protocol.ts';
import { withEmoji } from '../emoji.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import { type Offer, offersOf } from './option-source.ts';
import type { ElementOf } from './schema.ts';

type Element =
  | ElementOf<'multi_static_select'>
  | ElementOf<'multi_users_select' | 'multi_conversations_select' | 'multi_channels_select'>;

const chosenSchema = z.looseObject({
  selected_options: z.array(z.looseObject({ value: z.string() })).optional(),
  selected_users: z.array(z.string()).optional(),
  selected_conversations: z.array(z.string()).optional(),
  selected_channels: z.array(z.string()).optional(),
});

function chosenValues(value: ElementValue | undefined): readonly string[] {
  const parsed = chosenSchema.safeParse(value);
  if (!parsed.success) return [];
  const { selected_options, selected_users, selected_conversations, selected_channels } = parsed.data;
  const options = selected_options?.map((option) => option.value);
  return options ?? selected_users ?? selected_conversations ?? selected_channels ?? [];
}

function reported(element: Element, chosen: readonly Offer[]): ElementValue {
  const ids = chosen.map((offer) => offer.value);
  switch (element.type) {
    case 'multi_static_select':
      return { type: element.type, selected_options: chosen.map((offer) => offer.option) };
    case 'multi_users_select':
      return { type: element.type, selected_users: ids };
    case 'multi_conversations_select':
      return { type: element.type, selected_conversations: ids };
    case 'multi_channels_select':
      return { type: element.type, selected_channels: ids };
    default:
      return element satisfies never;
  }
}

/** Draws a multi select; no more than `max_selected_items` can be chosen. */
export function MultiSelectElement(props: ElementProps<Element>) {
  const { element, blockId, controlId, describedBy, invalid, quiet } = props;
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const offers = offersOf(element, kit).flatMap((group) => group.offers);
  const values = chosenValues(kit.values[blockId]?.[element.action_id]);
  const chosen = values.flatMap((value) => offers.find((offer) => offer.value === value) ?? []);
  const open = offers.filter((offer) => !values.includes(offer.value));
  const full = element.max_selected_items !== undefined && chosen.length >= element.max_selected_items;
  const placeholder = element.placeholder?.text ?? 'Choose';
  const set = (next: readonly Offer[]) => {
    const value = reported(element, next);
    if (quiet === true) kit.change(place, value);
    else kit.act(place, value);
  };
  return (
    <div className="multi" data-action-id={element.action_id} data-block-id={blockId}>
      {chosen.map((offer) => (
        <span className="chip" key={offer.value}>
          {withEmoji(offer.text)}
          <button
            type="button"
            className="chip-remove"
            aria-label={`Remove ${offer.text}`}
            onClick={() => set(chosen.filter((other) => other.value !== offer.value))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        id={controlId}
        className="select multi-add"
        aria-label={controlId === undefined ? placeholder : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        disabled={full || open.length === 0}
        value=""
        onChange={(event) => {
          const added = offers.find((offer) => offer.value === event.target.value);
          if (added !== undefined) set([...chosen, added]);
        }}
      >
        <option value="">{chosen.length === 0 ? withEmoji(placeholder) : 'Add another'}</option>
        {open.map((offer) => (
          <option key={offer.value} value={offer.value}>
            {withEmoji(offer.text)}
          </option>
        ))}
      </select>
    </div>
  );
}
