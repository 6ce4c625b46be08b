// Looks whether what a claim denies is what its sentences deny.
import { contentStems } from './words-of.ts';

const negator =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|rarely|seldom|hardly|barely|lacks?|lacking|impossible|unable)\b|n't\b/giu;
/** What is denied ends at a border of clauses. */
const border = /[,;:.!?]|\b(?:but|because|while|whereas|although|since|so that)\b/iu;

/** What one negation denies: the words after it, and those before it where few follow. */
type Scope = {
  readonly stems: ReadonlySet<string>;
  /** What is denied first of all. */
  readonly head: string;
  /** What it is denied of: the words before. */
  readonly of: ReadonlySet<string>;
};

const WORDS_AFTER = 5;
const WORDS_BEFORE = 3;

/** True when the claim denies what the sentences do not, or says plainly what they deny. */
export function isDeniedOtherwise(claim: string, sentences: readonly string[]): boolean {
  const claimed = scopesOf(claim);
  const backed = sentences.flatMap(scopesOf);
  if (claimed.some((scope) => !backed.some((other) => isSame(scope, other)))) return true;
  const denied = new Set(claimed.flatMap(({ stems }) => [...stems]));
  const plain = new Set(contentStems(claim).filter((stem) => !denied.has(stem)));
  return backed.some((scope) => {
    if (claimed.some((other) => isSame(scope, other))) return false;
    const said = [...scope.stems].filter((stem) => plain.has(stem)).length;
    const ofSame = [...scope.of].filter((stem) => plain.has(stem)).length;
    return (said >= 2 && said >= scope.stems.size * 0.6) || (plain.has(scope.head) && ofSame >= 2);
  });
}

function isSame(one: Scope, other: Scope): boolean {
  if (one.head === other.head) return true;
  const common = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  return common >= Math.max(1, Math.ceil(Math.min(one.stems.size, other.stems.size) / 2));
}

/** The scopes of a text's negations. A "No," that answers a question denies nothing here. */
function scopesOf(text: string): readonly Scope[] {
  const bare = text.replace(/^\s*no[,:.]\s*/iu, '');
  return [...bare.matchAll(negator)].flatMap(({ index, 0: word }) => {
    const after = contentStems(upTo(bare.slice(index + word.length))).slice(0, WORDS_AFTER);
    const before = contentStems(from(bare.slice(0, index))).slice(-WORDS_BEFORE);
    const stems = after.length >= 2 ? after : [...before, ...after];
    const head = after[0] ?? before.at(-1);
    return head === undefined ? [] : [{ stems: new Set(stems), head, of: new Set(before) }];
  });
}

function upTo(text: string): string {
  return text.split(border)[0] ?? '';
}

function from(text: string): string {
  return text.split(border).at(-1) ?? '';
}
