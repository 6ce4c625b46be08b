// Readers for the forms of a model's answer.
import type { z } from 'zod';
import type { RawClaim } from '../application/advisor.ts';
import { rawClaimSchema } from './answer-forms.ts';
import { createArrayReader } from './array-reader.ts';
import { MOST_CHARACTERS_READ, MOST_CLAIMS_READ } from './limits.ts';
import type { Reader } from './read-answer.ts';

/** Reads claims, each handed over as soon as it is complete. */
export type ClaimsReader = Reader & {
  /** Claims that were not of the agreed form. */
  misshapen(): number;
};

/** A reader of claims. */
export function createClaimsReader(onClaim: (claim: RawClaim) => void): ClaimsReader {
  const array = createArrayReader('claims');
  let characters = 0;
  let claims = 0;
  let misshapen = 0;
  return {
    take(text) {
      characters += text.length;
      for (const value of array.push(text)) {
        const claim = rawClaimSchema.safeParse(value);
        if (claim.success) onClaim(claim.data);
        else misshapen += 1;
        claims += 1;
        if (claims === MOST_CLAIMS_READ) return 'enough';
      }
      if (array.state === 'malformed') return 'malformed';
      if (characters <= MOST_CHARACTERS_READ) return 'more';
      return array.state === 'complete' ? 'enough' : 'malformed';
    },
    isWhole: () => array.state === 'complete',
    misshapen: () => misshapen,
  };
}

/** Reads an answer that is of use only as a whole: `value` is null until it is. */
export type WholeReader<Answer> = Reader & { value(): Answer | null };

/** A reader of such an answer. */
export function createWholeReader<Answer>(form: z.ZodType<Answer>): WholeReader<Answer> {
  let text = '';
  let parsed: Answer | null = null;
  return {
    take(piece) {
      text += piece;
      return text.length > MOST_CHARACTERS_READ ? 'malformed' : 'more';
    },
    isWhole() {
      try {
        parsed = form.parse(JSON.parse(text));
        return true;
      } catch {
        return false;
      }
    },
    value: () => parsed,
  };
}
