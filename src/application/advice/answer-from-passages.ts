// Answers without a model: the best passages' own sentences, quoted.
import type { Found } from '../library.ts';
import type { CheckedClaim } from './answer.ts';
import { bareText } from './plain-text.ts';
import { contentStems } from './words-of.ts';

/** Passages quoted at most, and sentences of the best one and of each other. */
const MOST_PASSAGES = 3;
const SENTENCES_OF_BEST = 2;
/** A passage this much weaker than the best says something else. */
const LEAST_RELATIVE_SCORE = 0.6;

/**
 * The sentences that answer a question best, each a claim that quotes itself. A passage opens with its answer, so its
 * first sentence comes first; of the best passage the sentence closest to the question follows. Empty for nothing found.
 */
export function answerFromPassages(found: readonly Found[], question: string): readonly CheckedClaim[] {
  const [best] = found;
  if (best === undefined) return [];
  const asked = new Set(contentStems(question));
  return found
    .slice(0, MOST_PASSAGES)
    .filter(({ score }) => score >= best.score * LEAST_RELATIVE_SCORE)
    .flatMap(({ passage }, index) => {
      const [opening, ...rest] = passage.sentences;
      if (opening === undefined) return [];
      const next = index === 0 ? closestTo(asked, rest, contentStems(opening)) : undefined;
      const sentences = [opening, next].slice(0, SENTENCES_OF_BEST);
      return sentences.flatMap((sentence) => (sentence === undefined ? [] : [quoting(passage.id, sentence)]));
    });
}

/** The same passages without sentences that begin with a yes or a no: nobody asked what those answer. */
export function withoutYesAndNo(found: readonly Found[]): readonly Found[] {
  return found.map(({ passage, ...rest }) => ({
    ...rest,
    passage: { ...passage, sentences: passage.sentences.filter((sentence) => !/^(?:yes|no)[,:]/iu.test(sentence)) },
  }));
}

/** The sentence that shares most with the question beyond what the opening says already. */
function closestTo(
  asked: ReadonlySet<string>,
  sentences: readonly string[],
  told: readonly string[],
): string | undefined {
  const wanted = new Set([...asked].filter((stem) => !told.includes(stem)));
  const ranked = sentences
    .map((sentence) => {
      const stems = new Set(contentStems(sentence));
      return { sentence, fresh: count(stems, wanted), common: count(stems, asked) };
    })
    .filter(({ common }) => common > 0)
    .sort((one, other) => other.fresh - one.fresh || other.common - one.common);
  return ranked[0]?.sentence;
}

function count(stems: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  return [...stems].filter((stem) => wanted.has(stem)).length;
}

function quoting(passage: string, sentence: string): CheckedClaim {
  const quote = bareText(sentence);
  return { text: quote, citations: [{ passage, quote }] };
}
