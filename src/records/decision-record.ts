// The JSON record of a decision: what it says, and its published schema (docs/schemas/decision-record.schema.json).
import { z } from 'zod';
import { statuses } from '../domain/decision/decision.ts';
import { eventSchema } from '../domain/decision/events.ts';
import {
  askedIdSchema,
  momentSchema,
  originSchema,
  personIdSchema,
  placeSchema,
  wordRefSchema,
} from '../domain/decision/refs.ts';
import { frameworkSchema } from '../domain/framework.ts';
import { watchItemSchema } from '../domain/reassessment/watch-items.ts';
import { verdictSchema } from '../domain/verdict/verdict-schema.ts';
import { workflowSchema } from '../domain/workflow/workflow-json.ts';
import { whatNextSchema } from './what-next.ts';

/** Raised when a reader of the old form could not read the new one. */
export const RECORD_FORMAT = 1;

const answerSchema = z.object({
  option: z.string(),
  /** The part named under 5c; null where none was, or where its words were erased. */
  part: z.string().nullable(),
  person: personIdSchema,
  at: momentSchema,
  round: z.number().int().min(1),
});

const askedSchema = z.object({
  question: askedIdSchema,
  /** What stands; null is not answered. */
  standing: answerSchema.nullable(),
  /** In a team, each person's own answer where it differs from what stands. */
  dissent: z.array(answerSchema),
  notes: z.array(z.object({ note: z.string(), person: personIdSchema, at: momentSchema })),
});

/**
 * A decision, complete: what stands, and every event it was folded from. `framework` is embedded, so that the verdict
 * can be recomputed wherever the file ends up.
 */
export const decisionRecordSchema = z
  .object({
    format: z.literal(RECORD_FORMAT),
    exportedAt: momentSchema,
    decisionId: z.string(),
    title: z.string(),
    framing: z.string().nullable(),
    status: z.enum(statuses),
    round: z.number().int().min(1),
    owner: personIdSchema,
    participants: z.array(personIdSchema),
    /** What the people in it were called when it was exported; whoever could not be named is absent. */
    people: z.record(personIdSchema, z.string()).default({}),
    place: placeSchema.nullable(),
    origin: originSchema.nullable(),
    successor: z.string().nullable(),
    followUps: z.array(z.string()),
    verdict: verdictSchema.nullable(),
    /** The style, the choices and the framework that were accepted last; null before. */
    accepted: z
      .object({
        person: personIdSchema,
        at: momentSchema,
        round: z.number().int(),
        style: z.string(),
        rebuttal: z.string().nullable(),
      })
      .nullable(),
    /** Who rejected or abandoned it and why, while it is; absent in records older than this field. */
    ended: z
      .object({ person: personIdSchema, at: momentSchema, reason: z.string().nullable() })
      .nullable()
      .default(null),
    answers: z.array(askedSchema),
    watched: z.array(watchItemSchema),
    /** When the next look is or was due; null when none is planned. */
    lookDueAt: momentSchema.nullable(),
    /** What was answered under *What next*; absent in records older than this field. */
    whatNext: whatNextSchema.nullable().default(null),
    /** The steps that stand, in their published form; absent in records older than this field, null without steps. */
    workflow: workflowSchema.nullable().default(null),
    framework: frameworkSchema,
    /** Where the texts that explain the verdict come from. */
    sources: z.array(z.object({ title: z.string(), url: z.string() })),
    /** Every event, in order. Words people wrote are references into `words`. */
    events: z.array(eventSchema),
    /** The words behind the references; erased ones are absent. */
    words: z.record(wordRefSchema, z.string()),
  })
  .meta({ title: 'Decision record of Downbeat' });

/** The JSON record of a decision. */
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/** The schema as published, in JSON Schema's own words. */
export function publishedSchema(): unknown {
  return z.toJSONSchema(decisionRecordSchema, { io: 'input', unrepresentable: 'any' });
}
