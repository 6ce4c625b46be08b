// What is known about each question and pillar of a decision.
import { z } from 'zod';
import { askedIdSchema, momentSchema, personIdSchema, pillarNumberSchema, roundSchema, wordRefSchema } from './refs.ts';

/** One recorded answer. `actionTs` is Slack's time of the click: the greater one stands. */
export const recordedAnswerSchema = z.object({
  option: z.string(),
  part: wordRefSchema.nullable(),
  person: personIdSchema,
  actionTs: z.string(),
  at: momentSchema,
  round: roundSchema,
});
export type RecordedAnswer = z.infer<typeof recordedAnswerSchema>;

export const noteSchema = z.object({ note: wordRefSchema, person: personIdSchema, at: momentSchema });
export type NoteRecord = z.infer<typeof noteSchema>;

/** What is known about one question: the answer that stands, the one it replaced, and the notes under it. */
export const questionRecordSchema = z.object({
  /** In team mode what the revealed answers merge to: its person is one of those who gave it. */
  standing: recordedAnswerSchema.nullable(),
  replaced: recordedAnswerSchema.nullable(),
  notes: z.array(noteSchema),
  /** Team mode: each person's revealed answer. Empty in open mode. */
  given: z.record(personIdSchema, recordedAnswerSchema).default({}),
});
export type QuestionRecord = z.infer<typeof questionRecordSchema>;

export const pillarRecordSchema = z.object({
  /** Skipped by a person: what is unanswered in it stays unknown, and the next card comes. */
  skipped: z.boolean(),
  /** Opened again with *Change* after it was complete. */
  unfolded: z.boolean(),
  /** Its questions were all answered, revealed or skipped, at least once: the next card has been asked for. */
  passed: z.boolean(),
});
export type PillarRecord = z.infer<typeof pillarRecordSchema>;

/**
 * Team mode. `sealed` holds the answers nobody but their authors may see, by question and person, and `sealedNotes` what
 * they wrote under them: only team.ts and the fold look into these, so that no projection can show them (design.md §2, Team).
 */
export const teamSchema = z.object({
  /** Milliseconds from a pillar's first answer until it is revealed by itself; null is never. */
  revealAfter: z.number().int().positive().nullable(),
  revealed: z.array(pillarNumberSchema),
  /** When each pillar got its first answer. */
  firstAt: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), momentSchema),
  sealed: z.partialRecord(askedIdSchema, z.record(personIdSchema, recordedAnswerSchema)),
  sealedNotes: z.partialRecord(askedIdSchema, z.array(noteSchema)),
});
