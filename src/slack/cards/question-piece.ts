// One question on a card: what is asked, what each option means, a row of buttons, who chose what, and the notes.
import type { KnownBlock } from '@slack/types';
import type { RecordedAnswer } from '../../domain/decision/answer-records.ts';
import { questionRecord } from '../../domain/decision/decision.ts';
import { type Option, unknownLabel, unknownOption } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { mention, noteWords, words } from '../text.ts';
import { actions, button, context, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { finderPiece } from './finder-piece.ts';
import { givenLine } from './given-line.ts';
import type { Piece } from './piece.ts';
import { type AskedQuestion, answerWords, standingOption, wordsOf } from './wording.ts';

/** The latest notes shown under a question; the note modal lists all of them. */
const notesShown = 3;

/** Room for each text, in UTF-16 units: a team may edit the framework's wording to any length. */
const room = { question: 300, meaning: 250, spokenMeaning: 90, label: 40, note: 280, answer: 110 } as const;

/** A question that can be answered here and now. Its notes are not in the text: see {@link spokenNotes}. */
export function questionPiece(question: AskedQuestion, input: CardInput): Piece {
  const notes = noteLines(question, input);
  const chosen = chosenLine(question, input);
  const blocks: KnownBlock[] = [asking(question, input), meanings(question), buttons(question, input)];
  if (chosen !== null) blocks.push(context(chosen));
  if (notes.length > 0) blocks.push(context(notes.join('\n')));
  const finder = finderPiece(question.id, input);
  blocks.push(...finder.blocks);
  const options = question.options.map(
    ({ label, text }) => `${words(label, room.label)} (${words(text, room.spokenMeaning)})`,
  );
  const spoken = `${question.id}: ${words(question.text, room.question)} Options: ${[...options, unknownLabel].join('; ')}.`;
  const answer = [chosen ?? 'Not answered yet.', finder.text].filter((text) => text !== '').join('\n');
  return { text: `${spoken}\n${answer}`, blocks };
}

/** A question whose answer stands: no buttons, since a click would only be refused. */
export function settledQuestionPiece(question: AskedQuestion, input: CardInput): Piece {
  const notes = noteLines(question, input);
  const chosen = chosenLine(question, input) ?? 'Not answered.';
  return {
    text: `${question.id}: ${words(question.text, room.question)} ${chosen}`,
    blocks: [asking(question, input), context(chosen), ...(notes.length > 0 ? [context(notes.join('\n'))] : [])],
  };
}

/** A question's notes for the end of a card's text, where running out of room costs least. */
export function spokenNotes(question: AskedQuestion, input: CardInput): string {
  return noteLines(question, input)
    .map((line) => `${question.id}: ${line}`)
    .join('\n');
}

/** The question, with the button that says why it is asked. */
export function asking(question: AskedQuestion, { card, decision }: CardInput): KnownBlock {
  return section(
    `*${question.id}   ${words(question.text, room.question)}*`,
    button({
      id: actionIds.why(question.id),
      label: 'Why we ask',
      spoken: `Why we ask ${question.id}`,
      value: encodeActionValue({ decision: decision.decisionId, card, question: question.id }),
    }),
  );
}

/** Quiet and over the whole width: on a phone the button beside the question would squeeze them. */
export function meanings(question: AskedQuestion): KnownBlock {
  const lines = question.options.map(
    ({ label, text }) => `•  *${words(label, room.label)}*  ${words(text, room.meaning)}`,
  );
  return context(lines.join('\n'));
}

function buttons(question: AskedQuestion, { card, decision }: CardInput): KnownBlock {
  const standing = standingOption(decision, question.id);
  const choices: readonly Pick<Option, 'id' | 'label'>[] = [
    ...question.options,
    { id: unknownOption, label: unknownLabel },
  ];
  return actions(
    choices.map(({ id, label }) => {
      const chosen = id === standing;
      return button({
        id: actionIds.answer(question.id, id),
        label: chosen ? `✓ ${label}` : label,
        spoken: `${question.id}: ${label}${chosen ? ', chosen' : ''}`,
        primary: chosen,
        value: encodeActionValue({ decision: decision.decisionId, card, question: question.id, option: id }),
      });
    }),
  );
}

/** "Only a receipt, chosen by @Ana. Before: A first part, by @Ben." Null while nobody has answered. */
function chosenLine(question: AskedQuestion, input: CardInput): string | null {
  const { standing, replaced } = questionRecord(input.decision, question.id);
  if (standing === null) return null;
  const given = givenLine(question.id, input);
  if (given !== null) return given.text;
  const said = (answer: RecordedAnswer) => words(answerWords(question.id, answer, input), room.answer);
  const now = `${said(standing)}, chosen by ${mention(standing.person)}`;
  if (replaced === null) return now;
  return replaced.person === standing.person
    ? `${now}, replaces their own “${said(replaced)}”`
    : `${now}, replaces ${mention(replaced.person)}: ${said(replaced)}`;
}

function noteLines(question: AskedQuestion, { decision, words: written }: CardInput): readonly string[] {
  const { notes } = questionRecord(decision, question.id);
  const latest = notes
    .slice(-notesShown)
    .map(({ note, person }) => `Note by ${mention(person)}: ${noteWords(wordsOf(written, note), room.note)}`);
  const earlier = notes.length - latest.length;
  return earlier > 0 ? [`${earlier} earlier under “Add a note”`, ...latest] : latest;
}
