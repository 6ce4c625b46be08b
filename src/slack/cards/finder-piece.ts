// Under an answer nobody knows yet: who finds it out, or the way to name somebody.
import { questionRecord } from '../../domain/decision/decision.ts';
import { type AskedId, unknownOption } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { dayWords, mention } from '../text.ts';
import { actions, button, context } from './blocks.ts';
import type { CardInput } from './card.ts';
import { nothing, type Piece } from './piece.ts';

/** Nothing unless the question stands at "don't know". */
export function finderPiece(question: AskedId, { card, decision }: CardInput): Piece {
  const { standing } = questionRecord(decision, question);
  if (standing?.option !== unknownOption || card.startsWith('finder-')) return nothing;
  const finder = decision.finders[question];
  if (finder !== undefined && !finder.gone) {
    const line = `${mention(finder.person)} finds it out by ${dayWords(finder.until)}`;
    return { text: line, blocks: [context(line)] };
  }
  const gone =
    finder === undefined ? '' : `${mention(finder.person)} wanted to find it out and is no longer here. Who else can?`;
  const ask = button({
    id: actionIds.nameFinder(question),
    label: 'Who finds out?',
    spoken: `Who finds out ${question}?`,
    value: encodeActionValue({ decision: decision.decisionId, card, question }),
  });
  return { text: gone, blocks: [...(gone === '' ? [] : [context(gone)]), actions([ask])] };
}
