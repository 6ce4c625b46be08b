// The schema of knowledge/framework.yaml: exact ids, weights and labels in range, every text there, every source known.
import * as z from 'zod';
import { leans } from '../domain/card-texts.ts';
import {
  labelSchema,
  optionIds,
  type QuestionId,
  type SourceLink,
  sourceLinkSchema,
  weightSchema,
} from '../domain/framework.ts';
import { patternNames, ruleIds, warningIds } from '../domain/verdict/verdict.ts';

const words = z.string().trim().min(1);
/** One line of a card. */
const short = words.max(80);
/** Fits after "would change if": starts like the middle of a sentence and does not end it. */
const observation = words
  .max(100)
  .regex(/^[^A-Z]/, 'must start with a small letter')
  .regex(/[^.!?]$/, 'must not end a sentence');

const directions = { orchestration: 1, choreography: -1, hybrid: 0, neither: 0 } as const;

/** The table of sources, read first because every text refers to it by key. */
export const sourcesSchema = z.looseObject({ sources: z.record(z.string(), sourceLinkSchema) });

/** The schema of the whole file, given its sources; references come out as title and link. */
export function frameworkFileSchema(sources: Readonly<Record<string, SourceLink>>) {
  const references = z
    .array(
      z.string().transform((key, context): SourceLink => {
        const source = sources[key];
        if (source !== undefined) return source;
        context.addIssue({ code: 'custom', message: `there is no source ${key} in the table of sources` });
        return z.NEVER;
      }),
    )
    .min(1);
  const sourced = z.strictObject({ text: words, sources: references });
  const option = z
    .strictObject({
      label: labelSchema,
      text: words,
      weight: weightSchema,
      leans: z.enum(leans),
      short,
      long: words,
      observation,
      sources: references,
    })
    .check(({ value, issues }) => {
      const direction = Math.sign(value.weight);
      if (directions[value.leans] === direction) return;
      const message = `leans says ${value.leans}, but the weight is ${value.weight}`;
      issues.push({ code: 'custom', input: value, path: ['leans'], message });
    });
  const asked = { text: words, why: sourced, help: words };
  const question = <const Id extends QuestionId>(id: Id) =>
    z.strictObject({ ...asked, unknown: observation, options: z.record(z.enum(optionIds[id]), option) });
  const pillar = z.strictObject({ title: words, shortTitle: words.max(14), intro: words });
  const headline = words.max(120);
  const plain = headline.regex(/^[^{}]*$/, 'must not have a hole');
  const styleText = z.strictObject({ headline: plain, headlineUnnamed: plain, drawNext: words, sources: references });
  const hybridText = styleText.extend({ headline: headline.includes('{part}', { error: 'must say {part}' }) });
  return z.strictObject({
    sources: z.unknown(),
    pillars: z.strictObject({ '1': pillar, '2': pillar, '3': pillar, '4': pillar, '5': pillar }),
    questions: z.strictObject({
      '1a': question('1a'),
      '1b': question('1b'),
      '1c': question('1c'),
      '2a': question('2a'),
      '2b': question('2b'),
      '2c': question('2c'),
      '3a': question('3a'),
      '3b': question('3b'),
      '3c': question('3c'),
      '4a': question('4a'),
      '4b': question('4b'),
      '4c': question('4c'),
      '5a': question('5a'),
      '5b': question('5b'),
      '5c': question('5c'),
    }),
    consistencyQuestion: z.strictObject({
      ...asked,
      options: z.record(z.enum(optionIds['6a']), z.strictObject({ label: labelSchema, text: words })),
    }),
    styles: z.strictObject({
      orchestration: styleText,
      choreography: styleText,
      hybrid: hybridText,
      open: styleText,
    }),
    rules: z.record(z.enum(ruleIds), z.strictObject({ leans: z.enum(leans), text: words, sources: references })),
    warnings: z.record(z.enum(warningIds), z.strictObject({ title: words, text: words, sources: references })),
    patterns: z.record(z.enum(patternNames), z.strictObject({ warns: z.boolean(), text: words, sources: references })),
  });
}

/** The checked content of the file. */
export type FrameworkFile = z.infer<ReturnType<typeof frameworkFileSchema>>;

/** What the file says about one option. */
export type OptionEntry = FrameworkFile['questions']['1a']['options']['no'];
