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

/** Builds the speller from the words that are right and how often each is written; the first letter must be right. */
export function speller(known: ReadonlyMap<string, number>): Speller {
  const byFirst = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < shortest - 1 || /\d/u.test(word)) continue;
    const words = byFirst.get(word.slice(0, 1));
    if (words === undefined) byFirst.set(word.slice(0, 1), [word]);
    else words.push(word);
  }
  return (word) => {
    if (word.length < shortest || known.has(word) || /\d/u.test(word)) return word;
    const limit = word.length >= long ? 2 : 1;
    let best = { word, edits: limit + 1 };
    for (const other of byFirst.get(word.slice(0, 1)) ?? []) {
      const edits = editsBetween(word, other, Math.min(limit, best.edits));
      const nearer = edits < best.edits;
      const asNear = edits === best.edits && edits <= limit && (known.get(other) ?? 0) > (known.get(best.word) ?? 0);
      if (nearer || asNear) best = { word: other, edits };
    }
    return best.word;
  };
}
