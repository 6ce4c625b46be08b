// Looks for the ways a true quote can stand under a false claim: turned round, swapped, or made stronger.
import type { DropReason } from './answer.ts';
import { isDeniedOtherwise } from './check-negation.ts';
import { type Clause, clausesOf, closest, shared } from './clauses.ts';
import { absolutes, attribution, condition, contrasts, hedge, opinion, opposites } from './meaning-words.ts';
import { contentStems, wordsOf } from './words-of.ts';

type Pair = readonly [string, string];
type Matches = (word: string, pole: string) => boolean;

/** Why the claim does not mean what its sentences mean, or null where nothing shows. */
export function checkMeaning(text: string, sentences: readonly string[]): DropReason | null {
  if (isDeniedOtherwise(text, sentences) || hasOpposite(text, sentences)) return 'polarity';
  const claim = clausesOf(text);
  const backing = sentences.flatMap(clausesOf);
  if (isCrossed(text, sentences) || isSwapped(claim, backing) || isExchanged(text, sentences)) return 'swapped';
  return isOverstated({ text, sentences, claim, backing }) ? 'overstated' : null;
}

/** One word in the claim and only its opposite in the sentences. */
function hasOpposite(text: string, sentences: readonly string[]): boolean {
  const claimed = new Set(wordsOf(text));
  const backed = new Set(sentences.flatMap(wordsOf));
  const only = (one: string, other: string): boolean =>
    claimed.has(one) && !claimed.has(other) && backed.has(other) && !backed.has(one);
  return opposites.some(([one, other]) => only(one, other) || only(other, one));
}

const relators = ['before', 'after', 'than', 'instead of', 'rather than', 'over', 'into', 'not'] as const;

/** Sides of a relation changed places: "the core before the rest" backs no "the rest before the core". */
function isCrossed(text: string, sentences: readonly string[]): boolean {
  return relators.some((relator) => {
    const said = sidesOf(text, relator);
    if (said === null) return false;
    return sentences.some((sentence) => {
      const backed = sidesOf(sentence, relator);
      return backed !== null && isOtherWayRound(said, backed);
    });
  });
}

type Sides = { readonly left: ReadonlySet<string>; readonly right: ReadonlySet<string> };

/** Each side shares more with the side across than with its own. */
function isOtherWayRound(said: Sides, backed: Sides): boolean {
  const straight = shared(said.left, backed.left) + shared(said.right, backed.right);
  const crossed = shared(said.left, backed.right) + shared(said.right, backed.left);
  return crossed > straight;
}

function sidesOf(text: string, relator: string): Sides | null {
  const parts = text.toLowerCase().split(new RegExp(`\\b${relator}\\b`, 'u'));
  const [left, right] = parts;
  if (parts.length !== 2 || left === undefined || right === undefined) return null;
  const near = {
    left: left
      .replace(/,\s*$/u, '')
      .split(/[,;:.]/u)
      .at(-1),
    right: right.split(/[,;:.]/u)[0],
  };
  return {
    left: new Set(contentStems(near.left ?? '').slice(-6)),
    right: new Set(contentStems(near.right ?? '').slice(0, 6)),
  };
}

/** A clause names one side of a contrast only, and the clause it is about the other only. */
function isSwapped(claim: readonly Clause[], backing: readonly Clause[]): boolean {
  return claim.some((clause) => contrasts.some((pair) => isOtherSide(clause, backing, pair)));
}

function isOtherSide(clause: Clause, backing: readonly Clause[], pair: Pair): boolean {
  const said = sideOf(clause.text, pair);
  if (said === null) return false;
  const neutral = [...clause.stems].filter((word) => !pair.some((pole) => word.startsWith(pole)));
  const match = closest({ text: clause.text, stems: new Set(neutral) }, backing);
  const backed = match === null ? null : sideOf(match.text, pair);
  return backed !== null && backed !== said;
}

function sideOf(text: string, pair: Pair): string | null {
  const words = wordsOf(text.replaceAll('-', ' '));
  const named = pair.filter((pole) => words.some((word) => word.startsWith(pole)));
  const [only] = named;
  return named.length === 1 && only !== undefined ? only : null;
}

/** Both words of a pair stand in claim and sentence, but what goes with one there goes with the other here. */
function isExchanged(text: string, sentences: readonly string[]): boolean {
  const begins: Matches = (word, pole) => word.startsWith(pole);
  const equals: Matches = (word, pole) => word === pole;
  const exchanged = (pair: Pair, matches: Matches): boolean => {
    const said = companyOf(text, pair, matches);
    return sentences.some((sentence) => {
      const backed = companyOf(sentence, pair, matches);
      if (said === null || backed === null) return false;
      return isOtherWayRound(said.behind, backed.behind) || isOtherWayRound(said.before, backed.before);
    });
  };
  return opposites.some((pair) => exchanged(pair, equals)) || contrasts.some((pair) => exchanged(pair, begins));
}

/** The matter before and behind each word of a pair, up to the other word; null unless each stands there once. */
function companyOf(
  text: string,
  [one, other]: Pair,
  matches: Matches,
): { readonly before: Sides; readonly behind: Sides } | null {
  const words = wordsOf(text);
  const [first, ...more] = words.flatMap((word, index) => (matches(word, one) ? [index] : []));
  const [second, ...others] = words.flatMap((word, index) => (matches(word, other) ? [index] : []));
  if (first === undefined || second === undefined || more.length > 0 || others.length > 0) return null;
  const matter = (from: number, to?: number): ReadonlySet<string> =>
    new Set(contentStems(words.slice(from, to).join(' ')));
  const behind = (from: number, to: number) => matter(from + 1, to > from ? to : undefined);
  const before = (at: number, from: number) => matter(from < at ? from + 1 : 0, at);
  return {
    behind: { left: behind(first, second), right: behind(second, first) },
    before: { left: before(first, second), right: before(second, first) },
  };
}

/** What a clause says to limit itself, and what of it has to be left in a claim. */
const lost = [
  { from: hedge, unless: hedge },
  { from: /(?<=\S\s)(?<!\bas\s)\b(?:if|when|unless|as long as|provided)\b/iu, unless: condition },
  { from: opinion, unless: attribution },
];

function isOverstated({
  text,
  sentences,
  claim,
  backing,
}: {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly claim: readonly Clause[];
  readonly backing: readonly Clause[];
}): boolean {
  const said = new Set(wordsOf(text));
  const backed = new Set(sentences.flatMap(wordsOf));
  const isBacked = (words: readonly string[]): boolean => words.some((word) => backed.has(word));
  const alone = absolutes.filter(({ words, likes }) => !isBacked(words) && !isBacked(likes));
  if (alone.some(({ words }) => words.some((word) => said.has(word)))) return true;
  return claim.some((clause) => {
    const match = closest(clause, backing);
    return match !== null && lost.some(({ from, unless }) => from.test(match.text) && !unless.test(text));
  });
}
