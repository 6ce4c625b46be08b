// What can happen to a decision, as recorded: the truth of design.md §5.
import { z } from 'zod';
import { verdictSchema } from '../verdict/verdict-schema.ts';
import { lifecycleEvents } from './lifecycle-events.ts';
import { lookEvents } from './look-events.ts';
import {
  askedIdSchema,
  momentSchema,
  originSchema,
  personIdSchema,
  pillarNumberSchema,
  placeSchema,
  roundSchema,
  stamp,
  wordRefSchema,
} from './refs.ts';
import { workflowEvents } from './workflow-events.ts';

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
    /** Absent in records older than the life of a decision: those came from nowhere. */
    origin: originSchema.nullable().default(null),
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
    round: roundSchema,
  }),
  /** The pillar's last open question was answered: the next card is due. */
  z.object({ ...stamp, type: z.literal('PillarPassed'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarSkipped'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarUnfolded'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('PillarFolded'), pillar: pillarNumberSchema }),
  z.object({ ...stamp, type: z.literal('NoteAdded'), question: askedIdSchema, note: wordRefSchema }),
  z.object({ ...stamp, type: z.literal('VerdictProposed'), verdict: verdictSchema, round: roundSchema }),
  /** Answers are private until a pillar is revealed. `revealAfter`: milliseconds from a pillar's first answer; null is never. */
  z.object({ ...stamp, type: z.literal('TeamModeChosen'), revealAfter: z.number().int().positive().nullable() }),
  /** The pillar's answers are open to all from now on; `by` is null when everyone had answered or the time had passed. */
  z.object({ ...stamp, type: z.literal('PillarRevealed'), pillar: pillarNumberSchema }),
  /** Somebody finds out an answer until then, and is asked at `remindAt`, a decent hour, if it is still open. */
  z.object({
    ...stamp,
    type: z.literal('FinderNamed'),
    question: askedIdSchema,
    person: personIdSchema,
    until: momentSchema,
    remindAt: momentSchema,
  }),
  z.object({ ...stamp, type: z.literal('FinderReminded'), question: askedIdSchema }),
  /** Whoever was to find it out has no account any more, so nobody was reminded. */
  z.object({ ...stamp, type: z.literal('FinderLeft'), question: askedIdSchema, person: personIdSchema }),
  ...lifecycleEvents,
  ...lookEvents,
  ...workflowEvents,
]);

/** One recorded fact about a decision. */
export type DecisionEvent = z.infer<typeof eventSchema>;
/** The event of one type. */
export type EventOf<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>;
