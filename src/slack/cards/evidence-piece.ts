// What the steps bring to other cards: their buttons, and a word where answers and steps disagree.
import type { Button } from '@slack/types';
import { type Evidence, evidenceOf } from '../../domain/decision/workflow-of.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { link, words } from '../text.ts';
import { button, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import type { Piece } from './piece.ts';
import { labelOf } from './wording.ts';

type Where = Pick<CardInput, 'card' | 'decision'>;

/** A button that shows drawings in the thread. `what` is one of the application's drawables. */
export function drawButton(
  { card, decision }: Where,
  { what, label, spoken }: { readonly what: string; readonly label: string; readonly spoken: string },
): Button {
  const value = encodeActionValue({ decision: decision.decisionId, card, does: what });
  return button({ id: actionIds.draw(what), label, spoken, value });
}

/** The buttons on the root card: the steps, and once there are some, their drawings. */
export function stepsButtons({ card, decision }: Where): readonly Button[] {
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const label = decision.workflow === null ? 'Add the steps' : 'Steps';
  const steps = button({ id: actionIds.steps(), label, spoken: 'Write or edit the steps', value });
  if (decision.workflow === null) return [steps];
  return [steps, drawButton({ card, decision }, { what: 'light', label: 'Drawings', spoken: 'Draw it in the thread' })];
}

/** One line for each recorded answer that the steps do not bear out. */
export function disagreementLines({ disagreements }: Evidence, { framework }: CardInput): readonly string[] {
  const label = (question: Evidence['disagreements'][number]['question'], option: string) =>
    words(labelOf(framework, question, option), 60);
  return disagreements.map(
    ({ question, recorded, proposal }) =>
      `${question}: recorded “${label(question, recorded)}”, the steps say “${label(question, proposal.option)}”.`,
  );
}

/** On the recommendation card: where the steps say something else, and what can be drawn. */
export function evidencePiece(input: CardInput): Piece {
  const evidence = evidenceOf(input.decision, input.words);
  const lines = evidence === null ? [] : disagreementLines(evidence, input);
  const url = input.link('drawings');
  const where = url === null ? 'the card of the steps' : link(url, 'the card of the steps');
  const told = lines.length === 0 ? '' : `${lines.join('\n')}\nThe counting is on ${where}.`;
  return {
    text: told === '' ? '' : `The answers and the steps disagree. ${told}`,
    blocks: told === '' ? [] : [section(`*The answers and the steps disagree*\n${told}`)],
  };
}

/** The buttons on the recommendation card, once there are steps. */
export function drawingButtons({ card, decision }: Where): readonly Button[] {
  if (decision.workflow === null) return [];
  const value = encodeActionValue({ decision: decision.decisionId, card });
  return [
    drawButton({ card, decision }, { what: 'light', label: 'Drawings', spoken: 'Draw it in the thread' }),
    button({ id: actionIds.whatIf(), label: 'What if…', spoken: 'Try a change on the drawings', value }),
  ];
}
