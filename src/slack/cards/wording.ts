// How a decision's facts are put into words, the same on every card and in every modal.

import { isActive } from '../../domain/answers.ts';
import type { RecordedAnswer } from '../../domain/decision/answer-records.ts';
import { answersOf } from '../../domain/decision/answers-of.ts';
import { questionRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import {
  type AskedId,
  type Framework,
  findOption,
  pillarNumbers,
  type Question,
  unknownLabel,
  unknownOption,
} from '../../domain/framework.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { erasedWords, oneLine } from '../text.ts';

/** A question as it can be asked: a scored one or the consistency question. */
export type AskedQuestion = Question | Framework['consistencyQuestion'];

/** The words behind a reference, on one line; says so when they were erased or are blank. Not escaped. */
export function wordsOf(words: ReadonlyMap<WordRef, string>, ref: WordRef): string {
  const line = oneLine(words.get(ref) ?? '');
  return line === '' ? erasedWords : line;
}

/** An option's label, the words for don't know, or the option's id where this framework has no such option. Not escaped. */
export function labelOf(framework: Framework, question: AskedId, option: string): string {
  if (option === unknownOption) return unknownLabel;
  return findOption(framework, question, option)?.label ?? option;
}

/** A recorded answer in a few words, with the part's name where one was given. Not escaped. */
export function answerWords(
  question: AskedId,
  answer: RecordedAnswer,
  { framework, words }: { readonly framework: Framework; readonly words: ReadonlyMap<WordRef, string> },
): string {
  const label = labelOf(framework, question, answer.option);
  return answer.part === null ? label : `${label} “${wordsOf(words, answer.part)}”`;
}

/** Tells whether a question is switched on by the answers that stand. */
export function isAsked(decision: StartedDecision, question: AskedId): boolean {
  return isActive(question, answersOf(decision));
}

/** The option that stands for a question, or null. */
export function standingOption(decision: StartedDecision, question: AskedId): string | null {
  return questionRecord(decision, question).standing?.option ?? null;
}

/** How many pillars are answered or skipped. */
export function pillarsPassed(decision: StartedDecision): number {
  return pillarNumbers.filter((pillar) => decision.pillars[`${pillar}`]?.passed === true).length;
}

/** A whole number with its sign, as scores and votes are written. The minus is a real one. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`;
}

/** How clear the result is: "Leaning +3 of 10 · medium confidence · 13 of 15 answered". */
export function clarity(verdict: Verdict): string {
  const bands = { strong: 'Strong', leaning: 'Leaning', none: 'Balanced' } as const;
  const score = `${bands[verdict.band]} ${signed(verdict.score)} of 10`;
  return `${score} · ${verdict.confidence} confidence · ${verdict.answered} of ${verdict.asked} answered`;
}
