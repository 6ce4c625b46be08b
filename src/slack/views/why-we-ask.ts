// The modal behind "Why we ask": the question, the reason for it with its sources, and how to answer.
import type { ModalView } from '@slack/types';
import { context, section } from '../cards/blocks.ts';
import type { AskedQuestion } from '../cards/wording.ts';
import { viewIds } from '../ids.ts';
import { link, words } from '../text.ts';
import { modal } from './modal.ts';

/** Nothing to send: the modal only explains. */
export function whyWeAskView(question: AskedQuestion): ModalView {
  const { id, text, why, help, options } = question;
  const sources = why.sources.slice(0, 8).map(({ title, url }) => link(url, words(title, 80)));
  const meanings = options.map((option) => `•  *${words(option.label, 40)}*  ${words(option.text, 250)}`);
  return modal({
    id: viewIds.whyWeAsk,
    title: `Why we ask ${id}`,
    metadata: '',
    blocks: [
      section(`*${words(text, 300)}*`),
      section(words(why.text, 1_500)),
      section(`*How to answer*\n${words(help, 800)}`),
      section(meanings.join('\n')),
      context(`Sources: ${sources.join('\u00a0\u00a0·  ')}`),
    ],
  });
}
