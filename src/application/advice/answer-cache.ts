// Remembers answers, so that the same question on an unchanged decision is answered at once.
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
  const answers = new Map<string, Answer>();
  return {
    get(key) {
      const name = nameOf(key);
      const answer = answers.get(name);
      if (answer === undefined) return null;
      answers.delete(name);
      answers.set(name, answer);
      return answer;
    },
    keep(key, answer) {
      answers.set(nameOf(key), answer);
      const oldest = answers.size > size ? answers.keys().next().value : undefined;
      if (oldest !== undefined) answers.delete(oldest);
    },
  };
}

/** Case, spacing and punctuation make no other question. */
function nameOf({ team, purpose, question, conversation, decision, knowledge, advisor }: AnswerKey): string {
  const words = wordsOf(question.normalize('NFKC')).join(' ');
  return JSON.stringify([team, purpose, words, conversation, decision?.id, decision?.version, knowledge, advisor]);
}
