// The modal that puts a question about a decision; question and answer stand in its thread.
import type { ModalView } from '@slack/types';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { field, modal, plain } from './modal.ts';

/** A question, not a letter: it is shown whole in the thread. */
export const questionLength = 500;

/** The modal, for the decision whose card was clicked. */
export function askView({ decision, card }: Pick<ActionValue, 'decision' | 'card'>): ModalView {
  return modal({
    id: viewIds.ask,
    title: 'Ask Downbeat',
    submit: 'Ask',
    metadata: encodeActionValue({ decision, card }),
    blocks: [
      field({
        id: fieldIds.asking,
        label: 'What do you want to know?',
        hint: 'Your question and a short answer with its sources come into the decision’s thread, for everybody in the channel.',
        element: {
          type: 'plain_text_input',
          multiline: true,
          max_length: questionLength,
          focus_on_load: true,
          placeholder: plain('Is compensation just a rollback?', limits.placeholder),
        },
      }),
    ],
  });
}
