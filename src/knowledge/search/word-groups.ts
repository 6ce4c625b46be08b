// Finds the groups of words with one meaning that a text touches: synonyms, translations and product names.
import { plain } from './words.ts';

/** A word of a pattern: all of the word, or what it begins with. */
type Part = { readonly text: string; readonly isStart: boolean };
/** A way to say it. */
type Pattern = { readonly group: string; readonly parts: readonly Part[] };

/** The groups of a run of words, each once, marked so that no word is mistaken for a group. */
export type GroupFinder = (words: readonly string[]) => readonly string[];

/** A star stands for any ending, so patterns that begin with one are looked up by their first three letters. */
const keyLength = 3;

/** What begins with a word: groups it belongs to by itself, and patterns of more words. */
type Starting = { readonly whole: readonly string[]; readonly longer: readonly Pattern[] };
/** Most words. */
const nothing: Starting = { whole: [], longer: [] };

/** Words remembered at most, with what begins with them; the knowledge base writes about half as many. */
const remembered = 20_000;

function partOf(text: string): Part {
  const isStart = text.endsWith('*');
  return { text: isStart ? text.slice(0, -1) : text, isStart };
}

function matchesAt(parts: readonly Part[], words: readonly string[], at: number): boolean {
  return parts.every(({ text, isStart }, offset) => {
    const word = words[at + offset];
    return word !== undefined && (isStart ? word.startsWith(text) : word === text);
  });
}

/** Builds the finder from patterns by group; see the head of knowledge/search/concepts.yaml for how they are written. */
export function groupFinder(groups: Readonly<Record<string, readonly string[]>>): GroupFinder {
  const byWord = new Map<string, Pattern[]>();
  const byStart = new Map<string, Pattern[]>();
  for (const [group, patterns] of Object.entries(groups)) {
    for (const pattern of patterns) {
      const parts = (plain(pattern).match(/[a-z0-9]+\*?/gu) ?? []).map(partOf);
      const [first] = parts;
      if (first === undefined) continue;
      const [map, key] = first.isStart ? [byStart, first.text.slice(0, keyLength)] : [byWord, first.text];
      const there = map.get(key) ?? [];
      there.push({ group: `~${group}`, parts });
      map.set(key, there);
    }
  }
  const compute = (word: string): Starting => {
    const same = byWord.get(word);
    const alike = byStart.get(word.slice(0, keyLength));
    if (same === undefined && alike === undefined) return nothing;
    const starting = [...(same ?? []), ...(alike ?? [])].filter(({ parts }) => matchesAt(parts.slice(0, 1), [word], 0));
    const whole = starting.filter(({ parts }) => parts.length === 1).map(({ group }) => group);
    return { whole: [...new Set(whole)], longer: starting.filter(({ parts }) => parts.length > 1) };
  };
  const starts = new Map<string, Starting>();
  const startingWith = (word: string): Starting => {
    const before = starts.get(word);
    if (before !== undefined) return before;
    const found = compute(word);
    if (starts.size < remembered) starts.set(word, found);
    return found;
  };
  return (words) => {
    const found = new Set<string>();
    for (let at = 0; at < words.length; at += 1) {
      const { whole, longer } = startingWith(words[at] ?? '');
      for (const group of whole) found.add(group);
      for (const { group, parts } of longer) if (!found.has(group) && matchesAt(parts, words, at)) found.add(group);
    }
    return [...found];
  };
}
