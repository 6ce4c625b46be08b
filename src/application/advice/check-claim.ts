// Decides whether a model's claim may be shown (design.md §1: no sentence without a source).
import type { RawClaim, VerdictFacts } from '../advisor.ts';
import type { Passage } from '../library.ts';
import type { CheckedClaim, DropReason } from './answer.ts';
import { checkFacts } from './check-facts.ts';
import { checkForm, isInstruction } from './check-form.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkStyle } from './check-style.ts';
import { findEvidence, type Standing } from './evidence.ts';
import { plainText } from './plain-text.ts';
import { contentStems, wordsOf } from './words-of.ts';

/** What a claim is held against. */
export type ClaimContext = {
  /** The passages that were supplied, by id. */
  readonly passages: ReadonlyMap<string, Passage>;
  readonly question: string;
  /** The team's answers in the framework's words, with the part's name. */
  readonly team: readonly string[];
  /** The team's notes: they back numbers and names, but what they say besides is no knowledge. */
  readonly notes: readonly string[];
  readonly verdict: VerdictFacts | null;
};

/** A claim that may be shown, or why it may not. */
export type ClaimCheck =
  | { readonly ok: true; readonly claim: CheckedClaim }
  | { readonly ok: false; readonly reason: DropReason };

/**
 * The least share of a claim's content words that stand in the quoted sentences, and in all it may draw on.
 * Chosen by measurement on the claims of docs/claims-read.md.
 */
export const leastSupport = { quoted: 0.5, all: 0.7 } as const;

/** Checks one claim. Pure; the order is from the plainest reason to the subtlest. */
export function checkClaim(raw: RawClaim, context: ClaimContext): ClaimCheck {
  const form = checkForm(raw.text);
  if (form !== null) return { ok: false, reason: form };
  const evidence = findEvidence(raw.citations, context.passages);
  if (!evidence.ok) return evidence;
  const { standing } = evidence;
  const text = plainText(raw.text);
  const sentences = standing.flatMap(({ sentences }) => sentences);
  const reason =
    (isInstruction(text, sentences) ? 'instruction' : null) ??
    checkFacts(text, { standing, team: [...context.team, ...context.notes] }) ??
    checkStyle(text, context.verdict) ??
    checkMeaning(text, sentences) ??
    (hasOtherSubject(text, standing, context) ? 'swapped' : null) ??
    (isSupported(text, standing, context) ? null : 'unsupported');
  if (reason !== null) return { ok: false, reason };
  return {
    ok: true,
    claim: { text, citations: standing.map(({ passage, quote }) => ({ passage: passage.id, quote })) },
  };
}

/** True when a sentence of the claim begins with something the passage speaks of elsewhere, and not where it is quoted. */
function hasOtherSubject(
  text: string,
  standing: readonly Standing[],
  { question, team }: Pick<ClaimContext, 'question' | 'team'>,
): boolean {
  const near = standing.flatMap(({ passage, sentences }) => [passage.title, ...sentences]);
  const known = new Set(contentStems([...near, ...team, question].join(' ')));
  const elsewhere = new Set(contentStems(standing.map(({ passage }) => passage.body).join(' ')));
  return text.split(/(?<=[.!?;])\s+/u).some((sentence) => {
    const subject = subjectOf(sentence);
    return subject !== undefined && elsewhere.has(subject) && !known.has(subject);
  });
}

/** The first noun of a sentence that begins with it: with an article, or with the word itself. */
function subjectOf(sentence: string): string | undefined {
  const [first = '', second] = wordsOf(sentence);
  return contentStems(/^(?:the|an?)$/u.test(first) ? (second ?? '') : first)[0];
}

/** The shares of a claim's content words that stand in the quoted sentences, and in everything it may draw on. */
export function supportOf(
  text: string,
  standing: readonly Standing[],
  { question, team }: Pick<ClaimContext, 'question' | 'team'>,
): { readonly quoted: number; readonly all: number } {
  const stems = contentStems(text);
  if (stems.length === 0) return { quoted: 0, all: 0 };
  const said = standing.flatMap(({ passage, sentences }) => [passage.title, ...sentences]);
  const quoted = new Set(contentStems([...said, ...team].join(' ')));
  const all = new Set([
    ...quoted,
    ...contentStems([...standing.map(({ passage }) => passage.body), question].join(' ')),
  ]);
  const share = (known: ReadonlySet<string>): number => stems.filter((word) => known.has(word)).length / stems.length;
  return { quoted: share(quoted), all: share(all) };
}

function isSupported(text: string, standing: readonly Standing[], context: ClaimContext): boolean {
  const { quoted, all } = supportOf(text, standing, context);
  return quoted >= leastSupport.quoted && all >= leastSupport.all;
}
