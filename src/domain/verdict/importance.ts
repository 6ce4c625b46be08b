// Which question comes first when two are worth the same (scoring.md §4, ties).
import { type QuestionId, questionIds } from '../framework.ts';

const mostImportant: readonly QuestionId[] = ['5c', '2b', '2c', '4b', '1b'];
const order: readonly QuestionId[] = [...new Set([...mostImportant, ...questionIds])];

/** 0 for the question asked first among equals, 14 for the last. */
export function importanceOf(question: QuestionId): number {
  return order.indexOf(question);
}

/** The same questions, the most important first. */
export function byImportance(questions: readonly QuestionId[]): readonly QuestionId[] {
  return questions.toSorted((a, b) => importanceOf(a) - importanceOf(b));
}
