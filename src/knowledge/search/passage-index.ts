// The full-text index over the passages: BM25+ over four fields.
import MiniSearch from 'minisearch';
import type { Passage } from '../../application/library.ts';
import type { Analyser } from './analyse.ts';
import type { QuestionTerms } from './question-terms.ts';
import { wordsOf } from './words.ts';

/** What a word counts in each field. Measured on the development questions, and on held-out `asked_as` lines. */
const fieldWeights = { title: 2, askedAs: 3, situations: 2, body: 1.5 } as const;

/** How well a passage matches, and which terms of the question its title or wordings have. */
export type Match = { readonly score: number; readonly named: ReadonlySet<string> };

/** Matches by passage id, without passages that do not match. */
export type Matches = ReadonlyMap<string, Match>;

/** Scores passages for terms. */
export type PassageIndex = {
  /** The plain words of all fields, and how often each is written. */
  readonly vocabulary: ReadonlyMap<string, number>;
  score(terms: QuestionTerms): Matches;
};

/** Builds the index. `situations` are phrases by section code; they count for every passage that covers the code. */
export function passageIndex({
  passages,
  situations,
  analyser,
}: {
  readonly passages: readonly Passage[];
  readonly situations: Readonly<Record<string, readonly string[]>>;
  readonly analyser: Analyser;
}): PassageIndex {
  const vocabulary = new Map<string, number>();
  const tokenize = (text: string): string[] => {
    const words = wordsOf(text);
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const { stems, groups } = analyser.termsOf(words);
    return [...stems, ...groups];
  };
  const engine = new MiniSearch({ fields: Object.keys(fieldWeights), tokenize, processTerm: (term) => term });
  engine.addAll(
    passages.map(({ id, title, askedAs, covers, body }) => ({
      id,
      title,
      askedAs: askedAs.join('\n'),
      situations: covers.flatMap((code) => situations[code] ?? []).join('\n'),
      body,
    })),
  );
  const score = (terms: QuestionTerms): Matches => {
    const found = engine.search([...terms.keys()].join(' '), {
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      boost: fieldWeights,
      boostTerm: (term) => terms.get(term) ?? 1,
    });
    return new Map(
      found.map(({ id, score, match }): [string, Match] => {
        const named = Object.entries(match).filter(([, fields]) => fields.some((field) => field !== 'body'));
        return [String(id), { score, named: new Set(named.map(([term]) => term)) }];
      }),
    );
  };
  return { vocabulary, score };
}
