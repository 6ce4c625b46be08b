// What lists show of a decision, projected with every append.
import { z } from 'zod';
import { styleSchema } from '../verdict/verdict-schema.ts';
import { closedSchema, type StartedDecision, statuses } from './decision.ts';
import { nextDue } from './next-due.ts';
import { personIdSchema, placeSchema, wordRefSchema } from './refs.ts';
import { waitSchema, waitsOf } from './waits.ts';

export const summarySchema = z.object({
  decisionId: z.string(),
  title: wordRefSchema,
  status: z.enum(statuses),
  owner: personIdSchema,
  channel: z.string(),
  place: placeSchema.nullable(),
  style: styleSchema.nullable(),
  answered: z.number().int(),
  startedAt: z.number().int(),
  touchedAt: z.number().int(),
  /** When time brings the next thing: what the due set holds. Absent in lines older than the life of a decision. */
  dueAt: z.number().int().nullable().default(null),
  /** When the next look is due, or was and still waits; null without one. */
  lookAt: z.number().int().nullable().default(null),
  /** Its reminder is out and nobody has answered. */
  lookWaits: z.boolean().default(false),
  /** What has become of its channel. Absent in lines older than this. */
  closed: closedSchema.default(null),
  shared: z.boolean().default(false),
  /** What waits for whom, besides a look. Absent in lines older than this. */
  waits: z.array(waitSchema).default([]),
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
    dueAt: nextDue(decision),
    lookAt: decision.look?.dueAt ?? null,
    lookWaits: decision.look !== null && decision.look.since !== null,
    closed: decision.closed,
    shared: decision.shared,
    waits: [...waitsOf(decision)],
  };
}
