// The modal that rejects or abandons a decision, with a reason for whoever asks later.
import type { ModalView } from '@slack/types';
import { encodeActionValue } from '../action-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { field, modal } from './modal.ts';

const reasonLength = 500;

/** How a decision can end without being accepted. */
export type Ending = 'reject' | 'abandon';

const wording = {
  reject: {
    title: 'Reject it',
    submit: 'Reject',
    hint: 'The answers and the recommendation are kept. You can reopen the decision at any time.',
  },
  abandon: {
    title: 'Abandon it',
    submit: 'Abandon',
    hint: 'Everything recorded is kept, and no reminder comes any more. You can reopen the decision at any time.',
  },
} as const;

/** The modal for one of the two. */
export function endDecisionView(decisionId: string, ending: Ending): ModalView {
  const { title, submit, hint } = wording[ending];
  return modal({
    id: viewIds.endDecision,
    title,
    submit,
    metadata: encodeActionValue({ decision: decisionId, card: 'root', does: ending }),
    blocks: [
      field({
        id: fieldIds.because,
        label: 'Why?',
        hint: `Everybody in the channel can read it. ${hint}`,
        optional: true,
        element: { type: 'plain_text_input', multiline: true, max_length: reasonLength, focus_on_load: true },
      }),
    ],
  });
}
