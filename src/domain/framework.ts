// The framework's shape: five pillars, fifteen questions with fixed ids, options with weights, and the schema that checks them.
import * as z from 'zod';

/** The fifteen scored questions, in the order they are asked (scoring.md §2). */
export const questionIds = [
  '1a',
  '1b',
  '1c',
  '2a',
  '2b',
  '2c',
  '3a',
  '3b',
  '3c',
  '4a',
  '4b',
  '4c',
  '5a',
  '5b',
  '5c',
] as const;

/** Id of one scored question. */
export type QuestionId = (typeof questionIds)[number];

/** Id of the extra, unscored question about half-finished state (scoring.md §6). */
export const consistencyQuestionId = '6a';

/** Everything that can be answered, in the order it is asked: the scored questions and the consistency question. */
export const askedIds = [...questionIds, consistencyQuestionId] as const;

/** Id of anything that can be answered. */
export type AskedId = (typeof askedIds)[number];

/** The five pillars, in order. */
export const pillarNumbers = [1, 2, 3, 4, 5] as const;

/** Number of one pillar, 1 to 5. */
export type PillarNumber = (typeof pillarNumbers)[number];

/** What stands for "don't know" wherever an option id is expected; never the id of an option. */
export const unknownOption = 'unknown';

/** What people read for {@link unknownOption}, in one form everywhere. */
export const unknownLabel = "Don't know";

/** Version of the rules in code that a newly loaded framework is judged by (design.md §3, Versions). */
export const RULES_VERSION = '1';

/** The option ids of every question. They are fixed: rules and stored answers refer to them (scoring.md §2). */
export const optionIds = {
  '1a': ['sync_all', 'sync_part', 'no'],
  '1b': ['never', 'detect', 'tolerable'],
  '1c': ['hot', 'moderate', 'low'],
  '2a': ['command', 'event', 'mixed'],
  '2b': ['all', 'some', 'none'],
  '2c': ['complex', 'some', 'simple'],
  '3a': ['none', 'few', 'several'],
  '3b': ['local', 'neighbour', 'wide'],
  '3c': ['0-1', '2', '3+'],
  '4a': ['stable', 'some', 'high'],
  '4b': ['reactors', 'replace', 'sequence', 'both'],
  '4c': ['one', 'two', 'several'],
  '5a': ['one', 'each', 'nobody'],
  '5b': ['one', 'several', 'none'],
  '5c': ['part', 'whole', 'no'],
  '6a': ['yes', 'no'],
} as const satisfies Readonly<Record<AskedId, readonly string[]>>;

/** The questions of each pillar, in order. */
export const pillarQuestionIds = {
  1: ['1a', '1b', '1c'],
  2: ['2a', '2b', '2c'],
  3: ['3a', '3b', '3c'],
  4: ['4a', '4b', '4c'],
  5: ['5a', '5b', '5c'],
} as const satisfies Readonly<Record<PillarNumber, readonly QuestionId[]>>;

/** The pillar a question belongs to. */
export const pillarOf = {
  '1a': 1,
  '1b': 1,
  '1c': 1,
  '2a': 2,
  '2b': 2,
  '2c': 2,
  '3a': 3,
  '3b': 3,
  '3c': 3,
  '4a': 4,
  '4b': 4,
  '4c': 4,
  '5a': 5,
  '5b': 5,
  '5c': 5,
} as const satisfies Readonly<Record<QuestionId, PillarNumber>>;

const wording = z.string().trim().min(1);

/** Where a text comes from: a title and a link. */
export const sourceLinkSchema = z
  .strictObject({ title: wording, url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }) })
  .readonly();

/** Where a text comes from. */
export type SourceLink = z.infer<typeof sourceLinkSchema>;

/** Weights are whole numbers; two steps either way is the most one answer may say (scoring.md §1). */
export const weightSchema = z.int().min(-2).max(2);

/** What fits a button: 24 characters at most (design.md §2, Answer). */
export const labelSchema = wording.max(24);

const optionSchema = z
  .strictObject({ id: wording, label: labelSchema, text: wording, weight: weightSchema })
  .readonly();

const askedShape = {
  text: wording,
  why: z.strictObject({ text: wording, sources: z.array(sourceLinkSchema).min(1).readonly() }).readonly(),
  help: wording,
  options: z.array(optionSchema).min(2).readonly(),
};

const pillarNumberSchema = z.literal([...pillarNumbers]);
const questionSchema = z
  .strictObject({ id: z.enum(questionIds), pillar: pillarNumberSchema, ...askedShape })
  .readonly();
const consistencyQuestionSchema = z.strictObject({ id: z.literal(consistencyQuestionId), ...askedShape }).readonly();
const pillarSchema = z
  .strictObject({
    number: pillarNumberSchema,
    title: wording,
    shortTitle: wording.max(14),
    intro: wording,
    questions: z.array(questionSchema).readonly(),
  })
  .readonly();

/** Checks a framework read back from where it was stored under its version. */
export const frameworkSchema = z
  .strictObject({
    version: z.string().regex(/^[0-9a-f]{12}$/),
    rulesVersion: wording,
    wordingVersion: z.string().regex(/^[0-9a-f]{12}$/),
    pillars: z.tuple([pillarSchema, pillarSchema, pillarSchema, pillarSchema, pillarSchema]).readonly(),
    consistencyQuestion: consistencyQuestionSchema,
  })
  .readonly();

/**
 * What is asked and what each option weighs. `version` names ids, options, weights and rules (what a verdict depends
 * on); `wordingVersion` names the whole file and may change at any time (design.md §3, Versions).
 */
export type Framework = z.infer<typeof frameworkSchema>;

/** One of the five pillars with its questions. */
export type Pillar = Framework['pillars'][number];

/** One scored question. */
export type Question = z.infer<typeof questionSchema>;

/** One option of a question: `label` fits a button, `text` says what it means, `weight` leans (+ orchestration). */
export type Option = z.infer<typeof optionSchema>;

/** Tells whether a text is the id of a scored question. */
export function isQuestionId(value: string): value is QuestionId {
  return questionIds.some((id) => id === value);
}

/** Tells whether an option belongs to a question; `unknown` belongs to none. */
export function isOptionOf(question: AskedId, option: string): boolean {
  return optionIds[question].some((id) => id === option);
}

/** Every scored question of a framework, in the order they are asked. */
export function questionsOf(framework: Pick<Framework, 'pillars'>): readonly Question[] {
  return framework.pillars.flatMap((pillar) => pillar.questions);
}

/** One question of a framework, the consistency question included; undefined only for a framework that lacks it. */
export function findQuestion(
  framework: Framework,
  id: AskedId,
): Question | Framework['consistencyQuestion'] | undefined {
  return id === consistencyQuestionId
    ? framework.consistencyQuestion
    : questionsOf(framework).find((question) => question.id === id);
}

/** One option of one question, or undefined for `unknown` and anything else that is no option. */
export function findOption(framework: Framework, question: AskedId, option: string): Option | undefined {
  return findQuestion(framework, question)?.options.find((candidate) => candidate.id === option);
}
