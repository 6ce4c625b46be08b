// What can happen when Downbeat comes back to an accepted decision: looks, reminders, rounds.
import { z } from 'zod';
import { scheduleSchema } from '../reassessment/schedule.ts';
import { scopeAnswerSchema } from '../reassessment/scope.ts';
import { itemAnswers, watchItemSchema } from '../reassessment/watch-items.ts';
import { askedIdSchema, decisionIdSchema, momentSchema, personIdSchema, roundSchema, stamp } from './refs.ts';

/** A look, counted from 1: the first is due after acceptance. */
export const occurrenceSchema = z.number().int().min(1);
const occurrence = occurrenceSchema;
/** Reminders of a decision are counted through all its looks: each has a card of its own. */
const reminderNumber = z.number().int().min(1);

/** Whom a reminder goes to: the owner alone, the decision's thread, or its channel. */
export const audiences = ['owner', 'thread', 'channel'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Several looks of one owner are told in one message: the card of the lead's reminder shows them all, the others' show
 * nothing of their own. All of them are recorded in one write.
 */
export const digestSchema = z.object({
  lead: decisionIdSchema,
  members: z.array(decisionIdSchema).min(2),
  /** Whose looks they are, and the number of the lead's reminder; null in records older than this. */
  owner: personIdSchema.nullable().default(null),
  reminder: reminderNumber.nullable().default(null),
});
export type Digest = z.infer<typeof digestSchema>;

/** How a look ended. `partly`: something was not re-checked, and nothing is known to have changed. */
export const lookOutcomes = ['unchanged', 'partly', 'changed'] as const;

export const lookEvents = [
  z.object({ ...stamp, type: z.literal('ScheduleSet'), schedule: scheduleSchema }),
  z.object({ ...stamp, type: z.literal('LookScheduled'), occurrence, dueAt: momentSchema }),
  /** A reminder that is late waits for the next decent hour. */
  z.object({ ...stamp, type: z.literal('ReminderHeldBack'), occurrence, until: momentSchema }),
  /**
   * The owner put this look off, or handed the decision over while its reminder was out: it comes back then, to whoever
   * owns it, and the ones after it stay where they are.
   */
  z.object({ ...stamp, type: z.literal('LookPostponed'), occurrence, until: momentSchema }),
  /** The look is due and its reminder owed: recorded once an occurrence, and once more for every time it was put off. */
  z.object({
    ...stamp,
    type: z.literal('ReminderDue'),
    occurrence,
    reminder: reminderNumber,
    audience: z.enum(audiences),
    items: z.array(watchItemSchema),
    asksScope: z.boolean(),
    digest: digestSchema.nullable(),
    repeatAt: momentSchema,
  }),
  /** Nobody answered for another week. `repeatAt` is null once it goes quiet. */
  z.object({
    ...stamp,
    type: z.literal('ReminderRepeated'),
    occurrence,
    reminder: reminderNumber,
    week: z.number().int().min(1).max(4),
    audience: z.enum(audiences),
    digest: digestSchema.nullable().default(null),
    repeatAt: momentSchema.nullable(),
  }),
  z.object({
    ...stamp,
    type: z.literal('WatchItemAnswered'),
    occurrence,
    item: z.string(),
    answer: z.enum(itemAnswers),
  }),
  z.object({ ...stamp, type: z.literal('ScopeAnswered'), occurrence, scope: scopeAnswerSchema }),
  /** The look is over. What nobody looked at is named: it was not re-checked, which is not "unchanged". */
  z.object({
    ...stamp,
    type: z.literal('LookFinished'),
    occurrence,
    outcome: z.enum(lookOutcomes),
    notRechecked: z.array(z.string()),
  }),
  /**
   * Something changed: these questions are asked again, the old answers stay until new ones come. None are where a new
   * version of the framework alone turned the result.
   */
  z.object({
    ...stamp,
    type: z.literal('RoundOpened'),
    round: roundSchema,
    questions: z.array(askedIdSchema),
    asksScope: z.boolean(),
  }),
  z.object({ ...stamp, type: z.literal('LooksStopped') }),
] as const;
