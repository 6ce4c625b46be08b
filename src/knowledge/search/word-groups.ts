// Finds the groups of words with one meaning that a text touches: synonyms, translations and product names.
import { plain } from './words.ts';

/** A way to say it: one pattern a word. */
type Pattern = { readonly group: string; readonly words: readonly string[] };

/** The groups of a run of words, each once, marked so that no word is mistaken for a group. */
export type GroupFinder = (words: readonly string[]) => readonly string[];

/** A star stands for any ending, so patterns with one are looked up by their first three letters. */
const keyLength = 3;

function matches(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

function keyOf(pattern: string): string {
  return pattern.endsWith('*') ? `${pattern.slice(0, keyLength)}*` : pattern;
}

/** Builds the finder from patterns by group; see the head of knowledge/search/concepts.yaml for how they are written. */
export function groupFinder(groups: Readonly<Record<string, readonly string[]>>): GroupFinder {
  const byFirst = new Map<string, Pattern[]>();
  for (const [group, patterns] of Object.entries(groups)) {
    for (const pattern of patterns) {
      const words = plain(pattern).match(/[a-z0-9]+\*?/gu) ?? [];
      const [first] = words;
      if (first === undefined) continue;
      const key = keyOf(first);
      byFirst.set(key, [...(byFirst.get(key) ?? []), { group: `~${group}`, words }]);
    }
  }
  return (words) => {
    const found = new Set<string>();
    for (const [at, word] of words.entries()) {
      const patterns = [...(byFirst.get(word) ?? []), ...(byFirst.get(`${word.slice(0, keyLength)}*`) ?? [])];
      for (const { group, words: parts } of patterns) {
        if (parts.every((part, offset) => matches(part, words[at + offset]))) found.add(group);
      }
    }
    return [...found];
  };
}
