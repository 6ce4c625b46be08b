// Finds out which answer an argument about the verdict would touch. The verdict itself cannot be argued with (design.md §1).
import type { QuestionId } from '../../domain/framework.ts';
import type { Style, Verdict } from '../../domain/verdict/verdict.ts';
import { type Cues, isStatement, matchesIn, type Proposal } from './cues.ts';

/** What an argument comes to: the question it touches, and what could come of it. */
export type Argument = {
  readonly question: QuestionId;
  /** The answer it plainly gives, if any. */
  readonly proposal: Proposal | null;
  /** The change of this one answer that would change the verdict's style, if there is one. */
  readonly flip: { readonly to: string; readonly style: Style } | null;
};

const subject =
  /\borchestrat\w*|\bchoreograph\w*|\bhybrid\b|\bsplit\b|\bconductor\b|\b(?:verdict|recommendation|result|downbeat|score)\b|\b(?:it|this|that) (?:is|'s|seems) (?:wrong|nonsense|overkill)/iu;
const stance =
  /\b(?:wrong|disagree|don't agree|do not agree|nonsense|overkill|overrated|too (?:much|heavy|complex|complicated|expensive|slow|big|strict)|should(?:n't)?|would rather|rather|instead|prefer|better|worse|why not|no way|not (?:right|convinced|needed|necessary)|don't need|do not need|makes no sense|change (?:it|the verdict|your mind)|are you sure|really\?|but)\b/iu;

/** What an argument touches; null for words that are no argument, or touch nothing that is asked. */
export function argueAbout(verdict: Verdict, text: string, { cues, topics }: Cues): Argument | null {
  if (!subject.test(text) || !stance.test(text)) return null;
  const proposal = matchesIn(text, cues)[0] ?? null;
  const question = proposal?.question ?? topics.find(({ pattern }) => pattern.test(text))?.question;
  if (question === undefined) return null;
  const stated = proposal !== null && isStatement(proposal.words.replace(stance, '')) ? proposal : null;
  return { question, proposal: stated, flip: flipOf(verdict, question) };
}

/** The flip of one answer alone; pairs are left out, since an argument is about one thing. */
function flipOf({ flips }: Verdict, question: QuestionId): Argument['flip'] {
  for (const { changes, style } of flips) {
    const [change] = changes;
    if (changes.length === 1 && change?.question === question) return { to: change.to, style };
  }
  return null;
}
