// The forms a model's answer must have.
import { z } from 'zod';

const rawCitationSchema = z.object({
  passage: z.string().describe('id of a supplied passage'),
  quote: z.string().describe('at least four words copied exactly from that passage'),
});

/** One claim. */
export const rawClaimSchema = z.object({
  text: z.string().describe('one or two plain sentences, 300 characters at most'),
  citations: z.array(rawCitationSchema),
});

const rawProposalSchema = z.object({ question: z.string(), option: z.string(), words: z.string() });

/** The whole answers, as the schema sent along with the question. */
export const answerForms = {
  claims: z.object({ claims: z.array(rawClaimSchema) }),
  proposal: z.object({ proposal: rawProposalSchema.nullable() }),
  steps: z.object({ lines: z.array(z.string()).describe('one step each, in order') }),
} as const;
