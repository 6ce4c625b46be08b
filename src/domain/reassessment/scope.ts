// The framework's closing questions: has the scope moved, and can a part become a workflow of its own?
import { z } from 'zod';

/** Asked every so many looks, and whenever something changed (issue 5). */
export const SCOPE_EVERY = 4;

export const scopeAnswerSchema = z.discriminatedUnion('question', [
  z.object({ question: z.literal('scope'), answer: z.enum(['same', 'grown', 'shrunk']) }),
  z.object({ question: z.literal('isolation'), answer: z.enum(['no', 'yes']) }),
]);
/** An answer to one of the two. */
export type ScopeAnswer = z.infer<typeof scopeAnswerSchema>;

/** The scope questions a person has answered in a look; null where they have not. */
export const scopeAnswersSchema = z.object({
  scope: z.enum(['same', 'grown', 'shrunk']).nullable(),
  isolation: z.enum(['no', 'yes']).nullable(),
});

/** Whether the look of this number asks the scope questions by itself. */
export function asksScope(occurrence: number): boolean {
  return occurrence % SCOPE_EVERY === 0;
}
