// What lists show of a decision, projected with every append.
import { z } from 'zod';
import { styleSchema } from '../verdict/verdict-schema.ts';
import type { StartedDecision } from './decision.ts';
import { personIdSchema, placeSchema, wordRefSchema } from './events.ts';

export const summarySchema = z.object({
  decisionId: z.string(),
  title: wordRefSchema,
  status: z.enum(['withdrawn', 'asking', 'proposed']),
  owner: personIdSchema,
  channel: z.string(),
  place: placeSchema.nullable(),
  style: styleSchema.nullable(),
  answered: z.number().int(),
  startedAt: z.number().int(),
  touchedAt: z.number().int(),
});
/** A decision in one line. */
export type Summary = z.infer<typeof summarySchema>;

/** The line lists show for a decision. Counts only what everybody may see. */
export function summarise(decision: StartedDecision): Summary {
  return {
    decisionId: decision.decisionId,
    title: decision.title,
    status: decision.status,
    owner: decision.owner,
    channel: decision.channel,
    place: decision.place,
    style: decision.verdict?.style ?? null,
    answered: Object.values(decision.questions).filter((record) => record.standing !== null).length,
    startedAt: decision.startedAt,
    touchedAt: decision.touchedAt,
  };
}
