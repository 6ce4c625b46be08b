// A framework's weights in the form the rules look them up.
import { type Framework, findQuestion, type QuestionId } from '../framework.ts';

/** The weight of every option of every scored question; plus means towards orchestration. */
export type Weights = Readonly<Record<QuestionId, Readonly<Record<string, number>>>>;

/** Collects the weights of a framework. */
export function weightsOf(framework: Framework): Weights {
  const weights = (id: QuestionId): Readonly<Record<string, number>> =>
    Object.fromEntries((findQuestion(framework, id)?.options ?? []).map((option) => [option.id, option.weight]));
  return {
    '1a': weights('1a'),
    '1b': weights('1b'),
    '1c': weights('1c'),
    '2a': weights('2a'),
    '2b': weights('2b'),
    '2c': weights('2c'),
    '3a': weights('3a'),
    '3b': weights('3b'),
    '3c': weights('3c'),
    '4a': weights('4a'),
    '4b': weights('4b'),
    '4c': weights('4c'),
    '5a': weights('5a'),
    '5b': weights('5b'),
    '5c': weights('5c'),
  };
}

/** The weight of the answer a sheet holds for a question; 0 for don't know. */
export function weightOf(weights: Weights, question: QuestionId, choice: string | null): number {
  return choice === null ? 0 : (weights[question][choice] ?? 0);
}
