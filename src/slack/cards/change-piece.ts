// What changed since the last verdict: who changed which answer, and what that did.
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { mention, words } from '../text.ts';
import { context } from './blocks.ts';
import type { CardInput } from './card.ts';
import { nothing, type Piece } from './piece.ts';
import { styleNames } from './style-names.ts';
import { labelOf, signed } from './wording.ts';

/** One quiet line under the headline; nothing before the first change. */
export function changePiece(verdict: Verdict, { decision, framework }: CardInput): Piece {
  const { previousVerdict: before, lastChange } = decision;
  if (before === null) return nothing;
  const effect = effectOf(before, verdict);
  if (before.framework !== verdict.framework) return quiet(`Under a new version of the framework: ${effect}`);
  if (lastChange === null) return quiet(`Since the last verdict: ${effect}`);
  const { question, from, to, person } = lastChange;
  const label = (option: string) => `“${words(labelOf(framework, question, option), 40)}”`;
  const change = from === null ? `answered ${question} with` : `changed ${question} from ${label(from)} to`;
  return quiet(`${mention(person)} ${change} ${label(to)}: ${effect}`);
}

function quiet(line: string): Piece {
  return { text: line, blocks: [context(line)] };
}

/** The weightiest difference: the result, else the pattern, else the confidence. */
function effectOf(before: Verdict, now: Verdict): string {
  const isCalledTheSame = !before.tooLittle && !now.tooLittle && before.style === now.style;
  if (isCalledTheSame && before.score !== now.score)
    return `still ${styleNames[now.style]}, ${signed(now.score)} instead of ${signed(before.score)}.`;
  const differences = [
    ['', result(before), result(now)],
    ['the result stays; the pattern ', before.pattern?.main ?? 'none', now.pattern?.main ?? 'none'],
    ['the result stays; confidence ', before.confidence, now.confidence],
  ] as const;
  const difference = differences.find(([, was, is]) => was !== is);
  if (difference === undefined) return 'the result stays.';
  const [what, was, is] = difference;
  return `${what}was ${was}, now ${is}.`;
}

function result({ tooLittle, style, score }: Verdict): string {
  return tooLittle ? 'too little answered' : `${styleNames[style]} (${signed(score)})`;
}
