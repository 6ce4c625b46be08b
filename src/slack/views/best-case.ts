// The modal before accepting: the best case for the losing style, to be considered and perhaps answered in a line.
import type { KnownBlock, ModalView } from '@slack/types';
import type { BestCase } from '../../domain/decision/best-case.ts';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { encodeActionValue } from '../action-value.ts';
import { context, section } from '../cards/blocks.ts';
import { type Citations, citations } from '../cards/citations.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { words } from '../text.ts';
import { choice, field, modal } from './modal.ts';

/** A rebuttal is a line. */
const rebuttalLength = 300;
/** Points shown of each case. */
const mostPoints = 4;
/** Room for each point. */
const pointLength = 400;

/** The modal. Accepting takes the tick or a line against the case, for whoever asks later (issue 5). */
export function bestCaseView(cases: readonly BestCase[], decision: StartedDecision): ModalView {
  const { decisionId, verdict } = decision;
  const result = verdict === null ? {} : { result: { style: verdict.style, part: verdict.part } };
  const cite = citations();
  const shown = cases.flatMap((best) => caseBlocks(best, cite));
  const replaced =
    decision.origin?.kind === 'supersedes' ? [context('Accepting it also marks the decision it replaces.')] : [];
  return modal({
    id: viewIds.bestCase,
    title: 'Before you accept',
    submit: 'Accept',
    metadata: encodeActionValue({ decision: decisionId, card: 'recommendation', ...result }),
    blocks: [
      ...shown,
      ...cite.list(),
      context(
        'To accept, say in a line why the recommendation stands all the same, or tick that you have considered this.',
      ),
      field({
        id: fieldIds.rebuttal,
        label: 'Why the recommendation stands all the same',
        hint: 'One line, kept with the decision for whoever asks later.',
        optional: true,
        element: { type: 'plain_text_input', max_length: rebuttalLength },
      }),
      field({
        id: fieldIds.considered,
        label: 'Or without a line',
        optional: true,
        element: {
          type: 'checkboxes',
          options: [choice('I have considered this and let it stand', 'considered')],
        },
      }),
      ...replaced,
    ],
  });
}

/** The first few points: what nobody reads convinces nobody. */
function caseBlocks({ style, points }: BestCase, cite: Citations): readonly KnownBlock[] {
  const lines = points
    .slice(0, mostPoints)
    .map(({ question, text, sources }) => `•  ${words(text, pointLength)} (${question})${cite.mark(sources)}`);
  const said = lines.length === 0 ? `No answer of yours spoke for ${style}.` : lines.join('\n');
  return [section(`*The best case for ${style}*\n${said}`)];
}
