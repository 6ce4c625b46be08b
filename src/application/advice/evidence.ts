// Finds what a claim stands on: the passages it cites, and the sentences its quotes are taken from.
import type { RawCitation } from '../advisor.ts';
import type { Passage } from '../library.ts';
import type { DropReason } from './answer.ts';
import { bareText } from './plain-text.ts';
import { wordsOf } from './words-of.ts';

/** Fewer words than this say nothing that could be believed. */
const SHORTEST_QUOTE = 4;
/** More words than this are no quote: they would back anything. */
const LONGEST_QUOTE = 60;

/** A quote that stands in its passage, with the whole sentences it is taken from. */
export type Standing = {
  readonly passage: Passage;
  readonly quote: string;
  readonly sentences: readonly string[];
};

/** What a claim stands on, or why it does not stand. */
export type Evidence =
  | { readonly ok: true; readonly standing: readonly Standing[] }
  | { readonly ok: false; readonly reason: DropReason };

/** Every citation must hold: the id was supplied, the quote is long enough and stands there word for word. */
export function findEvidence(citations: readonly RawCitation[], passages: ReadonlyMap<string, Passage>): Evidence {
  const standing: Standing[] = [];
  for (const { passage: id, quote } of citations) {
    const passage = passages.get(id);
    if (passage === undefined) return { ok: false, reason: 'unknown-passage' };
    if (quote.trim() === '') return { ok: false, reason: 'no-quote' };
    const length = wordsOf(quote).length;
    if (length < SHORTEST_QUOTE) return { ok: false, reason: 'short-quote' };
    if (length > LONGEST_QUOTE) return { ok: false, reason: 'too-long' };
    const sentences = sentencesWith(quote, passage);
    if (sentences.length === 0) return { ok: false, reason: 'altered-quote' };
    standing.push({ passage, quote: trimmed(quote), sentences });
  }
  return standing.length === 0 ? { ok: false, reason: 'no-quote' } : { ok: true, standing };
}

/** The sentences a quote touches; none when it does not stand in the passage as whole words. */
function sentencesWith(quote: string, passage: Passage): readonly string[] {
  const sought = trimmed(quote);
  const sentences = passage.sentences.map((sentence) => bareText(sentence));
  const body = sentences.join(' ');
  const start = placeOf(sought, body);
  if (start < 0) return [];
  const end = start + sought.length;
  let offset = 0;
  return sentences.filter((sentence) => {
    const from = offset;
    offset += sentence.length + 1;
    return from < end && start < from + sentence.length;
  });
}

/** A quote without the signs people put around one. */
function trimmed(quote: string): string {
  return bareText(quote).replace(/^[\s"'(.,;:!?-]+|[\s"').,;:!?-]+$/gu, '');
}

/** Where the words begin in the text, not inside another word; -1 when nowhere. */
function placeOf(words: string, text: string): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + words.length))) return at;
  }
  return -1;
}
