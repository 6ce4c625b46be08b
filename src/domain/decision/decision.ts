// What a decision is after its events: the folded state that rules and cards look at.
import { z } from 'zod';
import type { AskedId, PillarNumber } from '../framework.ts';
import { verdictSchema } from '../verdict/verdict-schema.ts';
import { askedIdSchema, personIdSchema, placeSchema, wordRefSchema } from './events.ts';

/** One recorded answer. `actionTs` is Slack's time of the click: the greater one stands. */
const recordedAnswerSchema = z.object({
  option: z.string(),
  part: wordRefSchema.nullable(),
  person: personIdSchema,
  actionTs: z.string(),
  at: z.number().int(),
  round: z.number().int(),
});
export type RecordedAnswer = z.infer<typeof recordedAnswerSchema>;

const noteSchema = z.object({ note: wordRefSchema, person: personIdSchema, at: z.number().int() });

/** What is known about one question: the answer that stands, the one it replaced, and the notes under it. */
const questionRecordSchema = z.object({
  standing: recordedAnswerSchema.nullable(),
  replaced: recordedAnswerSchema.nullable(),
  notes: z.array(noteSchema),
});
export type QuestionRecord = z.infer<typeof questionRecordSchema>;

const pillarRecordSchema = z.object({
  /** Skipped by a person: what is unanswered in it stays unknown, and the next card comes. */
  skipped: z.boolean(),
  /** Opened again with *Change* after it was complete. */
  unfolded: z.boolean(),
  /** Its questions were all answered or it was skipped, at least once: the next card has been asked for. */
  passed: z.boolean(),
});
export type PillarRecord = z.infer<typeof pillarRecordSchema>;

const recordSchema = z.object({
  decisionId: z.string(),
  title: wordRefSchema,
  framing: wordRefSchema.nullable(),
  owner: personIdSchema,
  startedBy: personIdSchema,
  startedAt: z.number().int(),
  /** When the last event was recorded. */
  touchedAt: z.number().int(),
  invited: z.array(personIdSchema),
  channel: z.string(),
  /** The thread it was started in; null until the root card has opened one. */
  requestedThread: z.string().nullable(),
  place: placeSchema.nullable(),
  framework: z.string(),
  round: z.number().int(),
  questions: z.partialRecord(askedIdSchema, questionRecordSchema),
  pillars: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), pillarRecordSchema),
  verdict: verdictSchema.nullable(),
  /** The verdict before the last change, for "what changed"; null while there was none. */
  previousVerdict: verdictSchema.nullable(),
  /** The answer that moved the decision from `previousVerdict` to `verdict`. */
  lastChange: z
    .object({ question: askedIdSchema, from: z.string().nullable(), to: z.string(), person: personIdSchema })
    .nullable(),
});

/** A decision before its first event, or the state its events have brought it to. */
export const decisionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unstarted') }),
  recordSchema.extend({ status: z.literal('withdrawn') }),
  recordSchema.extend({ status: z.literal('asking') }),
  recordSchema.extend({ status: z.literal('proposed') }),
]);
export type Decision = z.infer<typeof decisionSchema>;
/** A decision that has begun. */
export type StartedDecision = Exclude<Decision, { status: 'unstarted' }>;

/** The state before any event. */
export const unstarted: Decision = { status: 'unstarted' };

/** The pillar's record, empty when nothing has happened to it yet. */
export function pillarRecord(decision: StartedDecision, pillar: PillarNumber): PillarRecord {
  return decision.pillars[`${pillar}`] ?? { skipped: false, unfolded: false, passed: false };
}

/** The question's record, empty when nothing has been said about it yet. */
export function questionRecord(decision: StartedDecision, question: AskedId): QuestionRecord {
  return decision.questions[question] ?? { standing: null, replaced: null, notes: [] };
}
