// A piece of a card: what it shows and what it says, side by side, so that neither is forgotten.
import type { KnownBlock } from '@slack/types';
import { limits } from '../limits.ts';
import { clipMarked } from '../text.ts';
import type { CardMessage } from './card.ts';

/** Blocks and the words a screen reader gets for them. Either may be empty. */
export type Piece = { readonly text: string; readonly blocks: readonly KnownBlock[] };

/** A piece that is only there under a condition: nothing at all. */
export const nothing: Piece = { text: '', blocks: [] };

/** Joins pieces into a message, in the order given. */
export function message(pieces: readonly Piece[]): CardMessage {
  const text = pieces
    .map((piece) => piece.text)
    .filter((part) => part !== '')
    .join('\n');
  return {
    text: clipMarked(text, limits.messageText),
    blocks: pieces.flatMap((piece) => piece.blocks).slice(0, limits.blocksPerMessage),
  };
}
