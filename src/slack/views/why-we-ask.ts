// The modal behind "Why we ask": the question, the reason for it with its sources, how to answer, and on request an
// explanation for the answers so far.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Explanation } from '../../application/converse/explanations.ts';
import type { AskedId } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { answerBlocks } from '../cards/answer-message.ts';
import { actions, button, context, divider, section } from '../cards/blocks.ts';
import type { AskedQuestion } from '../cards/wording.ts';
import { actionIds, viewIds } from '../ids.ts';
import { link, words } from '../text.ts';
import { modal } from './modal.ts';

/** How far the explanation for the answers so far has come. */
export type Explaining =
  | { readonly stage: 'offered' | 'under-way' | 'failed' }
  | { readonly stage: 'there' | 'shared'; readonly explanation: Explanation };

/** What the modal shows. `decision` is the one whose card was clicked. */
export type WhyWeAskInput = {
  readonly question: AskedQuestion;
  readonly decision: string;
  readonly explaining: Explaining;
};

/** Nothing to send: the modal only explains. */
export function whyWeAskView({ question, decision, explaining }: WhyWeAskInput): ModalView {
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
      context(`Sources: ${sources.join('  ·  ')}`),
      divider(),
      ...explanation(id, decision, explaining),
    ],
  });
}

/** Without a model the sources speak for themselves, the same for all answers. */
function hasPassagesOnly(explaining: Explaining): boolean {
  return 'explanation' in explaining && explaining.explanation.by === 'passages';
}

function explanation(question: AskedId, decision: string, explaining: Explaining): readonly KnownBlock[] {
  const value = encodeActionValue({ decision, card: 'root', question });
  const title = section(hasPassagesOnly(explaining) ? '*What the sources say*' : '*For your answers so far*');
  const explain = actions([button({ id: actionIds.explain(question), label: 'Explain for our answers', value })]);
  const share = actions([button({ id: actionIds.shareWhy(question), label: 'Share in the thread', value })]);
  switch (explaining.stage) {
    case 'offered':
      return [explain, context('Only you see it, unless you share it.')];
    case 'under-way':
      return [title, context('Looking it up in the sources …')];
    case 'failed':
      return [title, context('That did not work. Nothing was changed; please try again.'), explain];
    case 'there':
      return [
        title,
        ...answerBlocks(explaining.explanation),
        ...(explaining.explanation.claims.length > 0 ? [share] : []),
      ];
    case 'shared':
      return [title, ...answerBlocks(explaining.explanation), context('Shared in the thread.')];
    default:
      return explaining satisfies never;
  }
}
