// The modal that puts a look off to a day.
import type { ModalView } from '@slack/types';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { field, modal } from './modal.ts';

/** The modal. */
export function snoozeDateView(clicked: ActionValue): ModalView {
  return modal({
    id: viewIds.snoozeDate,
    title: 'Put it off',
    submit: 'Put it off',
    metadata: encodeActionValue(clicked),
    blocks: [
      field({
        id: fieldIds.day,
        label: 'Until which day?',
        hint: 'Only this look moves; the ones after it stay where they are. On a weekend it comes on the Monday.',
        element: { type: 'datepicker' },
      }),
    ],
  });
}
