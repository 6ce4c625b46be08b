// Checks a verdict read back from where it was recorded.
import { z } from 'zod';
import { pillarNumbers, questionIds } from '../framework.ts';
import { patternNames, ruleIds, styles, type Verdict, warningIds } from './verdict.ts';

export const styleSchema = z.enum(styles);
const questionSchema = z.enum(questionIds);
const pillarSchema = z.literal([...pillarNumbers]);
const vote = z.int().min(-2).max(2);
const reasonSchema = z.object({
  kind: z.enum(['part', 'bystanders', 'pillar']),
  pillar: pillarSchema,
  vote,
  questions: z.array(questionSchema),
});
const patternSchema = z.object({
  main: z.enum(patternNames),
  first: z.enum(patternNames).nullable(),
  around: z.enum(patternNames).nullable(),
});

/** The verdict as stored with the event that proposes it (design.md §3, Versions). */
export const verdictSchema: z.ZodType<Verdict> = z.object({
  style: styleSchema,
  band: z.enum(['strong', 'leaning', 'none']),
  score: z.int().min(-10).max(10),
  votes: z.tuple([vote, vote, vote, vote, vote]),
  part: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  flips: z.array(
    z.object({ changes: z.array(z.object({ question: questionSchema, to: z.string() })), style: styleSchema }),
  ),
  flipQuestions: z.array(questionSchema),
  warnings: z.array(z.enum(warningIds)),
  ownerFirst: z.boolean(),
  unanswered: z.array(questionSchema),
  next: questionSchema.nullable(),
  pattern: patternSchema.nullable(),
  contested: z.array(questionSchema),
  framework: z.string(),
  silentPillars: z.array(pillarSchema),
  tooLittle: z.boolean(),
  rules: z.array(z.enum(ruleIds)),
  robust: z.enum(['yes', 'no', 'not-enumerated', 'nothing-unknown']),
  reasons: z.array(reasonSchema),
  against: z.array(reasonSchema),
  synchronous: z.boolean(),
  mostly: z.enum(['orchestration', 'choreography']).nullable(),
  answered: z.int(),
  asked: z.int(),
  askConsistency: z.boolean(),
});
