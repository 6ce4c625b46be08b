// On the card of a later round: what has become of the steps since the acceptance, and their drawings again.
import { acceptedWorkflowOf, workflowOf } from '../../domain/decision/workflow-of.ts';
import { stepsSince } from '../../domain/workflow/since.ts';
import { words } from '../text.ts';
import { actions, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { drawButton } from './evidence-piece.ts';
import { nothing, type Piece } from './piece.ts';

/** Room for each kind of difference, in UTF-16 units. */
const lineRoom = 400;

/** What was added, removed and changed, and the button that draws it; nothing without steps. */
export function stepsAgainPiece(input: CardInput): Piece {
  const { card, decision, words: written } = input;
  if (decision.workflow === null) return nothing;
  const now = workflowOf(decision, written);
  const before = acceptedWorkflowOf(decision, written);
  const lines = before === null || now === null ? [] : stepsSince(before, now).map((line) => words(line, lineRoom));
  const spoken = 'Draw it again, with what changed since it was accepted';
  const button = drawButton({ card, decision }, { what: 'light', label: 'Drawings', spoken });
  const title = 'The steps have changed since it was accepted';
  const told = lines.length === 0 ? [] : [section([`*${title}*`, ...lines.map((line) => `•  ${line}`)].join('\n'))];
  return {
    text: [...(lines.length === 0 ? [] : [`${title}.`, ...lines]), '“Drawings” shows them, changes marked.'].join(' '),
    blocks: [...told, actions([button])],
  };
}
