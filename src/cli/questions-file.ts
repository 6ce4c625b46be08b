// Reads a file of labelled questions for the measurements of the search (design.md §7).
import * as z from 'zod';
import { type BadFile, firstComplaint, readJsonFile } from './json-file.ts';

/** What need not be known may be null or left out; other fields are passed over. */
const questionSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], 'has to be a text or a number'),
  text: z.string(),
  lang: z.string().nullish(),
  context: z.string().nullable().default(null),
  expected: z.string(),
  topics: z
    .array(z.string())
    .nullish()
    .transform((topics) => topics ?? []),
});
const fileSchema = z.object({ questions: z.array(questionSchema).min(1) });

/** A question with its label: `answer`, or anything else for one the knowledge base must not answer. */
export type LabelledQuestion = Readonly<z.infer<typeof questionSchema>>;

/** Reads and checks a file of questions; what is wrong comes back with the field named. */
export function readQuestionsFile(
  file: string,
): { readonly ok: true; readonly questions: readonly LabelledQuestion[] } | BadFile {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const content = fileSchema.safeParse(read.value);
  return content.success
    ? { ok: true, questions: content.data.questions }
    : { ok: false, reason: firstComplaint(content.error) };
}

/** The file named by `--questions FILE`; undefined unless that is all there is. */
export function questionsArgument(args: readonly string[]): string | undefined {
  const [flag, file, ...rest] = args;
  return flag === '--questions' && rest.length === 0 ? file : undefined;
}
