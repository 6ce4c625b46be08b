// Decides which terms a question is searched by, and how much each counts; a follow-up borrows from the turn before.
import type { LibraryQuestion } from '../../application/library.ts';
import type { Analyser } from './analyse.ts';
import type { Speller } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Weighted terms of a question: 1 for its own words, less for groups of general ones. */
export type QuestionTerms = ReadonlyMap<string, number>;

/** A question with at most this many words of its own, asked after a turn of ours, leans on that turn. */
const followUpWords = 6;
/** What a word of the turn before counts in a short question, and in one that says next to nothing. */
const borrowed = { short: 0.7, empty: 1 } as const;
const emptyWords = 2;
/** What a group of general words counts. Measured: 0.3 to 0.7 do alike, 1 loses in order what it gains in hits. */
const generalWeight = 0.5;

/** The turn before, where the question is too short to stand alone; null otherwise. */
export function leansOn(question: LibraryQuestion, ownWords: number): string | null {
  return ownWords <= followUpWords ? question.context : null;
}

/** The terms to search for. */
export function questionTerms({
  question,
  analyser,
  spell,
}: {
  readonly question: LibraryQuestion;
  readonly analyser: Analyser;
  readonly spell: Speller;
}): QuestionTerms {
  const terms = new Map<string, number>();
  const { stems, groups, general } = analyser.termsOf(
    wordsOf(question.text).map((word) => (analyser.isStopWord(word) ? word : spell(word))),
  );
  for (const term of general) terms.set(term, generalWeight);
  for (const term of [...stems, ...groups]) terms.set(term, 1);
  const context = leansOn(question, stems.length);
  if (context !== null) {
    const weight = stems.length <= emptyWords ? borrowed.empty : borrowed.short;
    const before = analyser.termsOf(wordsOf(context));
    const borrow = (term: string, count: number) => terms.set(term, Math.max(terms.get(term) ?? 0, count));
    for (const term of before.general) borrow(term, weight * generalWeight);
    for (const term of [...before.stems, ...before.groups]) borrow(term, weight);
  }
  return terms;
}
