// The modal in which the steps are written, one a line.
import type { InputBlock, ModalView } from '@slack/types';
import type { ActionValue } from '../action-value.ts';
import { encodeActionValue } from '../action-value.ts';
import { stepsHint } from '../drawings/steps-sentences.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { field, modal } from './modal.ts';

/** The field for steps, on its own or in the modal that starts a decision. `text` holds those that stand. */
export function stepsField(text: string, optional: boolean): InputBlock {
  return field({
    id: fieldIds.steps,
    label: 'Steps, one a line',
    hint: stepsHint,
    optional,
    element: {
      type: 'plain_text_input',
      multiline: true,
      max_length: limits.inputText,
      ...(optional ? {} : { focus_on_load: true }),
      ...(text === '' ? {} : { initial_value: text }),
    },
  });
}

/** The steps modal. `text` must fit a field: longer steps are edited in the thread. */
export function stepsView(clicked: Pick<ActionValue, 'decision' | 'card'>, text: string): ModalView {
  return modal({
    id: viewIds.steps,
    title: 'Steps',
    submit: 'Save',
    metadata: encodeActionValue({ decision: clicked.decision, card: clicked.card }),
    blocks: [stepsField(text, false)],
  });
}
