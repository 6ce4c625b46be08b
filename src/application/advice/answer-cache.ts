// Remembers answers, so that the same question on an unchanged decision is answered at once.
import { createBoundedMemory } from '../bounded-memory.ts';
import type { Answer } from './answer.ts';
import { wordsOf } from './words-of.ts';

/** What makes two questions the same question. */
export type AnswerKey = {
  readonly team: string;
  readonly purpose: string;
  readonly question: string;
  /** What was said before, for a follow-up's sake. */
  readonly conversation: readonly string[];
  /** The decision and its version, or null outside of any. */
  readonly decision: { readonly id: string; readonly version: number } | null;
  readonly knowledge: string;
  readonly advisor: string | null;
};

/** A memory of answers. */
export type AnswerCache = {
  get(key: AnswerKey): Answer | null;
  keep(key: AnswerKey, answer: Answer): void;
};

/** A memory of at most `size` answers; the one used longest ago goes first. */
export function createAnswerCache(size: number): AnswerCache {
  const answers = createBoundedMemory<Answer>(size);
  return {
    get: (key) => answers.get(nameOf(key)),
    keep: (key, answer) => answers.keep(nameOf(key), answer),
  };
}

/** Case, spacing and punctuation make no other question. */
function nameOf({ team, purpose, question, conversation, decision, knowledge, advisor }: AnswerKey): string {
  const words = wordsOf(question.normalize('NFKC')).join(' ');
  return JSON.stringify([team, purpose, words, conversation, decision?.id, decision?.version, knowledge, advisor]);
}
