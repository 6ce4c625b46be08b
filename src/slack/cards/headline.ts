// The one line that says what to do.
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { words } from '../text.ts';
import type { CardInput } from './card.ts';
import { wordsOf } from './wording.ts';

/** The style's headline with the part's name in it, ready for mrkdwn, without a full stop. */
export function headline(verdict: Verdict, { texts, words: written }: Pick<CardInput, 'texts' | 'words'>): string {
  const style = texts.styles[verdict.style];
  if (verdict.part === null) return words(style.headlineUnnamed, 200);
  const part = words(wordsOf(written, verdict.part), 120);
  return words(style.headline, 200).replaceAll('{part}', () => part);
}
