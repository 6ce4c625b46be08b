// The claims of docs/claims-read.md, each with what it was held against.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimContext } from '../../../src/application/advice/check-claim.ts';
import { redact } from '../../../src/application/advice/redact.ts';
import type { VerdictFacts } from '../../../src/application/advisor.ts';
import type { Passage } from '../../../src/application/library.ts';
import { loadPassages } from '../../../src/knowledge/load-passages.ts';

/** The real passages by id. */
export const passages: ReadonlyMap<string, Passage> = new Map(
  loadPassages().passages.map((passage) => [passage.id, passage]),
);

/** A real passage; a test that names one that is gone fails. */
export function realPassage(id: string): Passage {
  const passage = passages.get(id);
  if (passage === undefined) throw new Error(`there is no passage ${id}`);
  return passage;
}

const claimSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['honest', 'hostile']),
  trick: z.string().nullable(),
  text: z.string(),
  citations: z.array(z.strictObject({ passage: z.string(), quote: z.string() })),
  question: z.string(),
  verdict: z.enum(['orchestration', 'choreography', 'hybrid', 'open']).nullable(),
  part: z.string().nullable(),
  team: z.array(z.string()),
});
export type FixtureClaim = z.infer<typeof claimSchema>;

/** Every claim that was read by hand. */
export const fixtureClaims: readonly FixtureClaim[] = z
  .strictObject({ claims: z.array(claimSchema) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'claims.json'), 'utf8'))).claims;

/** A verdict of a style, as far as the advisor may know it. */
export function verdictFacts(style: VerdictFacts['style'], part: string | null = null): VerdictFacts {
  return {
    style,
    band: 'leaning',
    score: style === 'choreography' ? -3 : 3,
    votes: [1, 0, 2, 0, 0],
    confidence: 'medium',
    warnings: [],
    unanswered: [],
    mostly: null,
    part: part === null ? null : redact(part),
  };
}

/** What a fixture claim is held against: all real passages were supplied. */
export function contextOf({
  question,
  team,
  verdict,
  part,
}: Pick<FixtureClaim, 'question' | 'team' | 'verdict' | 'part'>): ClaimContext {
  return {
    passages,
    question,
    team,
    notes: part === null ? [] : [part],
    part,
    verdict: verdict === null ? null : verdictFacts(verdict, part),
  };
}
