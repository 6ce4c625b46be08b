// The card a decision leads to: what to do and how clear that is, why, what to watch, what would change it.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { isAsking } from '../../domain/decision/phase.ts';
import { consistencyQuestionId, findQuestion, type PillarNumber } from '../../domain/framework.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { mention, words } from '../text.ts';
import { actions, button, context, divider, header, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { changePiece } from './change-piece.ts';
import { citations } from './citations.ts';
import { drawingButtons, evidencePiece } from './evidence-piece.ts';
import { headline } from './headline.ts';
import { inWordsPiece } from './in-words-piece.ts';
import { message, nothing, type Piece } from './piece.ts';
import { questionPiece } from './question-piece.ts';
import { statusPiece } from './status-piece.ts';
import { teamPiece } from './team-piece.ts';
import {
  flipsPiece,
  nextStepsPiece,
  ownerFirstPiece,
  unknownsPiece,
  type VerdictInput,
  watchPiece,
  whyPiece,
} from './verdict-pieces.ts';
import { votesPiece } from './votes-piece.ts';
import { clarity, wordsOf } from './wording.ts';

/** The recommendation card, or null while a pillar is still open. */
export function recommendationCard(input: CardInput): CardMessage | null {
  const { verdict } = input.decision;
  if (verdict === null) return null;
  return verdict.tooLittle ? tooLittleCard(verdict, input) : fullCard({ ...input, verdict, cite: citations() });
}

function fullCard(input: VerdictInput): CardMessage {
  const { framework, verdict } = input;
  const explained = [
    ownerFirstPiece(input),
    result(input),
    changePiece(verdict, input),
    teamPiece(input),
    votesPiece(verdict, framework),
    whyPiece(input),
    watchPiece(input),
    flipsPiece(input),
    unknownsPiece(input),
    nextStepsPiece(input),
    evidencePiece(input),
    inWordsPiece(input),
  ];
  return message([
    title(input),
    statusPiece(input),
    ...explained,
    consistency(input),
    buttons(input),
    { text: '', blocks: input.cite.list() },
  ]);
}

function title({ decision, words: written }: CardInput): Piece {
  const name = wordsOf(written, decision.title);
  const line = `Recommendation · round ${decision.round} · owner ${mention(decision.owner)}`;
  return { text: `${words(name, 200)}. ${line}`, blocks: [header(name), context(line)] };
}

function result(input: VerdictInput): Piece {
  const { verdict } = input;
  const line = headline(verdict, input);
  const mostly =
    verdict.mostly === null
      ? ''
      : `\nThe answers as a whole speak mostly for ${verdict.mostly}; the split stands because of the part.`;
  return {
    text: `${line}. ${clarity(verdict)}.${mostly}`,
    blocks: [section(`*${line}*\n${clarity(verdict)}${mostly}`)],
  };
}

/** The extra question about half-finished state, asked only when the verdict says so (scoring.md §6). */
function consistency(input: VerdictInput): Piece {
  if (!input.verdict.askConsistency || !isAsking(input.decision)) return nothing;
  const note = 'One more question. It changes the pattern named, never the result.';
  const question = questionPiece(input.framework.consistencyQuestion, input);
  return { text: `${note} ${question.text}`, blocks: [divider(), context(note), ...question.blocks] };
}

function buttons({ card, decision }: CardInput): Piece {
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const record = button({ id: actionIds.export(), label: 'Export', spoken: 'Export the record', value });
  const drawings = drawingButtons({ card, decision });
  const ask = button({ id: actionIds.ask(), label: 'Ask', spoken: 'Ask Downbeat about it', value });
  if (!isAsking(decision))
    return { text: 'Export shows the record as files.', blocks: [divider(), actions([...drawings, ask, record])] };
  const change = button({ id: actionIds.changeAnswer(), label: 'Change an answer', value });
  const accept = button({ id: actionIds.accept(), label: 'Accept', spoken: 'Accept it', value, primary: true });
  const how = 'To answer a question differently, use “Change an answer”.';
  if (!isAcceptable(decision)) return { text: how, blocks: [divider(), actions([change, ...drawings, ask, record])] };
  return {
    text: `The owner can accept it. ${how}`,
    blocks: [divider(), actions([accept, change, ...drawings, ask, record])],
  };
}

/** Whether there is something to accept: a style, and nothing that is being asked again. */
function isAcceptable({ asksAgain, status, verdict }: StartedDecision): boolean {
  return status === 'proposed' && verdict !== null && verdict.style !== 'open' && asksAgain.length === 0;
}

/** No recommendation, but the next best question with its buttons right there (scoring.md §4). */
function tooLittleCard(verdict: Verdict, input: CardInput): CardMessage {
  const silent = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    verdict.silentPillars.map((pillar) => pillarName(pillar, input)),
  );
  const line = '*Too little is answered for a recommendation*';
  const why = `${verdict.answered} of ${verdict.asked} questions are answered, none of them in ${silent}. A recommendation takes answers in at least three pillars.`;
  const question = verdict.next === null ? undefined : findQuestion(input.framework, verdict.next);
  return message([
    title(input),
    { text: `Too little is answered for a recommendation. ${why}`, blocks: [section(`${line}\n${why}`)] },
    changePiece(verdict, input),
    question === undefined || question.id === consistencyQuestionId
      ? nothing
      : nextBest(questionPiece(question, input)),
    buttons(input),
  ]);
}

function nextBest(question: Piece): Piece {
  const note = 'The answer that helps most now:';
  return { text: `${note} ${question.text}`, blocks: [divider(), context(note), ...question.blocks] };
}

function pillarName(pillar: PillarNumber, { framework }: CardInput): string {
  return words(framework.pillars[pillar - 1]?.shortTitle ?? `pillar ${pillar}`, 40);
}
