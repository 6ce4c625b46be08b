// Random answers and a loaded framework for the tests of the verdict.
import * as fc from 'fast-check';
import { frameworkVersion } from '../../../src/application/framework-version.ts';
import type { Answers } from '../../../src/domain/answers.ts';
import {
  type AskedId,
  type Framework,
  frameworkSchema,
  optionIds,
  type QuestionId,
  questionIds,
  unknownOption,
} from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';

export const { framework } = loadFramework();

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

/** Some answers in at most two pillars. */
export const fewAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fullAnswers, fc.subarray(['1', '2', '3', '4', '5'], { maxLength: 2 }), fc.subarray([...questionIds]))
  .map(([{ choices, part }, pillars, kept]) => ({
    choices: Object.fromEntries(
      kept.filter((id) => pillars.includes(id.charAt(0))).map((id) => [id, choices[id] ?? unknownOption]),
    ),
    part,
  }));

/** The framework with some weights of one question edited, as a team may. */
export function withWeights(id: QuestionId, weights: Readonly<Record<string, number>>): Framework {
  const pillars = framework.pillars.map((pillar) => ({
    ...pillar,
    questions: pillar.questions.map((question) =>
      question.id === id
        ? { ...question, options: question.options.map((o) => ({ ...o, weight: weights[o.id] ?? o.weight })) }
        : question,
    ),
  }));
  return frameworkSchema.parse({ ...framework, pillars });
}

/** The framework with every weight changed, as another version. */
export function weighed(change: (weight: number) => number): Framework {
  const pillars = framework.pillars.map((pillar) => ({
    ...pillar,
    questions: pillar.questions.map((question) => ({
      ...question,
      options: question.options.map((option) => ({ ...option, weight: change(option.weight) })),
    })),
  }));
  const edited = frameworkSchema.parse({ ...framework, pillars });
  return { ...edited, version: frameworkVersion(edited) };
}

/** Answers by question, with a named part unless told otherwise. */
export function answersOf(
  choices: Partial<Record<QuestionId | '6a', string>>,
  part: string | null = 'Payment',
): Answers {
  return { choices, part };
}
