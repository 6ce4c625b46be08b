// What can happen to a decision, as recorded: the truth of design.md §5.
import { z } from 'zod';
import { consistencyQuestionId, pillarNumbers, questionIds } from '../framework.ts';
import { verdictSchema } from '../verdict/verdict-schema.ts';

/** A person, by the id their workspace gave them. Opaque here. */
export const personIdSchema = z.string().min(1).max(64);
export type PersonId = z.infer<typeof personIdSchema>;

/**
 * Points at words a person wrote (title, note, part name). The words themselves are stored apart from the events
 * so that they can be erased without breaking the fold (design.md §5).
 */
export const wordRefSchema = z.string().min(1).max(64);
export type WordRef = z.infer<typeof wordRefSchema>;

/** A pillar's number, 1 to 5, in the order they are asked. */
export const pillarNumberSchema = z.literal([...pillarNumbers]);

/** Anything that can be answered: the fifteen questions and the consistency question. */
export const askedIdSchema = z.enum([...questionIds, consistencyQuestionId]);

/** Where a decision lives: a channel and the message its thread hangs on. `threadTs` is that message's `ts`. */
export const placeSchema = z.object({ channel: z.string().min(1), threadTs: z.string().min(1) }).readonly();
export type Place = z.infer<typeof placeSchema>;

/** Every event says when it was recorded (milliseconds since 1970) and who caused it; `by` is null for Downbeat itself. */
const stamp = { at: z.number().int(), by: personIdSchema.nullable() };
const round = z.number().int().min(1);

export const eventSchema = z.discriminatedUnion('type', [
  z.object({
    ...stamp,
    type: z.literal('DecisionStarted'),
    decisionId: z.string(),
    title: wordRefSchema,
    framing: wordRefSchema.nullable(),
    owner: personIdSchema,
    invited: z.array(personIdSchema),
    channel: z.string(),
    /** The thread it was started in, or null when the root card opens a thread of its own. */
    threadTs: z.string().nullable(),
    /** The framework's version (design.md §3, Versions). */
    framework: z.string(),
  }),
  z.object({ ...stamp, type: z.literal('ThreadOpened'), place: placeSchema }),
  /** The place took no root card; the decision never came to be. */
  z.object({ ...stamp, type: z.literal('StartWithdrawn'), problem: z.string() }),
  z.object({
    ...stamp,
    type: z.literal('QuestionAnswered'),
    question: askedIdSchema,
    option: z.string(),
    /** The part's name, for 5c `part`. */
    part: wordRefSchema.nullable(),
    /** When the person clicked, by Slack's clock; the greater one stands (design.md §2). */
    actionTs: z.string(),
    round,
  }),
  /** The pillar's last open question was answered: the next card is due. */
  z.object({ ...stamp, type: z.literal('PillarPassed'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarSkipped'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarUnfolded'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarFolded'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('NoteAdded'), question: askedIdSchema, note: wordRefSchema }),
  z.object({ ...stamp, type: z.literal('VerdictProposed'), verdict: verdictSchema, round }),
]);

/** One recorded fact about a decision. */
export type DecisionEvent = z.infer<typeof eventSchema>;
/** The event of one type. */
export type EventOf<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>;
