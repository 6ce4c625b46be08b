// Reads the numbers of a text: value, unit, and what bounds them.
import { stem } from './words-of.ts';

/** Whether a number is an upper bound ("up to 5"), a lower one ("at least 5"), or neither. */
type Bound = 'upper' | 'lower' | null;

/** One number: its value in one writing, the unit's stem or null, its bound, and where it stands among the words. */
export type NumberSaid = {
  readonly value: string;
  readonly unit: string | null;
  readonly bound: Bound;
  /** Index of the word. */
  readonly at: number;
};

const words: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, value) => [word, String(value)])
    .concat([
      ['twenty', '20'],
      ['thirty', '30'],
      ['forty', '40'],
      ['fifty', '50'],
      ['sixty', '60'],
      ['ninety', '90'],
      ['hundred', '100'],
      ['thousand', '1000'],
      ['million', '1000000'],
      ['billion', '1000000000'],
      ['half', '1/2'],
      ['third', '1/3'],
      ['quarter', '1/4'],
      ['twice', '2'],
      ['double', '2'],
      ['dozen', '12'],
    ]),
);

const unit =
  /^(?:%|per ?cent|bytes?|[kmgt]i?b|ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|euros?|dollars?|usd|eur|cents?|requests?|events?|executions?|transitions?|messages?|steps?|services?|teams?|times|hops?|nodes?|regions?|accounts?|machines?|characters?|units?)$/u;
const upper =
  /\b(?:up to|at most|no more than|not more than|less than|fewer than|under|below|within|maximum(?: of)?|or (?:less|fewer))$/u;
const lower = /\b(?:at least|no less than|more than|minimum(?: of)?)$/u;

/** Whether a word is a unit of a number. */
export function isUnit(word: string): boolean {
  return unit.test(word.toLowerCase());
}

/** The words of a text for counting positions: case kept, inner signs kept, a per cent sign a word of its own. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/\p{Sc}|%|\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{N}]+(?:['._/+#-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Every number of a text, in digits or words. A bare "one" is no number unless a unit follows. */
export function numbersOf(text: string): readonly NumberSaid[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at): readonly NumberSaid[] => {
    const value = numberIn(token);
    if (value === null) return [];
    const next = tokens.slice(at + 1, at + 3).map((word) => word.toLowerCase());
    const found = next.find((word) => unit.test(word));
    if (token.toLowerCase() === 'one' && (next[0] === undefined || !unit.test(next[0]))) return [];
    const before = tokens
      .slice(Math.max(0, at - 4), at)
      .join(' ')
      .toLowerCase();
    return [{ value, unit: found === undefined ? null : stem(found), bound: boundOf(before), at }];
  });
}

/** Whether a claimed number is the one found: value, unit and bound, as far as each is given. */
export function agrees(claimed: NumberSaid, found: NumberSaid): boolean {
  if (claimed.value !== found.value) return false;
  if (claimed.unit !== null && found.unit !== null && claimed.unit !== found.unit) return false;
  return claimed.bound === null || claimed.bound === found.bound;
}

/** A name for comparing: case and the possessive do not make another name. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/'s?$/u, '');
}

function numberIn(token: string): string | null {
  const word = token.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word] ?? null;
  if (!/\p{N}/u.test(token)) return null;
  return word.replace(/^v(?=\p{N})/u, '').replaceAll(/(?<=\p{N}),(?=\p{N}{3}\b)/gu, '');
}

function boundOf(before: string): Bound {
  if (upper.test(before)) return 'upper';
  return lower.test(before) ? 'lower' : null;
}
