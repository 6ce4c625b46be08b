// Who answered what in a team, once it is revealed.
import { questionRecord } from '../../domain/decision/decision.ts';
import type { AskedId } from '../../domain/framework.ts';
import { mention, words } from '../text.ts';
import type { CardInput } from './card.ts';
import { answerWords } from './wording.ts';

const answerRoom = 60;

/** A line, and whether it tells of different answers. */
export type GivenLine = { readonly text: string; readonly differ: boolean };

/** "Never: @Ana, @Ben · Notices: @Cem", the most frequent first. Null where nobody's own answer is known. */
export function givenLine(
  question: AskedId,
  { decision, framework, words: written }: Pick<CardInput, 'decision' | 'framework' | 'words'>,
): GivenLine | null {
  const byAnswer = new Map<string, string[]>();
  for (const answer of Object.values(questionRecord(decision, question).given)) {
    const said = words(answerWords(question, answer, { framework, words: written }), answerRoom);
    byAnswer.set(said, [...(byAnswer.get(said) ?? []), mention(answer.person)]);
  }
  if (byAnswer.size === 0) return null;
  const parts = [...byAnswer]
    .toSorted(([, some], [, others]) => others.length - some.length)
    .map(([said, people]) => `${said}: ${people.toSorted().join(', ')}`);
  return { text: parts.join(' · '), differ: byAnswer.size > 1 };
}
