// What events and commands refer to: people, written words, questions, places.
import { z } from 'zod';
import { askedIds, pillarNumbers } from '../framework.ts';

/** A person, by the id their workspace gave them. Opaque here. */
export const personIdSchema = z.string().min(1).max(64);
export type PersonId = z.infer<typeof personIdSchema>;

/**
 * Points at words a person wrote (title, note, part name). The words themselves are stored apart from the events
 * so that they can be erased without breaking the fold (design.md §5).
 */
export const wordRefSchema = z.string().min(1).max(64);
export type WordRef = z.infer<typeof wordRefSchema>;

/** A decision's id within its workspace. */
export const decisionIdSchema = z.string().min(1).max(64);

/** A pillar's number, 1 to 5, in the order they are asked. */
export const pillarNumberSchema = z.literal([...pillarNumbers]);

/** Anything that can be answered: the fifteen questions and the consistency question. */
export const askedIdSchema = z.enum(askedIds);

/** Where a decision lives: a channel and the message its thread hangs on. `threadTs` is that message's `ts`. */
export const placeSchema = z.object({ channel: z.string().min(1), threadTs: z.string().min(1) }).readonly();
export type Place = z.infer<typeof placeSchema>;

/** A moment, milliseconds since 1970. */
export const momentSchema = z.number().int();

/** A round, counted from 1. */
export const roundSchema = z.number().int().min(1);

/** Every event says when it was recorded and who caused it; `by` is null for Downbeat itself. */
export const stamp = { at: momentSchema, by: personIdSchema.nullable() };

/**
 * The decision this one began from: it takes the other's place once accepted (`supersedes`), or takes up a part that a
 * reassessment found could be a workflow of its own (`follows`).
 */
export const originSchema = z.object({ kind: z.enum(['supersedes', 'follows']), decisionId: decisionIdSchema });
export type Origin = z.infer<typeof originSchema>;
