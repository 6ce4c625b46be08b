// What is known of the steps a decision is about.
import { z } from 'zod';
import { momentSchema, personIdSchema, wordRefSchema } from './refs.ts';
import { stepIdSchema } from './workflow-events.ts';

const count = z.number().int().min(0);

/** Steps as they were at one moment: the text behind `ref`, the ids of its lines in order, and which edition that was. */
export const pastStepsSchema = z.object({ ref: wordRefSchema, steps: z.array(stepIdSchema), edition: count });

/** The steps that stand: their text is behind `ref`. */
export const stepsRecordSchema = z.object({
  ref: wordRefSchema,
  /** The ids of the lines, in order. */
  steps: z.array(stepIdSchema),
  /** How often steps were given or edited, from 1: drawings are made once an edition. */
  edition: count,
  person: personIdSchema,
  at: momentSchema,
  /** The steps of the part that question 5c names; null until somebody has said which. */
  part: z.array(stepIdSchema).nullable(),
  /** How often that was said. */
  partEdition: count,
  /** The changes tried, oldest first. */
  whatIfs: z.array(z.object({ ref: wordRefSchema, edition: count, person: personIdSchema, at: momentSchema })),
});
