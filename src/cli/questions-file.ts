// Reads a file of labelled questions for the measurements of the search (design.md §7).
import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What need not be known may be null or left out; other fields are passed over. */
const questionSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
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

/** The questions, or what is wrong with the file: the message names the field. */
export type QuestionsFile =
  | { readonly ok: true; readonly questions: readonly LabelledQuestion[] }
  | { readonly ok: false; readonly reason: string };

/** Reads and checks a file of questions. */
export function readQuestionsFile(file: string): QuestionsFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'it cannot be read' };
  }
  const content = fileSchema.safeParse(value);
  if (content.success) return { ok: true, questions: content.data.questions };
  const [issue] = content.error.issues;
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'not a file of questions';
  return { ok: false, reason: field === '' ? message : `${field}: ${message}` };
}

/** The file named by `--questions FILE`; undefined unless that is all there is. */
export function questionsArgument(args: readonly string[]): string | undefined {
  const [flag, file, ...rest] = args;
  return flag === '--questions' && rest.length === 0 ? file : undefined;
}
