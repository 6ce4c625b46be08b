// What a decision is after its events: the folded state that rules and cards look at.
import { z } from 'zod';
import type { AskedId, PillarNumber } from '../framework.ts';
import { scheduleSchema } from '../reassessment/schedule.ts';
import { verdictSchema } from '../verdict/verdict-schema.ts';
import {
  type PillarRecord,
  pillarRecordSchema,
  type QuestionRecord,
  questionRecordSchema,
  teamSchema,
} from './answer-records.ts';
import { toolIdSchema } from './lifecycle-events.ts';
import { finishedLookSchema, lookSchema, scopeAskedSchema, togetherSchema } from './look-record.ts';
import {
  askedIdSchema,
  decisionIdSchema,
  momentSchema,
  originSchema,
  personIdSchema,
  placeSchema,
  roundSchema,
  wordRefSchema,
} from './refs.ts';
import { pastStepsSchema, stepsRecordSchema } from './workflow-record.ts';

const finderSchema = z.object({
  person: personIdSchema,
  /** Who named them. */
  by: personIdSchema,
  until: momentSchema,
  remindAt: momentSchema,
  reminded: z.boolean(),
  /** Their account is gone, as their reminder found out: somebody else has to be named. */
  gone: z.boolean().default(false),
});
export type Finder = z.infer<typeof finderSchema>;

/** What was accepted, as it was then: later looks are compared with it. */
const acceptanceSchema = z.object({
  person: personIdSchema,
  at: momentSchema,
  round: roundSchema,
  verdict: verdictSchema,
  choices: z.partialRecord(askedIdSchema, z.string()),
  part: wordRefSchema.nullable(),
  framework: z.string(),
  /** The line against the best case for the losing style; null where it was let stand. */
  rebuttal: wordRefSchema.nullable(),
  /** The steps it was accepted with; null where none were given. */
  workflow: pastStepsSchema.nullable(),
});

const toolAnswerSchema = z.object({ option: toolIdSchema, person: personIdSchema, at: momentSchema });

/** Why nothing can be posted in a channel any more; null while it can. */
export const closedSchema = z.enum(['archived', 'app-removed']).nullable();

/** One changed answer: which question, from which option (null: none) to which, by whom. */
const changeSchema = z.object({
  question: askedIdSchema,
  from: z.string().nullable(),
  to: z.string(),
  person: personIdSchema,
});

const recordSchema = z.object({
  decisionId: z.string(),
  title: wordRefSchema,
  framing: wordRefSchema.nullable(),
  owner: personIdSchema,
  startedBy: personIdSchema,
  startedAt: momentSchema,
  /** When the last event was recorded. */
  touchedAt: momentSchema,
  invited: z.array(personIdSchema),
  channel: z.string(),
  /** The thread it was started in; null until the root card has opened one. */
  requestedThread: z.string().nullable(),
  place: placeSchema.nullable(),
  framework: z.string(),
  round: roundSchema,
  questions: z.partialRecord(askedIdSchema, questionRecordSchema),
  pillars: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), pillarRecordSchema),
  verdict: verdictSchema.nullable(),
  /** The verdict before the last change, for "what changed"; null while there was none. */
  previousVerdict: verdictSchema.nullable(),
  /** The answer that moved the decision from `previousVerdict` to `verdict`. */
  lastChange: changeSchema.nullable(),
  /** The newest answer, whether or not it moved the verdict. */
  newestChange: changeSchema.nullable(),
  /** Null in open mode, the default. */
  team: teamSchema.nullable(),
  finders: z.partialRecord(askedIdSchema, finderSchema),
  /** The best case for the losing style was considered for the verdict that stands. */
  bestCase: z.object({ person: personIdSchema, at: momentSchema, rebuttal: wordRefSchema.nullable() }).nullable(),
  acceptance: acceptanceSchema.nullable(),
  /** The acceptance before that one: what the round that led to it is compared with. */
  formerAcceptance: acceptanceSchema.nullable(),
  /** Why and by whom it was rejected or abandoned, while it is. */
  ended: z.object({ person: personIdSchema, at: momentSchema, reason: wordRefSchema.nullable() }).nullable(),
  origin: originSchema.nullable(),
  successor: decisionIdSchema.nullable(),
  followUps: z.array(decisionIdSchema),
  /** The owner's account is gone and nobody has taken over yet. */
  ownerGone: z.boolean(),
  closed: closedSchema,
  /** People of other organisations are in the channel. */
  shared: z.boolean(),
  schedule: scheduleSchema.nullable(),
  /** Null while no look is planned: before acceptance, after a stop, after the end. */
  look: lookSchema.nullable(),
  lastLook: finishedLookSchema.nullable(),
  /** The highest number a look was given, and how many reminders went out: neither is ever used again. */
  looks: z.number().int().min(0),
  reminders: z.number().int().min(0),
  /** How many reminders had gone out when it was last handed over: those went to somebody else. */
  passedOn: z.number().int().min(0),
  /** Null before the first digest. */
  together: togetherSchema.nullable(),
  /** The digests before that one, the newest first: other decisions in their messages may still be open. */
  earlierDigests: z.array(togetherSchema).default([]),
  /** Looks in a row that found nothing changed. */
  unchangedLooks: z.number().int().min(0),
  /** The closing questions, asked every fourth time and whenever something changed; null while they are not. */
  scopeAsked: scopeAskedSchema.nullable(),
  /** The questions this round asks again and nobody has answered yet in it. */
  asksAgain: z.array(askedIdSchema),
  /** The steps it is about; null until they are given. Absent in folds older than drawings. */
  workflow: stepsRecordSchema.nullable().default(null),
  /** What was answered under *What next*, by question of the table of tools. */
  toolAnswers: z.record(toolIdSchema, toolAnswerSchema).default({}),
});

/** The states of a decision that has begun. */
export const statuses = ['withdrawn', 'asking', 'proposed', 'accepted', 'rejected', 'abandoned', 'superseded'] as const;

const startedSchema = recordSchema.extend({ status: z.enum(statuses) });

/** A decision before its first event, or the state its events have brought it to. */
export const decisionSchema = z.union([z.object({ status: z.literal('unstarted') }), startedSchema]);
export type Decision = z.infer<typeof decisionSchema>;
/** A decision that has begun. */
export type StartedDecision = z.infer<typeof startedSchema>;

/** What was accepted at some time, as it was then. */
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** The state before any event. */
export const unstarted: Decision = { status: 'unstarted' };

/** The pillar's record, empty when nothing has happened to it yet. */
export function pillarRecord(decision: StartedDecision, pillar: PillarNumber): PillarRecord {
  return decision.pillars[`${pillar}`] ?? { skipped: false, unfolded: false, passed: false };
}

/** The question's record, empty when nothing has been said about it yet. */
export function questionRecord(decision: StartedDecision, question: AskedId): QuestionRecord {
  return decision.questions[question] ?? { standing: null, replaced: null, notes: [], given: {} };
}
