// The modal that names who finds out an answer nobody knows yet, and until when.
import type { ModalView } from '@slack/types';
import { type AskedId, type Framework, findQuestion } from '../../domain/framework.ts';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { section } from '../cards/blocks.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { words } from '../text.ts';
import { field, modal } from './modal.ts';

/** The modal for one question. */
export function nameFinderView(
  clicked: ActionValue & { readonly question: AskedId },
  { framework, person }: { readonly framework: Framework; readonly person: string },
): ModalView {
  const { decision, card, question } = clicked;
  const asked = findQuestion(framework, question)?.text ?? question;
  return modal({
    id: viewIds.nameFinder,
    title: 'Who finds out?',
    submit: 'Ask them',
    metadata: encodeActionValue({ decision, card, question }),
    blocks: [
      section(`*${question}*  ${words(asked, 300)}`),
      field({
        id: fieldIds.finder,
        label: 'Who finds it out?',
        element: { type: 'users_select', initial_user: person },
      }),
      field({
        id: fieldIds.day,
        label: 'By when?',
        hint: 'If it is still open then, Downbeat asks them once, in a message to them alone.',
        element: { type: 'datepicker' },
      }),
    ],
  });
}
