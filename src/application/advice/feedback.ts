// The port to what people thought of answers.
import { z } from 'zod';

/** One opinion. Asking words are null where the question came from a private channel. */
export const feedbackSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.int(),
  /** Stands for the answer it is about. */
  answer: z.string().min(1),
  person: z.string().min(1),
  helpful: z.boolean(),
  reason: z.string().nullable(),
  question: z.string().nullable(),
  by: z.enum(['model', 'passages', 'none']),
  passages: z.array(z.string()).readonly(),
  versions: z.object({ knowledge: z.string(), advisor: z.string().nullable() }).readonly(),
});
export type FeedbackEntry = Readonly<z.infer<typeof feedbackSchema>>;

/** The feedback of a workspace, kept 90 days (a setting). */
export type Feedback = {
  /** Keeps an opinion; a person's second one about the same answer replaces the first. */
  keep(team: string, entry: FeedbackEntry): Promise<void>;
  /** Forgets the question's words in every opinion on an answer: its message was deleted. */
  forgetQuestion(team: string, answer: string, now: number): Promise<void>;
  /** Every opinion that is still kept, oldest first. */
  list(team: string, now: number): Promise<readonly FeedbackEntry[]>;
};
