// Random answers and a loaded framework for the tests of the verdict.
import * as fc from 'fast-check';
import type { Answers } from '../../../src/domain/answers.ts';
import { type AskedId, optionIds, type QuestionId, questionIds, unknownOption } from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';

export const { framework, texts } = loadFramework();

const choiceOf = (id: AskedId) => fc.constantFrom<string>(...optionIds[id], unknownOption);

const choices = fc.record(Object.fromEntries([...questionIds, '6a' as const].map((id) => [id, choiceOf(id)])), {
  requiredKeys: [],
});

/** Random answers, from none to all, with and without a named part. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  choices,
  part: fc.constantFrom(null, '', ' ', 'Payment', 'Refund', ' payment '),
});

/** Every question answered with a real option; switched-off ones too. */
export const fullAnswers: fc.Arbitrary<Answers> = fc.record({
  choices: fc.record(Object.fromEntries(questionIds.map((id) => [id, fc.constantFrom<string>(...optionIds[id])]))),
  part: fc.constant('Payment'),
});

/** Answers in at most two pillars. */
export const fewAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fullAnswers, fc.subarray(['1', '2', '3', '4', '5'], { maxLength: 2 }))
  .map(([{ choices, part }, pillars]) => ({
    choices: Object.fromEntries(Object.entries(choices).filter(([id]) => pillars.includes(id.charAt(0)))),
    part,
  }));

/** Answers by question, with a named part unless told otherwise. */
export function answersOf(
  choices: Partial<Record<QuestionId | '6a', string>>,
  part: string | null = 'Payment',
): Answers {
  return { choices, part };
}
