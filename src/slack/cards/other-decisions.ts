// How a card speaks of other decisions: by their title, as a link where it is known.
import { link, words } from '../text.ts';
import type { CardInput } from './card.ts';
import { wordsOf } from './wording.ts';

const titleRoom = 80;

/** Another decision's title with a link to its thread; "another decision" where nothing is known of it. */
export function otherLink(decisionId: string, { others }: CardInput): string {
  const other = others?.get(decisionId);
  if (other === undefined) return 'another decision';
  const title = words(wordsOf(other.words, other.decision.title), titleRoom);
  return other.url === null ? title : link(other.url, title);
}
