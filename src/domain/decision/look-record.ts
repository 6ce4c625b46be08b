// What is known about the looks at an accepted decision.
import { z } from 'zod';
import { scopeAnswersSchema } from '../reassessment/scope.ts';
import { itemAnswers, watchItemSchema } from '../reassessment/watch-items.ts';
import { audiences, digestSchema, lookOutcomes, occurrenceSchema } from './look-events.ts';
import { momentSchema, personIdSchema } from './refs.ts';

/** The look that is due or will be. */
export const lookSchema = z.object({
  occurrence: occurrenceSchema,
  /** When its reminder goes out. */
  dueAt: momentSchema,
  /** When its reminder went out; null while it is only scheduled. */
  since: momentSchema.nullable(),
  /** Weeks nobody has answered, 0 to 4. After 4 it is quiet. */
  weeks: z.number().int().min(0).max(4),
  /** When time brings the next thing: the reminder, or its repetition; null when nothing more comes by itself. */
  nextAt: momentSchema.nullable(),
  items: z.array(watchItemSchema),
  answers: z.record(z.string(), z.enum(itemAnswers)),
  /** The newest reminder of this look, and whom it went to; null before the first. */
  reminder: z.object({ number: z.number().int().min(1), audience: z.enum(audiences) }).nullable(),
});
export type Look = z.infer<typeof lookSchema>;

/** A look that is over. */
export const finishedLookSchema = z.object({
  occurrence: occurrenceSchema,
  outcome: z.enum(lookOutcomes),
  notRechecked: z.array(z.string()),
  at: momentSchema,
  person: personIdSchema.nullable(),
  /** The reminder that asked for it; null in records older than this. */
  reminder: z.number().int().min(1).nullable().default(null),
});

/** The newest digest the decision is in, and which of its own reminders that stands for. */
export const togetherSchema = z.object({ reminder: z.number().int().min(1), digest: digestSchema });
export type Together = z.infer<typeof togetherSchema>;

/** The closing questions of a look or round: answered, or still asked with nulls. */
export const scopeAskedSchema = z.object({ occurrence: occurrenceSchema, answers: scopeAnswersSchema });
