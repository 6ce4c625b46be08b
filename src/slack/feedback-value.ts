// What the feedback buttons of an answer carry: which answer, and what it was made from.
import { z } from 'zod';
import type { Answer } from '../application/advice/answer.ts';
import { limits } from './limits.ts';

const feedbackValueSchema = z
  .strictObject({
    helpful: z.boolean(),
    /** The message that was answered. */
    answer: z.string().min(1),
    by: z.enum(['model', 'passages', 'none']),
    passages: z.array(z.string()).readonly(),
    versions: z.strictObject({ knowledge: z.string(), advisor: z.string().nullable() }).readonly(),
  })
  .readonly();

const opinionSchema = z.object({
  given: feedbackValueSchema,
  thread: z.object({ channel: z.string().min(1), threadTs: z.string().min(1) }).readonly(),
});

/** Passages named: their ids are about forty characters, and a button carries two thousand. */
const PASSAGES = 20;

/** An opinion on an answer, as a button carries it. */
export type FeedbackValue = z.infer<typeof feedbackValueSchema>;
/** The same and the thread it was given in, as the modal for a reason carries it. */
export type Opinion = Readonly<z.infer<typeof opinionSchema>>;

/** The text for a feedback button's `value`; `id` is the message that was answered. */
export function encodeFeedback(
  helpful: boolean,
  id: string,
  { by, versions, sources }: Pick<Answer, 'by' | 'versions' | 'sources'>,
): string {
  const passages = sources.map(({ passage }) => passage).slice(0, PASSAGES);
  return JSON.stringify({ helpful, answer: id, by, passages, versions } satisfies FeedbackValue);
}

/** Reads it back, or null when it is not ours. */
export function decodeFeedback(text: string | undefined): FeedbackValue | null {
  if (text === undefined || text.length > limits.buttonValue) return null;
  return feedbackValueSchema.safeParse(jsonOf(text)).data ?? null;
}

/** Reads what the modal carries, or null when it is not ours. */
export function decodeOpinion(text: string): Opinion | null {
  return opinionSchema.safeParse(jsonOf(text)).data ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
