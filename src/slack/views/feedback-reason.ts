// The modal after "not helpful": a reason may be given, none is required.
import type { ModalView } from '@slack/types';
import type { Opinion } from '../feedback-value.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { field, modal } from './modal.ts';

/** A remark, not an essay. */
const REASON_LENGTH = 500;

/** The modal. The opinion itself is kept already. */
export function feedbackReasonView(opinion: Opinion): ModalView {
  return modal({
    id: viewIds.feedbackReason,
    title: 'What was missing?',
    submit: 'Send',
    metadata: JSON.stringify(opinion),
    blocks: [
      field({
        id: fieldIds.reason,
        label: 'What would have helped?',
        hint: 'Whoever looks after Downbeat’s sources reads it.',
        optional: true,
        element: { type: 'plain_text_input', multiline: true, max_length: REASON_LENGTH, focus_on_load: true },
      }),
    ],
  });
}
