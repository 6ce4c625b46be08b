// What can happen to a decision once there is a recommendation, and to the place and the person it belongs to.
import { z } from 'zod';
import { decisionIdSchema, personIdSchema, roundSchema, stamp, wordRefSchema } from './refs.ts';

/** What became of the channel a decision lives in. */
export const placeChanges = ['archived', 'unarchived', 'app-removed', 'app-returned', 'shared', 'unshared'] as const;
export type PlaceChange = (typeof placeChanges)[number];

/** An id in the table of tools (knowledge/tools.yaml). The table is edited over time, so any id may stand in a record. */
export const toolIdSchema = z.string().min(1).max(64);

export const lifecycleEvents = [
  /** The owner has read the best case for the losing style, and answered it in a line or let it stand. */
  z.object({
    ...stamp,
    type: z.literal('BestCaseConsidered'),
    round: roundSchema,
    rebuttal: wordRefSchema.nullable(),
  }),
  z.object({ ...stamp, type: z.literal('DecisionAccepted'), round: roundSchema }),
  z.object({ ...stamp, type: z.literal('DecisionRejected'), reason: wordRefSchema.nullable() }),
  z.object({ ...stamp, type: z.literal('DecisionAbandoned'), reason: wordRefSchema.nullable() }),
  z.object({ ...stamp, type: z.literal('DecisionReopened') }),
  z.object({ ...stamp, type: z.literal('HandedOver'), to: personIdSchema }),
  /** Another decision took this one's place; recorded in one write with that one's acceptance. */
  z.object({ ...stamp, type: z.literal('DecisionSuperseded'), successor: decisionIdSchema }),
  z.object({ ...stamp, type: z.literal('FollowUpLinked'), decisionId: decisionIdSchema }),
  /** The owner's account was deactivated: somebody has to take the decision over. */
  z.object({ ...stamp, type: z.literal('OwnerLeft'), person: personIdSchema }),
  z.object({ ...stamp, type: z.literal('PlaceChanged'), change: z.enum(placeChanges) }),
  /** A question of *What next* was answered: ids of the table of tools in force then, or `unknown`. */
  z.object({
    ...stamp,
    type: z.literal('ToolQuestionAnswered'),
    question: toolIdSchema,
    option: toolIdSchema,
  }),
  /** The answers count under another version of the framework from now on. */
  z.object({ ...stamp, type: z.literal('FrameworkAdopted'), from: z.string(), to: z.string() }),
] as const;
