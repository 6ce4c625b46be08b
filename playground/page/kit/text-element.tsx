// Text typed by a person: one line, several lines, an address, a number.
import { z } from 'zod';
import { withEmoji } from '../emoji.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import type { ElementOf } from './schema.ts';

type Element = ElementOf<'plain_text_input' | 'email_text_input' | 'url_text_input' | 'number_input'>;

const typedSchema = z.looseObject({ value: z.string().nullish() });
const inputTypes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
} as const;

/** Draws the field; with `dispatch_action` Enter tells the app, otherwise the text waits for the submission. */
export function TextElement({ element, blockId, controlId, describedBy, invalid, quiet }: ElementProps<Element>) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  const typed = typedSchema.safeParse(kit.values[blockId]?.[element.action_id]);
  const text = (typed.success ? typed.data.value : null) ?? '';
  const reported = (value: string) => ({ type: element.type, value: value === '' ? null : value });
  const placeholder = element.placeholder === undefined ? undefined : withEmoji(element.placeholder.text);
  const shared = {
    id: controlId,
    className: 'field',
    placeholder,
    'aria-label': controlId === undefined ? (placeholder ?? 'Text') : undefined,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'data-action-id': element.action_id,
    'data-block-id': blockId,
    maxLength: element.max_length,
    value: text,
  };
  if (element.multiline === true) {
    return (
      <textarea
        {...shared}
        rows={4}
        // biome-ignore lint/a11y/noAutofocus: the app asks for it with focus_on_load
        autoFocus={element.focus_on_load === true}
        onChange={(event) => kit.change(place, reported(event.target.value))}
      />
    );
  }
  return (
    <input
      {...shared}
      type={inputTypes[element.type]}
      inputMode={element.type === 'number_input' ? 'decimal' : undefined}
      // biome-ignore lint/a11y/noAutofocus: the app asks for it with focus_on_load
      autoFocus={element.focus_on_load === true}
      onChange={(event) => kit.change(place, reported(event.target.value))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || quiet === true) return;
        event.preventDefault();
        kit.act(place, reported(text));
      }}
    />
  );
}
