// The beginning of a pillar's card: its number, its name, what it is about.
import type { Pillar } from '../../domain/framework.ts';
import { words } from '../text.ts';
import { context, header } from './blocks.ts';
import type { CardInput } from './card.ts';
import type { Piece } from './piece.ts';
import { wordsOf } from './wording.ts';

/** The heading. */
export function pillarHeading(pillar: Pillar, { decision, words: written }: CardInput): Piece {
  const title = `${pillar.number} of 5 · ${pillar.shortTitle}`;
  const intro = `${words(pillar.title, 150)} ${words(pillar.intro, 300)}`;
  const about = words(wordsOf(written, decision.title), 150);
  return { text: `${about}, pillar ${words(title, 60)}. ${intro}`, blocks: [header(title), context(intro)] };
}
