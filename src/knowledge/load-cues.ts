// Loads knowledge/cues.yaml and tries every cue on its own examples; a broken file stops the start.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Cues, isStatement, matchesIn } from '../application/advice/cues.ts';
import { isOptionOf, questionIds } from '../domain/framework.ts';
import { readDataFile } from './data-file.ts';

/** Where the cues live unless somebody says otherwise. */
const defaultCuesFile = fileURLToPath(new URL('../../knowledge/cues.yaml', import.meta.url));

const pattern = z
  .string()
  .min(1)
  .transform((source, context) => {
    try {
      return new RegExp(source, 'iu');
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: error instanceof Error ? error.message : 'not a regular expression',
      });
      return z.NEVER;
    }
  });
const examples = z.array(z.string().trim().min(1)).min(1);
const question = z.enum(questionIds);

const cueSchema = z
  .strictObject({ question, option: z.string(), patterns: z.array(pattern).min(1), says: examples, not: examples })
  .superRefine((cue, context) => {
    const complain = (message: string): void => context.addIssue({ code: 'custom', message });
    if (!isOptionOf(cue.question, cue.option)) complain(`${cue.question} has no option ${cue.option}`);
    const matches = (sentence: string): boolean => matchesIn(sentence, [cue]).length > 0;
    for (const sentence of cue.says) {
      if (!isStatement(sentence) || !matches(sentence)) complain(`does not recognise: ${sentence}`);
    }
    for (const sentence of cue.not) if (matches(sentence)) complain(`must not recognise: ${sentence}`);
  });

const cuesSchema = z.strictObject({
  cues: z.array(cueSchema).min(1),
  topics: z.array(z.strictObject({ question, pattern })).min(1),
});

/** Reads and checks the cues. Throws `KnowledgeFileError` with file, line and reason. */
export function loadCues(file: string = defaultCuesFile): Cues {
  const { cues, topics } = readDataFile(file, cuesSchema);
  return { cues: cues.map(({ question, option, patterns }) => ({ question, option, patterns })), topics };
}
