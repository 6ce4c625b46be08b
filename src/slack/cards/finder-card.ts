// The card that asks whoever promised an answer for it, in a message to them alone.
import { questionRecord } from '../../domain/decision/decision.ts';
import { type AskedId, findQuestion, unknownLabel, unknownOption } from '../../domain/framework.ts';
import { dayWords, link, mention, words } from '../text.ts';
import { context, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { message, nothing } from './piece.ts';
import { questionPiece } from './question-piece.ts';
import { wordsOf } from './wording.ts';

/** The card; null before the reminder is due. Once the question is answered it says thank you. */
export function finderCard(id: AskedId, input: CardInput): CardMessage | null {
  const { decision } = input;
  const finder = decision.finders[id];
  const question = findQuestion(input.framework, id);
  if (finder?.reminded !== true || question === undefined) return null;
  const { standing } = questionRecord(decision, id);
  const root = input.link('root');
  const name = words(wordsOf(input.words, decision.title), 100);
  const about = root === null ? name : link(root, name);
  const known = standing !== null && standing.option !== unknownOption;
  const line = known
    ? `Thank you: ${id} of *${about}* is answered.`
    : `You wanted to find out an answer for *${about}* by ${dayWords(finder.until)}; ${mention(finder.by)} asked for it. Do you know it by now?`;
  const asked = known ? nothing : questionPiece(question, input);
  const calm = `This is the only reminder about it. “${unknownLabel}” is a fine answer.`;
  return message([
    { text: line.replaceAll('*', ''), blocks: [section(line)] },
    asked,
    known ? nothing : { text: calm, blocks: [context(calm)] },
  ]);
}
