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
import { hasOtherSubject, isSupported } from './support.ts';

/** What a claim is held against. */
export type ClaimContext = {
  /** The passages that were supplied, by id. */
  readonly passages: ReadonlyMap<string, Passage>;
  readonly question: string;
  /** The team's answers in the framework's words. */
  readonly team: readonly string[];
  /** The team's own words, notes and the part's name: they back numbers and names, but are no knowledge. */
  readonly notes: readonly string[];
  /** The part's name: a claim may call the part by it. */
  readonly part: string | null;
  readonly verdict: VerdictFacts | null;
};

/** A claim that may be shown, or why it may not. */
export type ClaimCheck =
  | { readonly ok: true; readonly claim: CheckedClaim }
  | { readonly ok: false; readonly reason: DropReason };

/** Checks one claim. Pure; the order is from the plainest reason to the subtlest. */
export function checkClaim(raw: RawClaim, context: ClaimContext): ClaimCheck {
  const form = checkForm(raw.text);
  if (form !== null) return { ok: false, reason: form };
  const evidence = findEvidence(raw.citations, context.passages);
  if (!evidence.ok) return evidence;
  const { standing } = evidence;
  const text = plainText(raw.text);
  const quoted = standing.flatMap(({ sentences }) => sentences);
  const reason =
    (isInstruction(text, quoted) ? 'instruction' : null) ??
    checkFacts(text, { standing, team: [...context.team, ...context.notes] }) ??
    firstOf(text, (sentence) => checkSentence(sentence, standing, context));
  if (reason !== null) return { ok: false, reason };
  return {
    ok: true,
    claim: { text, citations: standing.map(({ passage, quote }) => ({ passage: passage.id, quote })) },
  };
}

/** Every sentence has to stand by itself: a true one lends nothing to the one after it. */
function firstOf(text: string, check: (sentence: string) => DropReason | null): DropReason | null {
  for (const sentence of text.split(/(?<=[.!?;])\s+/u)) {
    const reason = check(sentence);
    if (reason !== null) return reason;
  }
  return null;
}

function checkSentence(sentence: string, standing: readonly Standing[], context: ClaimContext): DropReason | null {
  const quoted = standing.flatMap(({ sentences }) => sentences);
  const reason = checkStyle(sentence, context.verdict) ?? checkMeaning(sentence, quoted);
  if (reason !== null) return reason;
  if (hasOtherSubject(sentence, standing, context)) return 'swapped';
  return isSupported(sentence, standing, context) ? null : 'unsupported';
}
