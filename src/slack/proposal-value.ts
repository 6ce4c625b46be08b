// What the button under a proposed answer carries.
import { z } from 'zod';
import { questionIds } from '../domain/framework.ts';
import { limits } from './limits.ts';
import { clipPlain, manyLines } from './text.ts';

/**
 * The person's words travel with the button; longer ones are cut, since a note is a remark. JSON doubles some signs at
 * most, once control characters are gone, so they leave room for the rest of what the button carries.
 */
const WORDS_LENGTH = 600;

const proposalValueSchema = z
  .strictObject({
    decision: z.string().min(1),
    question: z.enum(questionIds),
    option: z.string().min(1),
    /** The reason in the person's own words, or null for an answer nobody gave a reason for. */
    words: z.string().nullable(),
  })
  .readonly();

/** A proposed answer. */
export type ProposalValue = z.infer<typeof proposalValueSchema>;

/** The text for the button's `value`. */
export function encodeProposal(value: ProposalValue): string {
  const words = value.words === null ? null : clipPlain(manyLines(value.words), WORDS_LENGTH);
  return JSON.stringify({ ...value, words });
}

/** Reads it back, or null when it is not ours. */
export function decodeProposal(text: string | undefined): ProposalValue | null {
  if (text === undefined || text.length > limits.buttonValue) return null;
  try {
    return proposalValueSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
