// What the feedback buttons of an answer carry: which answer, and what it was made from.
import { z } from 'zod';
import type { ShownAnswer } from '../application/converse/talk-surface.ts';
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

/** An opinion on an answer. */
export type FeedbackValue = z.infer<typeof feedbackValueSchema>;

/** The text for a feedback button's `value`. */
export function encodeFeedback(helpful: boolean, { id, answer }: ShownAnswer): string {
  const { by, versions } = answer;
  const passages = answer.sources.map(({ passage }) => passage);
  return JSON.stringify({ helpful, answer: id, by, passages, versions } satisfies FeedbackValue);
}

/** Reads it back, or null when it is not ours. */
export function decodeFeedback(text: string | undefined): FeedbackValue | null {
  if (text === undefined || text.length > limits.buttonValue) return null;
  try {
    return feedbackValueSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
