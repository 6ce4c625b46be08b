// Corrects words nobody wrote in the knowledge base to the nearest word somebody did.

/** Shorter words are left alone: too many others are near. */
const shortest = 5;
/** From this length on two mistakes are bridged, below it one. */
const long = 8;

/**
 * Edits between two words: letters put in, left out, replaced, or two neighbours swapped (optimal string alignment).
 * Gives up with `limit + 1` as soon as more than `limit` are needed.
 */
export function editsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      row.push(
        Math.min(
          (last[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + 1,
          (last[to - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}

/** Gives a known word for an unknown one, or the word itself. */
export type Speller = (word: string) => string;

/** A word to correct to, and which letters it has: a bit for each. */
type Known = { readonly word: string; readonly letters: number };

/** Corrections remembered at most; a question and its signs ask for the same words. */
const remembered = 500;

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether so few edits can lie between words: each brings in one letter and takes away one at most. */
function canBeNear(differing: number, edits: number): boolean {
  let left = differing;
  for (let bits = 0; bits < 2 * edits; bits += 1) left &= left - 1;
  return left === 0;
}

/**
 * Builds the speller from the words that are right and how often each is written; the first letter must be right.
 * Among words equally near the one written more often is taken, among those the first.
 */
export function speller(known: ReadonlyMap<string, number>): Speller {
  const byFirst = new Map<string, Known[]>();
  for (const [word] of [...known].sort(([, one], [, other]) => other - one)) {
    if (word.length < shortest - 1 || /\d/u.test(word)) continue;
    const first = word.slice(0, 1);
    const words = byFirst.get(first) ?? [];
    words.push({ word, letters: lettersOf(word) });
    byFirst.set(first, words);
  }
  const nearest = (word: string): string => {
    const letters = lettersOf(word);
    let best = { word, edits: (word.length >= long ? 2 : 1) + 1 };
    for (const other of byFirst.get(word.slice(0, 1)) ?? []) {
      if (best.edits === 1) break;
      if (!canBeNear(letters ^ other.letters, best.edits - 1)) continue;
      const edits = editsBetween(word, other.word, best.edits - 1);
      if (edits < best.edits) best = { word: other.word, edits };
    }
    return best.word;
  };
  const corrections = new Map<string, string>();
  return (word) => {
    if (word.length < shortest || known.has(word) || /\d/u.test(word)) return word;
    const before = corrections.get(word);
    if (before !== undefined) return before;
    const correction = nearest(word);
    if (corrections.size >= remembered) corrections.clear();
    corrections.set(word, correction);
    return correction;
  };
}
