// The card of a later round: only the questions concerned are asked again, with the old answers shown.
import { isActive } from '../../domain/answers.ts';
import { answersOf } from '../../domain/decision/answers-of.ts';
import { questionRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import { acceptanceBeforeRound } from '../../domain/decision/since-acceptance.ts';
import { type AskedId, askedIds, findQuestion, unknownOption } from '../../domain/framework.ts';
import { dayWords, link, mention, words } from '../text.ts';
import { context, divider, header, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { differenceLines } from './difference-lines.ts';
import { evidencePiece } from './evidence-piece.ts';
import { newVersionPiece } from './new-version-piece.ts';
import { message, nothing, type Piece } from './piece.ts';
import { questionPiece } from './question-piece.ts';
import { scopePiece } from './scope-piece.ts';
import { stepsAgainPiece } from './steps-again-piece.ts';
import { labelOf, wordsOf } from './wording.ts';

const labelRoom = 60;
const questionRoom = 200;

/** The card, or null for a round that has not begun. A round that is over keeps what it says. */
export function roundCard(number: number, input: CardInput): CardMessage | null {
  const { decision } = input;
  if (number > decision.round || number < 2) return null;
  if (number < decision.round) return message([heading(number, input), past()]);
  const open = decision.asksAgain.filter((question) => isActive(question, answersOf(decision)));
  const answered = askedIds.filter((question) => questionRecord(decision, question).standing?.round === number);
  return message([
    heading(number, input),
    ...open.map((question) => askedAgain(question, input)),
    answeredPiece(answered, input),
    open.length === 0 ? outcome(input) : nothing,
    scopePiece(input),
    evidencePiece(input),
    stepsAgainPiece(input),
    newVersionPiece(input),
  ]);
}

function heading(number: number, { decision, words: written }: CardInput): Piece {
  const name = wordsOf(written, decision.title);
  const line = whyOpened(decision);
  const title = `Round ${number}: ${name}`;
  return { text: `${words(title, 200)}. ${line}`, blocks: [header(title), context(line)] };
}

function whyOpened(decision: StartedDecision): string {
  if (isOfNewVersion(decision)) return newVersionLine;
  return isOfFoundAnswer(decision) ? foundLine : somethingChanged(decision);
}

const foundLine = 'It was accepted without an answer that was still to be found out. Now the answer is known.';

/** All that was answered in the round was unknown at the acceptance, and somebody was asked to find it out. */
function isOfFoundAnswer(decision: StartedDecision): boolean {
  const { asksAgain, finders, questions, round } = decision;
  const former = acceptanceBeforeRound(decision);
  const answered = askedIds.filter((question) => questions[question]?.standing?.round === round);
  const wasUnknown = (question: AskedId) => (former?.choices[question] ?? unknownOption) === unknownOption;
  return (
    asksAgain.length === 0 && answered.every((question) => finders[question] !== undefined && wasUnknown(question))
  );
}

const newVersionLine = 'The same answers count by a new version of the framework now. Nothing is asked again.';

/** A round in which nothing is asked was opened by a new version of the framework. */
function isOfNewVersion({ asksAgain, questions, round }: StartedDecision): boolean {
  return asksAgain.length === 0 && Object.values(questions).every(({ standing }) => standing?.round !== round);
}

function somethingChanged(decision: StartedDecision): string {
  const { lastLook } = decision;
  const before = acceptanceBeforeRound(decision);
  const who = lastLook === null || lastLook.person === null ? '' : ` ${mention(lastLook.person)} said so.`;
  const since = before === null ? '' : ` since it was accepted on ${dayWords(before.at)}`;
  return `Something changed${since}.${who} Only these questions are asked again.`;
}

function past(): Piece {
  const line = 'This round is over; a later one is further down.';
  return { text: line, blocks: [section(line)] };
}

/** The question with its buttons; the answer that stands is the old one. */
function askedAgain(id: AskedId, input: CardInput): Piece {
  const question = findQuestion(input.framework, id);
  if (question === undefined) return nothing;
  const piece = questionPiece(question, input);
  const note = 'The old answer is marked. The same click says that it still holds.';
  return { text: piece.text, blocks: [divider(), ...piece.blocks, context(note)] };
}

function answeredPiece(answered: readonly AskedId[], input: CardInput): Piece {
  if (answered.length === 0) return nothing;
  const former = acceptanceBeforeRound(input.decision);
  const lines = answered.map((question) => {
    const standing = questionRecord(input.decision, question).standing;
    const text = words(findQuestion(input.framework, question)?.text ?? '', questionRoom);
    const label = (option: string | undefined) =>
      option === undefined ? 'not answered' : words(labelOf(input.framework, question, option), labelRoom);
    const now = label(standing?.option);
    const before = label(former?.choices[question]);
    const moved = before === now ? `Still ${now}` : `Was ${before}, now *${now}*`;
    return `•  *${question}*  ${text}\n${moved}${standing === null ? '' : `, says ${mention(standing.person)}`}`;
  });
  return { text: lines.join(' ').replaceAll('*', ''), blocks: [divider(), section(lines.join('\n'))] };
}

/** What came of it, and where to accept it. */
function outcome(input: CardInput): Piece {
  const { decision } = input;
  const lines = differenceLines(input);
  if (lines.length === 0) return nothing;
  const url = input.link('recommendation');
  const open = url === null ? '' : link(url, 'Read the recommendation');
  const again = decision.status === 'proposed' ? whoSettles(decision) : '';
  const all = [...lines, [open, again].filter((part) => part !== '').join(' · ')].filter((line) => line !== '');
  return { text: all.join(' ').replaceAll('*', ''), blocks: [divider(), section(all.join('\n'))] };
}

/** Nobody can accept a recommendation that names no style. */
function whoSettles({ owner, verdict }: StartedDecision): string {
  if (verdict?.style === 'open') return 'There is nothing to accept as long as no style is ahead.';
  return `${mention(owner)} can accept it there.`;
}
