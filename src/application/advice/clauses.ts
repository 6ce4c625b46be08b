// Cuts sentences into clauses and finds the one a claim's clause speaks about.
import { contentStems } from './words-of.ts';

/** A clause with the stems of its matter. */
export type Clause = { readonly text: string; readonly stems: ReadonlySet<string> };

/** Below this many shared stems two clauses are not about the same thing. */
const LEAST_SHARED = 2;

const border =
  /\s*[;:]\s+|,\s+(?:and|but|while|whereas|so|which|because|although|or)\s+|,\s+|\s+(?:but|while|whereas|because|although|so that)\s+|(?<=[.!?])\s+/giu;

/** The clauses of a text that have matter. */
export function clausesOf(text: string): readonly Clause[] {
  return text
    .split(border)
    .map((clause) => ({ text: clause, stems: new Set(contentStems(clause)) }))
    .filter(({ stems }) => stems.size > 0);
}

/** How many stems two clauses share. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((stem) => other.has(stem)).length;
}

/**
 * The clause that speaks most of what the claim's clause speaks of, or null where none does. Among equals the one
 * that says least besides wins.
 */
export function closest(clause: Clause, candidates: readonly Clause[]): Clause | null {
  let best: Clause | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const common = shared(clause.stems, candidate.stems);
    if (common < LEAST_SHARED) continue;
    const score = common - candidate.stems.size / 100;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}
