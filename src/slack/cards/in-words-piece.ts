// The verdict in a model's words, below its fixed fields: checked claims, each with its source. Optional.
import { words } from '../text.ts';
import { context, section } from './blocks.ts';
import { nothing, type Piece } from './piece.ts';
import type { VerdictInput } from './verdict-pieces.ts';

/** Claims shown on the card, and room for each. */
const SHOWN = 4;
const CLAIM_LENGTH = 400;

const quiet = 'A model wrote these lines from the sources; every quote was checked. They may still be wrong.';

/** Nothing until there is something. */
export function inWordsPiece({ inWords, cite }: VerdictInput): Piece {
  if (inWords === undefined || inWords.claims.length === 0) return nothing;
  const lines = inWords.claims.slice(0, SHOWN).map(({ text, sources }) => {
    const marks = inWords.sources.filter(({ number }) => sources.includes(number)).map(({ links }) => cite.mark(links));
    return { text: words(text, CLAIM_LENGTH), marks: marks.join('') };
  });
  return {
    text: `In words: ${lines.map(({ text }) => text).join(' ')} ${quiet}`,
    blocks: [section(`*In words*\n${lines.map(({ text, marks }) => `•  ${text}${marks}`).join('\n')}`), context(quiet)],
  };
}
