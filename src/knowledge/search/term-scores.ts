// How well every passage matches every term: BM25+ over weighted fields, worked out once so that a search only adds up.
import type { Steps } from '../in-steps.ts';

/** BM25+'s usual constants: how soon repeating a term stops helping, what length costs, and the least a match counts. */
const saturation = 1.2;
const lengthShare = 0.7;
const least = 0.5;

/** One field of all passages. */
export type Field = {
  /** What a match counts, above 0. */
  readonly weight: number;
  /** Whether a term here names what the passage is about. */
  readonly names: boolean;
  /** The terms of each passage, in the order of the passages. */
  readonly terms: readonly (readonly string[])[];
};

/** Scores of terms. Passages are given by their place in the order the index was built from. */
export type TermScores = {
  /** The score of each passage for weighted terms: 0 where none matches; the more of them match, the more each counts. */
  score(terms: ReadonlyMap<string, number>): ArrayLike<number>;
  /** Which of the terms stand in a field of the passage that names its subject. */
  namedIn(place: number, terms: Iterable<string>): ReadonlySet<string>;
};

type Counted = Omit<Field, 'terms'> & {
  /** How often each term stands in a passage. */
  readonly frequencies: readonly ReadonlyMap<string, number>[];
  /** In how many passages each term stands. */
  readonly spread: ReadonlyMap<string, number>;
  /** Different terms a passage has on average. */
  readonly averageLength: number;
};

/** The rows of a term: from `start` up to `end`, without it. */
type Rows = { readonly start: number; end: number };

function countField({ weight, names, terms }: Field): Counted {
  const spread = new Map<string, number>();
  const frequencies = terms.map((list) => {
    const frequency = new Map<string, number>();
    for (const term of list) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    for (const term of frequency.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
    return frequency;
  });
  const length = frequencies.reduce((sum, { size }) => sum + size, 0);
  return { weight, names, frequencies, spread, averageLength: length / terms.length };
}

/** Room for every term: a row for each passage and field it stands in, which is never too little. */
function layOut(fields: readonly Counted[]): { readonly rows: ReadonlyMap<string, Rows>; readonly size: number } {
  const room = new Map<string, number>();
  for (const { spread } of fields) for (const [term, count] of spread) room.set(term, (room.get(term) ?? 0) + count);
  const rows = new Map<string, Rows>();
  let size = 0;
  for (const [term, count] of room) {
    rows.set(term, { start: size, end: size });
    size += count;
  }
  return { rows, size };
}

/** Passages worked out in one step. */
const batch = 50;

/** Works out the scores. All fields are of the same passages. */
export function* termScores(fields: readonly Field[]): Steps<TermScores> {
  const counted: Counted[] = [];
  for (const field of fields) {
    counted.push(countField(field));
    yield;
  }
  const passages = fields[0]?.terms.length ?? 0;
  const { rows, size } = layOut(counted);
  yield;
  const places = new Uint16Array(size);
  const scores = new Float64Array(size);
  const named = new Uint8Array(size);

  const add = (row: Rows, match: { readonly place: number; readonly score: number; readonly names: boolean }): void => {
    const isNew = row.end === row.start || places[row.end - 1] !== match.place;
    if (isNew) row.end += 1;
    const at = row.end - 1;
    places[at] = match.place;
    scores[at] = (scores[at] ?? 0) + match.score;
    if (match.names) named[at] = 1;
  };
  for (let place = 0; place < passages; place += 1) {
    for (const { weight, names, frequencies, spread, averageLength } of counted) {
      const frequency = frequencies[place] ?? new Map<string, number>();
      const slack = saturation * (1 - lengthShare + (lengthShare * frequency.size) / averageLength);
      for (const [term, often] of frequency) {
        const row = rows.get(term);
        const having = spread.get(term) ?? 0;
        const rarity = Math.log(1 + (passages - having + 0.5) / (having + 0.5));
        const score = weight * rarity * (least + (often * (saturation + 1)) / (often + slack));
        if (row !== undefined) add(row, { place, score, names });
      }
    }
    if (place % batch === batch - 1) yield;
  }

  return {
    score(terms) {
      const sums = new Float64Array(passages);
      const matched = new Uint16Array(passages);
      for (const [term, weight] of terms) {
        const { start, end } = rows.get(term) ?? { start: 0, end: 0 };
        for (let at = start; at < end; at += 1) {
          const place = places[at] ?? 0;
          sums[place] = (sums[place] ?? 0) + weight * (scores[at] ?? 0);
          matched[place] = (matched[place] ?? 0) + 1;
        }
      }
      return sums.map((sum, place) => sum * (matched[place] ?? 0));
    },
    namedIn(place, terms) {
      const found = new Set<string>();
      for (const term of terms) {
        const { start, end } = rows.get(term) ?? { start: 0, end: 0 };
        for (let at = start; at < end; at += 1) if (places[at] === place && named[at] === 1) found.add(term);
      }
      return found;
    },
  };
}
