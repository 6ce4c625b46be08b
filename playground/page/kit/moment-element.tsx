// Date, time, and both: the browser's own pickers.
import { z } from 'zod';
import type { ElementValue } from '../../protocol.ts';
import type { ElementProps } from './element-props.ts';
import { useKit } from './kit-context.ts';
import type { ElementOf } from './schema.ts';

type Element = ElementOf<'datepicker' | 'timepicker'> | ElementOf<'datetimepicker'>;

const momentSchema = z.looseObject({
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
});
const inputTypes = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;
const names = { datepicker: 'Date', timepicker: 'Time', datetimepicker: 'Date and time' } as const;

/** Seconds as the text a `datetime-local` input holds, in the browser's zone. */
function localText(seconds: number): string {
  const shifted = seconds * 1000 - new Date(seconds * 1000).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}

function shownText(value: ElementValue | undefined): string {
  const parsed = momentSchema.safeParse(value);
  if (!parsed.success) return '';
  const { selected_date, selected_time, selected_date_time } = parsed.data;
  if (typeof selected_date_time === 'number') return localText(selected_date_time);
  return selected_date ?? selected_time ?? '';
}

function reported(type: Element['type'], text: string): ElementValue {
  const value = text === '' ? null : text;
  switch (type) {
    case 'datepicker':
      return { type, selected_date: value };
    case 'timepicker':
      return { type, selected_time: value };
    case 'datetimepicker':
      return { type, selected_date_time: value === null ? null : Math.floor(new Date(value).getTime() / 1000) };
    default:
      return type satisfies never;
  }
}

/** Draws a picker; choosing tells the app unless it stands quietly in an input block. */
export function MomentElement({ element, blockId, controlId, describedBy, invalid, quiet }: ElementProps<Element>) {
  const kit = useKit();
  const place = { blockId, actionId: element.action_id };
  return (
    <input
      id={controlId}
      className="field field-short"
      type={inputTypes[element.type]}
      aria-label={controlId === undefined ? (element.placeholder?.text ?? names[element.type]) : undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      data-action-id={element.action_id}
      data-block-id={blockId}
      value={shownText(kit.values[blockId]?.[element.action_id])}
      onChange={(event) => {
        const value = reported(element.type, event.target.value);
        if (quiet === true) kit.change(place, value);
        else kit.act(place, value);
      }}
    />
  );
}
