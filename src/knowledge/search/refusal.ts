// Decides whether a question is answered from the knowledge base: five signs, weighed by a logistic rule.
import type { Answerable, Found, LibraryQuestion } from '../../application/library.ts';
import type { Evidence, EvidenceReader } from './evidence.ts';
import type { RefusalWeights } from './search-data.ts';
import { wordsOf } from './words.ts';

/** The signs, each scaled to a few units. */
export type Signs = {
  /** What all words say for or against us. */
  readonly whole: number;
  /** What the part says that speaks most against us; 0 where none does. */
  readonly worstPart: number;
  /** How well the best passage matches; 0 for nothing found. */
  readonly found: number;
  /** The share of words with a subject that stand nowhere in the knowledge base; a half for a question without any. */
  readonly strange: number;
  /** 1 for a few words after a turn of ours, which say little by themselves; 0 otherwise. */
  readonly followUp: number;
};

const wordsScale = 2;
const wordsLimit = 4;
const foundScale = 50;

function scaled(odds: number): number {
  return Math.max(-wordsLimit, Math.min(wordsLimit, odds / wordsScale));
}

/** A question with at most this many words goes on from the turn before, if there was one. */
const followUpWords = 8;

/** The signs of a question. A follow-up's passages were found with the turn before, so they speak for it too. */
export function signsOf(question: LibraryQuestion, evidence: Evidence, found: readonly Found[]): Signs {
  const goesOn = question.context !== null && wordsOf(question.text).length <= followUpWords;
  return {
    whole: scaled(evidence.whole),
    worstPart: Math.min(0, scaled(evidence.worstPart)),
    strange: evidence.strange,
    followUp: goesOn ? 1 : 0,
    found: Math.log1p(Math.max(0, ...found.map(({ score }) => score)) / foundScale),
  };
}

/** The probability that a question with these signs is one to answer. */
export function probabilityOf(
  { whole, worstPart, found, strange, followUp }: Signs,
  weights: Omit<RefusalWeights, 'threshold'>,
): number {
  const words = weights.whole * whole + weights.worstPart * worstPart + weights.strange * strange;
  const sum = weights.bias + words + weights.found * found + weights.followUp * followUp;
  return 1 / (1 + Math.exp(-sum));
}

/** The decision, with the weightiest reason where it is no. */
export function decide({
  question,
  found,
  reader,
  weights,
}: {
  readonly question: LibraryQuestion;
  readonly found: readonly Found[];
  readonly reader: EvidenceReader;
  readonly weights: RefusalWeights;
}): Answerable {
  if (found.length === 0) return { answerable: false, probability: 0, reason: 'nothing-found' };
  const evidence = reader.evidenceOf(question.text);
  const probability = probabilityOf(signsOf(question, evidence, found), weights);
  if (probability >= weights.threshold) return { answerable: true, probability };
  const soundsLikeUs = evidence.worstPart > 0;
  return { answerable: false, probability, reason: soundsLikeUs ? 'nothing-found' : reader.reasonOf(question.text) };
}
