// The modal that hands a decision over to somebody else.
import type { ModalView } from '@slack/types';
import { encodeActionValue } from '../action-value.ts';
import { plainSection } from '../cards/blocks.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { field, modal } from './modal.ts';

/** The modal. `name` is the decision's: a digest has several. */
export function handOverView(decisionId: string, name: string): ModalView {
  return modal({
    id: viewIds.handOver,
    title: 'Hand it over',
    submit: 'Hand over',
    metadata: encodeActionValue({ decision: decisionId, card: 'root' }),
    blocks: [
      plainSection(name),
      field({
        id: fieldIds.newOwner,
        label: 'Who owns the decision from now on?',
        hint: 'They can accept it, and reminders go to them.',
        element: { type: 'users_select' },
      }),
    ],
  });
}
