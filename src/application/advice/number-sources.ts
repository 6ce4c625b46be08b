// Numbers the passages that an answer cites, in the order they are first cited.
import type { Passage } from '../library.ts';
import type { CheckedClaim, NumberedClaim, Source } from './answer.ts';

/** Collects the sources of one answer. */
export type SourceList = {
  /** Numbers a claim's sources; a passage cited before keeps its number. */
  number(claim: CheckedClaim): NumberedClaim;
  /** Everything cited so far, in order. */
  list(): readonly Source[];
};

/** An empty list. `passages` are those that may be cited. */
export function createSourceList(passages: ReadonlyMap<string, Passage>): SourceList {
  const quotes = new Map<string, string[]>();
  const numberOf = (id: string): number => [...quotes.keys()].indexOf(id) + 1;
  return {
    number({ text, citations }) {
      for (const { passage, quote } of citations) {
        const known = quotes.get(passage);
        if (known === undefined) quotes.set(passage, [quote]);
        else if (!known.includes(quote)) known.push(quote);
      }
      return { text, sources: [...new Set(citations.map(({ passage }) => numberOf(passage)))] };
    },
    list() {
      return [...quotes].flatMap(([id, words]): readonly Source[] => {
        const passage = passages.get(id);
        if (passage === undefined) return [];
        const { title, checked } = passage;
        return [{ number: numberOf(id), passage: id, title, links: linksOf(passage), checked, quotes: [...words] }];
      });
    },
  };
}

/** The links of a passage, each once. */
export function linksOf({ sources }: Pick<Passage, 'sources'>): Source['links'] {
  const byUrl = new Map(sources.map(({ title, url }) => [url, { title, url }]));
  return [...byUrl.values()];
}
