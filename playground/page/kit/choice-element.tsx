// Radio buttons and checkboxes, options with a description.
import { z } from 'zod';
import type { ElementValue } from '../../protocol.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import { KitText } from './kit-text.tsx';
import type { ElementOf, KitOption } from './schema.ts';
import { useConfirm } from './use-confirm.tsx';

type Element = ElementOf<'radio_buttons'> | ElementOf<'checkboxes'>;

const optionValue = z.looseObject({ value: z.string() });
const chosenSchema = z.looseObject({
  selected_option: optionValue.nullish(),
  selected_options: z.array(optionValue).optional(),
});

function chosenValues(value: ElementValue | undefined): readonly string[] {
  const parsed = chosenSchema.safeParse(value);
  if (!parsed.success) return [];
  const { selected_option: one, selected_options: many } = parsed.data;
  return one ? [one.value] : (many ?? []).map((option) => option.value);
}

function toggled(element: Element, chosen: readonly string[], option: KitOption): ElementValue {
  if (element.type === 'radio_buttons') return { type: element.type, selected_option: option };
  const wanted = chosen.includes(option.value)
    ? chosen.filter((value) => value !== option.value)
    : [...chosen, option.value];
  return { type: element.type, selected_options: element.options.filter(({ value }) => wanted.includes(value)) };
}

/** Draws the group; the input block around it, if any, gives the legend. */
export function ChoiceElement({ element, blockId, controlId, describedBy, invalid, quiet }: ElementProps<Element>) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirm(element.confirm);
  const chosen = chosenValues(kit.values[blockId]?.[element.action_id]);
  const group = `${kit.surfaceId}-${blockId}-${element.action_id}`;
  return (
    <div className="choices" data-action-id={element.action_id} data-block-id={blockId}>
      {element.options.map((option, index) => (
        <label className="choice" key={option.value}>
          <input
            id={index === 0 ? controlId : undefined}
            type={element.type === 'radio_buttons' ? 'radio' : 'checkbox'}
            name={group}
            value={option.value}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            checked={chosen.includes(option.value)}
            onChange={() => {
              const value = toggled(element, chosen, option);
              ask(() => (quiet === true ? kit.change(place, value) : kit.act(place, value)));
            }}
          />
          <span className="choice-words">
            <KitText text={option.text} />
            {option.description !== undefined && (
              <span className="choice-detail">
                <KitText text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
      {dialog}
    </div>
  );
}
