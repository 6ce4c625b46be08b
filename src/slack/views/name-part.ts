// The modal that asks for the part's name before 5c "part" is recorded.
import type { ModalView } from '@slack/types';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { clipPlain, oneLine } from '../text.ts';
import { field, modal } from './modal.ts';

/** A part's name stands in the headline: this many characters fit there. */
const partLength = 80;

/** The field for the part's name, on its own or beside the option it belongs to. `name` is the one that stands. */
export function partField(name: string | null, optional: boolean) {
  const initial = clipPlain(oneLine(name ?? ''), partLength);
  return field({
    id: fieldIds.part,
    label: 'What is the part called?',
    hint: 'A name everybody understands, such as “payment and refund”. It stands in the recommendation.',
    optional,
    element: {
      type: 'plain_text_input',
      max_length: partLength,
      ...(optional ? {} : { focus_on_load: true }),
      ...(initial === '' ? {} : { initial_value: initial }),
    },
  });
}

/** The modal opened by a click on 5c "part", before anything is read; `clicked` is that button's value. */
export function namePartView(clicked: ActionValue): ModalView {
  return modal({
    id: viewIds.namePart,
    title: 'Name the part',
    submit: 'Record the answer',
    metadata: encodeActionValue(clicked),
    blocks: [partField(null, false)],
  });
}
