// A framework's weights in the form the rules look them up.
import { forEachQuestion } from '../for-each-question.ts';
import { type Framework, findQuestion, type QuestionId } from '../framework.ts';

/** The weight of every option of every scored question; plus means towards orchestration. */
export type Weights = Readonly<Record<QuestionId, Readonly<Record<string, number>>>>;

/** Collects the weights of a framework. */
export function weightsOf(framework: Framework): Weights {
  return forEachQuestion((id) =>
    Object.fromEntries((findQuestion(framework, id)?.options ?? []).map((option) => [option.id, option.weight])),
  );
}

/** The weight of the answer a sheet holds for a question; 0 for don't know. */
export function weightOf(weights: Weights, question: QuestionId, choice: string | null): number {
  return choice === null ? 0 : (weights[question][choice] ?? 0);
}
