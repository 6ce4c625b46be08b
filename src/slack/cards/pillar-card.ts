// The card of one pillar: its questions with their buttons, or one line once it is answered or skipped.
import { pillarRecord, questionRecord } from '../../domain/decision/decision.ts';
import { isAsking } from '../../domain/decision/phase.ts';
import { isReached } from '../../domain/decision/pillars.ts';
import type { Pillar, PillarNumber, Question } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { words } from '../text.ts';
import { actions, button, context, divider, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { givenLine } from './given-line.ts';
import { message, type Piece } from './piece.ts';
import { pillarHeading } from './pillar-heading.ts';
import { isPrivatePillar, privatePillarCard } from './private-pillar-card.ts';
import { questionPiece, settledQuestionPiece, spokenNotes } from './question-piece.ts';
import { answerWords, isAsked, labelOf, standingOption } from './wording.ts';

/** The answer that switches a question off. */
const switchedOffBy = { '3b': '3a', '3c': '3a', '4b': '4a', '4c': '4a' } as const;

const settled = 'This decision is settled, so its answers stand. Its owner can reopen it.';

/** The pillar's card, or null while an earlier pillar is still open. */
export function pillarCard(number: PillarNumber, input: CardInput): CardMessage | null {
  const pillar = input.framework.pillars[number - 1];
  if (pillar === undefined || !isReached(input.decision, number)) return null;
  const { passed, unfolded } = pillarRecord(input.decision, number);
  if (isPrivatePillar(input.decision, number)) return privatePillarCard(pillar, input);
  return passed && !unfolded ? foldedCard(pillar, input) : openCard(pillar, input);
}

function openCard(pillar: Pillar, input: CardInput): CardMessage {
  const notes = pillar.questions.map((question) => spokenNotes(question, input)).filter((text) => text !== '');
  return message([
    pillarHeading(pillar, input),
    ...pillar.questions.map((question) => withDivider(askedPiece(question, input))),
    buttonRow(pillar, input),
    { text: notes.join('\n'), blocks: [] },
  ]);
}

function withDivider(piece: Piece): Piece {
  return { ...piece, blocks: [divider(), ...piece.blocks] };
}

function askedPiece(question: Question, input: CardInput): Piece {
  if (!isAsked(input.decision, question.id)) return switchedOff(question, input);
  return isAsking(input.decision) ? questionPiece(question, input) : settledQuestionPiece(question, input);
}

/** Keeps its place without buttons, and says because of which answer. */
function switchedOff(question: Question, { decision, framework }: CardInput): Piece {
  const cause = Object.entries(switchedOffBy).find(([id]) => id === question.id)?.[1];
  const option = cause === undefined ? null : standingOption(decision, cause);
  const because =
    cause === undefined || option === null
      ? ''
      : ` because of ${cause}: ${words(labelOf(framework, cause, option), 40)}`;
  const line = `${question.id}   ${words(question.text, 300)}\nDoes not apply${because}. It counts nowhere.`;
  return { text: line, blocks: [context(line)] };
}

function buttonRow(pillar: Pillar, { card, decision }: CardInput): Piece {
  const { number } = pillar;
  const value = encodeActionValue({ decision: decision.decisionId, card, pillar: number });
  const { passed } = pillarRecord(decision, number);
  const note = button({ id: actionIds.note(number), label: 'Add a note', value });
  if (!isAsking(decision)) {
    const done = button({ id: actionIds.fold(number), label: 'Done', value });
    return { text: settled, blocks: [divider(), context(settled), actions(passed ? [note, done] : [note])] };
  }
  const last = passed
    ? button({ id: actionIds.fold(number), label: 'Done', value })
    : button({ id: actionIds.skip(number), label: 'Skip the rest', value });
  const how = passed
    ? 'Answer with the buttons; Done folds this card again.'
    : 'Answer with the buttons; the next card comes when this one is answered or skipped.';
  return {
    text: how,
    blocks: [divider(), actions([note, last])],
  };
}

/** One line with the short answers. */
function foldedCard(pillar: Pillar, input: CardInput): CardMessage {
  const { decision } = input;
  const active = pillar.questions.filter((question) => isAsked(decision, question.id));
  const answers = active.map((question) => `${question.id}\u00a0${shortAnswer(question, input)}`);
  const notes = pillar.questions.reduce((sum, { id }) => sum + questionRecord(decision, id).notes.length, 0);
  const noted = notes === 0 ? [] : [`${notes}\u00a0${notes === 1 ? 'note' : 'notes'}`];
  const title = `${pillar.number} of 5 · ${words(pillar.shortTitle, 40)}`;
  const change = button({
    id: actionIds.change(pillar.number),
    label: 'Change',
    spoken: `Change the answers of ${pillar.shortTitle}`,
    value: encodeActionValue({ decision: decision.decisionId, card: input.card, pillar: pillar.number }),
  });
  const differing = differences(pillar, input);
  const spoken = active.map(
    (question) => `${question.id}: ${words(question.text, 300)} ${shortAnswer(question, input)}.`,
  );
  return {
    text: [`${title}.`, ...spoken, ...noted, ...differing, 'To answer differently, use Change.'].join(' '),
    blocks: [
      section(`*${title}*   ${[...answers, ...noted].join('\u00a0\u00a0·  ')}`, change),
      ...(differing.length === 0 ? [] : [context(differing.join('\n'))]),
    ],
  };
}

/** In a team: who answered what, where they differ. */
function differences(pillar: Pillar, input: CardInput): readonly string[] {
  return pillar.questions.flatMap(({ id }) => {
    const line = isAsked(input.decision, id) ? givenLine(id, input) : null;
    return line === null || !line.differ ? [] : [`${id}  ${line.text}`];
  });
}

function shortAnswer(question: Question, input: CardInput): string {
  const { standing } = questionRecord(input.decision, question.id);
  if (standing !== null) return words(answerWords(question.id, standing, input), 110);
  return givenLine(question.id, input)?.differ === true ? 'no common answer' : 'not answered';
}
