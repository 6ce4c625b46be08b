// Decides whether a question is answered from the knowledge base: four signs, weighed by a logistic rule.
import type { Answerable, Found, LibraryQuestion } from '../../application/library.ts';
import type { Evidence, EvidenceReader } from './evidence.ts';
import type { RefusalWeights } from './search-data.ts';

/** The signs, each scaled to a few units. */
export type Signs = {
  /** What the words say for or against us. */
  readonly ours: number;
  /** What words of other subjects say against us; 0 or less, mostly. */
  readonly other: number;
  /** How well the best passage matches; 0 for nothing found. */
  readonly found: number;
  /** The share of words with a subject that stand nowhere in the knowledge base; a half for a question without any. */
  readonly strange: number;
};

const oursScale = 5;
const oursLimit = 4;
const otherScale = 2;
const otherLimit = 4;
const foundScale = 50;

/** The signs of a question. A follow-up's passages were found with the turn before, so they speak for it too. */
export function signsOf(evidence: Evidence, found: readonly Found[]): Signs {
  return {
    ours: Math.max(-oursLimit, Math.min(oursLimit, evidence.ours / oursScale)),
    other: Math.max(-otherLimit, evidence.other) / otherScale,
    strange: evidence.strange,
    found: Math.log1p(Math.max(0, ...found.map(({ score }) => score)) / foundScale),
  };
}

/** The probability that a question with these signs is one to answer. */
export function probabilityOf(
  { ours, other, found, strange }: Signs,
  weights: Omit<RefusalWeights, 'threshold'>,
): number {
  const sum =
    weights.bias + weights.ours * ours + weights.other * other + weights.found * found + weights.strange * strange;
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
  const probability = probabilityOf(signsOf(evidence, found), weights);
  if (probability >= weights.threshold) return { answerable: true, probability };
  const soundsLikeUs = evidence.ours + evidence.other > 0;
  return { answerable: false, probability, reason: soundsLikeUs ? 'nothing-found' : reader.reasonOf(question.text) };
}
