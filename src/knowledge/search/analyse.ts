// Turns text into the terms that are searched: stems of its words, and the groups of meaning they belong to.
import { type GroupFinder, groupFinder } from './word-groups.ts';
import { stem } from './words.ts';

/** The terms of a text: stems in their order without stop words, groups, and groups of general words. */
export type Terms = {
  readonly stems: readonly string[];
  readonly groups: readonly string[];
  readonly general: readonly string[];
};

/** Turns words into terms. */
export type Analyser = {
  /** The terms of plain words in their order (see words.ts). */
  termsOf(words: readonly string[]): Terms;
  /** The stem of a plain word. */
  stemOf(word: string): string;
  /** The groups of words already cut, the general ones too. */
  readonly groupsOf: GroupFinder;
  /** Whether a plain word carries no subject. */
  isStopWord(word: string): boolean;
};

/** Stems remembered at most: the knowledge base writes about half as many different words, most of them often. */
const remembered = 20_000;

/** What the analyser is built from. */
export type AnalyserData = {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly generalGroups: Readonly<Record<string, readonly string[]>>;
  readonly stopWords: ReadonlySet<string>;
};

/** Builds the analyser for passages and questions alike. */
export function analyser({ groups, generalGroups, stopWords }: AnalyserData): Analyser {
  const subjectsOf = groupFinder(groups);
  const findGeneral = groupFinder(generalGroups);
  /** Marked twice, since a general group may bear the name of another. */
  const generalOf: GroupFinder = (words) => findGeneral(words).map((group) => `~${group}`);
  const groupsOf: GroupFinder = (words) => [...subjectsOf(words), ...generalOf(words)];
  const isStopWord = (word: string) => stopWords.has(word);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const before = stems.get(word);
    if (before !== undefined) return before;
    const found = stem(word);
    if (stems.size < remembered) stems.set(word, found);
    return found;
  };
  const termsOf = (words: readonly string[]): Terms => ({
    stems: words.filter((word) => !isStopWord(word)).map(stemOf),
    groups: subjectsOf(words),
    general: generalOf(words),
  });
  return { termsOf, stemOf, groupsOf, isStopWord };
}
