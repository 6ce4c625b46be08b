// Weighs a question's words: how much they sound like a question to us, as a whole and in the part that does least.
import type { Steps } from '../in-steps.ts';
import type { Analyser } from './analyse.ts';
import { mixedExamples } from './mixed-examples.ts';
import { type FeatureReader, featureReader } from './question-features.ts';
import { reasonFinder } from './question-reasons.ts';
import type { QuestionReason, SearchData } from './search-data.ts';
import type { Speller } from './spelling.ts';
import { type Example, learnWords } from './word-model.ts';
import { wordsOf } from './words.ts';

/** What the words say, as log odds: above 0 for us, below 0 against. */
export type Evidence = {
  /** From all of the question. */
  readonly whole: number;
  /** From the part of the question that speaks most against us: a request hidden in a fine question. */
  readonly worstPart: number;
  /** The share of words with a subject that the knowledge base does not know, 0 to 1; a half where there are none. */
  readonly strange: number;
};

/** Reads a question's words. */
export type EvidenceReader = {
  evidenceOf(text: string): Evidence;
  /** The reason whose phrases the words are most like. */
  reasonOf(text: string): QuestionReason;
};

const unsure = 0.5;
/** A passage's own wording counts less than a situation or a phrase that is not ours: they are tidy and many. */
const wordingWeight = 0.3;
const mixedWeight = 0.5;

/** What a reader learns from. */
export type EvidenceSources = Pick<SearchData, 'notOurs' | 'otherSubjects' | 'situations' | 'mixing'> & {
  /** Titles of passages and how they are asked for. */
  readonly wordings: readonly string[];
  /** The plain words of the knowledge base. */
  readonly vocabulary: Iterable<string>;
  readonly spell: Speller;
};

/** Where one part of a question ends and the next begins, in five languages. */
const partEnds = /[.;!?:,\n()<>]+|\s(?:and|then|also|und|dann|et|puis|y|luego|en|dan)\s/iu;
const shortestPart = 2;

function partsOf(text: string): readonly string[] {
  return text.split(partEnds).filter((part) => wordsOf(part).length >= shortestPart);
}

/** Texts read in one step. */
const batch = 200;

function* readAll(texts: readonly string[], featuresOf: FeatureReader): Steps<readonly ReadonlySet<string>[]> {
  const read: ReadonlySet<string>[] = [];
  for (const text of texts) {
    read.push(featuresOf(text));
    if (read.length % batch === 0) yield;
  }
  return read;
}

/** Learns from examples of both kinds. */
export function* evidenceReader(sources: EvidenceSources, analyser: Analyser): Steps<EvidenceReader> {
  const { stemOf } = analyser;
  const known = new Set([...sources.vocabulary].map(stemOf));
  const featuresOf = featureReader(analyser, sources.otherSubjects);
  yield;
  const mixed = mixedExamples(sources);
  const notOurs = new Map<QuestionReason, readonly ReadonlySet<string>[]>();
  for (const [reason, texts] of sources.notOurs) notOurs.set(reason, yield* readAll(texts, featuresOf));
  const examplesOf = function* (texts: readonly string[], kind: Omit<Example, 'features'>): Steps<readonly Example[]> {
    return (yield* readAll(texts, featuresOf)).map((features) => ({ features, ...kind }));
  };
  const model = yield* learnWords([
    ...(yield* examplesOf(sources.wordings, { ours: true, weight: wordingWeight })),
    ...(yield* examplesOf(Object.values(sources.situations).flat(), { ours: true, weight: 1 })),
    ...[...notOurs.values()].flat().map((features): Example => ({ features, ours: false, weight: 1 })),
    ...(yield* examplesOf(sources.mixing.followUps, { ours: true, weight: 1 })),
    ...(yield* examplesOf(mixed.ours, { ours: true, weight: mixedWeight })),
    ...(yield* examplesOf(mixed.notOurs, { ours: false, weight: mixedWeight })),
  ]);
  const strangeIn = (text: string): number => {
    const subjects = wordsOf(text).filter((word) => !analyser.isStopWord(word));
    if (subjects.length === 0) return unsure;
    return subjects.filter((word) => !known.has(stemOf(sources.spell(word)))).length / subjects.length;
  };
  return {
    evidenceOf(text) {
      const whole = model(featuresOf(text));
      const parts = partsOf(text).map((part) => model(featuresOf(part)));
      return { whole, worstPart: Math.min(whole, ...parts), strange: strangeIn(text) };
    },
    reasonOf: reasonFinder(notOurs, featuresOf),
  };
}
