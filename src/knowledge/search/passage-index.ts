// The full-text index over the passages: BM25+ over four fields.
import type { Passage } from '../../application/library.ts';
import type { Steps } from '../in-steps.ts';
import type { Analyser } from './analyse.ts';
import { type Field, type TermScores, termScores } from './term-scores.ts';
import { wordsOf } from './words.ts';

/** What a word counts in each field. Measured on the development questions, and on held-out `asked_as` lines. */
const fieldWeights = { title: 2, askedAs: 3, situations: 4, body: 1.5 } as const;

/** Scores passages for terms. */
export type PassageIndex = TermScores & {
  /** The plain words of all fields, and how often each is written. */
  readonly vocabulary: ReadonlyMap<string, number>;
};

/** Passages, or sections of situations, read in one step. */
const batch = 10;

/** Builds the index. `situations` are phrases by section code; they count for every passage that covers the code. */
export function* passageIndex({
  passages,
  situations,
  analyser,
}: {
  readonly passages: readonly Passage[];
  readonly situations: Readonly<Record<string, readonly string[]>>;
  readonly analyser: Analyser;
}): Steps<PassageIndex> {
  const vocabulary = new Map<string, number>();
  const termsOf = (words: readonly string[]): readonly string[] => {
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const { stems, groups, general } = analyser.termsOf(words);
    return [...stems, ...groups, ...general];
  };
  const situationTerms = new Map<string, readonly string[]>();
  for (const [code, phrases] of Object.entries(situations)) {
    const terms = phrases.flatMap((phrase) => termsOf(wordsOf(phrase)));
    situationTerms.set(code, terms);
    if (situationTerms.size % batch === 0) yield;
  }
  const read: Readonly<Record<keyof typeof fieldWeights, readonly string[]>>[] = [];
  for (const { title, askedAs, covers, body } of passages) {
    read.push({
      title: termsOf(wordsOf(title)),
      askedAs: termsOf(wordsOf(askedAs.join('\n'))),
      situations: covers.flatMap((code) => situationTerms.get(code) ?? []),
      body: termsOf(wordsOf(body)),
    });
    if (read.length % batch === 0) yield;
  }
  const field = (name: keyof typeof fieldWeights): Field => ({
    weight: fieldWeights[name],
    names: name !== 'body',
    terms: read.map((passage) => passage[name]),
  });
  const scores = yield* termScores([field('title'), field('askedAs'), field('situations'), field('body')]);
  return { ...scores, vocabulary };
}
