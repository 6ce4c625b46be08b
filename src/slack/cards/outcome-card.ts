// The card that says in the thread how a decision was settled.
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { dayWords, mention, words } from '../text.ts';
import { actions, button, context, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { headline } from './headline.ts';
import { message, nothing, type Piece } from './piece.ts';
import { statusPiece } from './status-piece.ts';
import { toolsPiece } from './tools-piece.ts';
import { wordsOf } from './wording.ts';

const rebuttalRoom = 300;

/** The card; null before anything was settled. Once it stands, reopening is said on it as well. */
export function outcomeCard(input: CardInput): CardMessage | null {
  const { status } = input.decision;
  if (status === 'accepted')
    return message([acceptedHeadline(input), statusPiece(input), considered(input), toolsPiece(input), next(input)]);
  if (status === 'rejected' || status === 'abandoned') return message([statusPiece(input), kept(input)]);
  if (status === 'superseded') return message([statusPiece(input), held(input)]);
  if (input.link('outcome') === null) return null;
  const line =
    input.decision.acceptance === null ? 'Reopened: answers can be changed again.' : 'Being looked at again.';
  return message([{ text: line, blocks: [section(line)] }]);
}

/** What becomes of a decision that was turned down or given up. */
function kept({ decision }: CardInput): Piece {
  const line = `Its answers and notes are kept. ${mention(decision.owner)} can reopen it with the menu on the root card.`;
  return { text: line, blocks: [context(line)] };
}

/** What held until another decision took its place. */
function held(input: CardInput): Piece {
  const { acceptance } = input.decision;
  if (acceptance === null) return nothing;
  const what = headline(acceptance.verdict, input);
  const line = `What was accepted on ${dayWords(acceptance.at)} by ${mention(acceptance.person)}: ${what}. Its answers and notes are kept.`;
  return { text: line, blocks: [context(line)] };
}

function acceptedHeadline(input: CardInput): Piece {
  const { verdict } = input.decision;
  if (verdict === null) return nothing;
  const line = headline(verdict, input);
  return { text: line, blocks: [section(`*${line}*`)] };
}

function considered({ decision, words: written }: CardInput): Piece {
  const { bestCase } = decision;
  if (bestCase === null) return nothing;
  const who = mention(bestCase.person);
  const line =
    bestCase.rebuttal === null
      ? `${who} considered the best case against it before accepting.`
      : `${who} on the best case against it: “${words(wordsOf(written, bestCase.rebuttal), rebuttalRoom)}”`;
  return { text: line, blocks: [context(line)] };
}

/** The way on: candidate tools, or a checklist for a choreography. */
function next({ card, decision }: CardInput): Piece {
  const label = decision.verdict?.style === 'choreography' ? 'What to have in place' : 'Which tools fit';
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const open = button({ id: actionIds.whatNext(), label, value });
  return { text: `What next: ${label.toLowerCase()}.`, blocks: [actions([open])] };
}
