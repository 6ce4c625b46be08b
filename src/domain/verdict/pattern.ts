// The saga pattern a verdict reads as (scoring.md §6).
import type { Sheet } from '../answers.ts';
import type { Pattern, PatternName, Style, Votes } from './verdict.ts';

type Communication = 'synchronous' | 'asynchronous';
type Coordination = 'orchestrated' | 'choreographed';
/** Whether others may see half-finished state; `atomic` means that they may not. */
type Consistency = 'eventual' | 'atomic';

const names = {
  synchronous: {
    orchestrated: { eventual: 'Fairy Tale', atomic: 'Epic' },
    choreographed: { eventual: 'Time Travel', atomic: 'Phone Tag' },
  },
  asynchronous: {
    orchestrated: { eventual: 'Parallel', atomic: 'Fantasy Fiction' },
    choreographed: { eventual: 'Anthology', atomic: 'Horror Story' },
  },
} as const satisfies Record<Communication, Record<Coordination, Record<Consistency, PatternName>>>;

/** Whether to ask the consistency question: something has to be undone, and a lost instance is an incident. */
export function asksConsistency(sheet: Sheet, votes: Votes): boolean {
  return votes[2] >= 1 && sheet['1b'] === 'never';
}

/** The pattern of a style; null while the style is open. */
export function patternFor(style: Style, sheet: Sheet, consistency: Consistency): Pattern | null {
  if (style === 'open') return null;
  const coordination = style === 'choreography' ? 'choreographed' : 'orchestrated';
  const communication = sheet['1a'] === 'sync_all' ? 'synchronous' : 'asynchronous';
  return {
    main: names[communication][coordination][consistency],
    first: sheet['1a'] === 'sync_part' ? names.synchronous[coordination][consistency] : null,
    // Those who just react hear published outcomes: never synchronous, and never half-finished state.
    around: style === 'hybrid' ? names.asynchronous.choreographed.eventual : null,
  };
}

/** The pattern in a few words, such as "Parallel inside, Anthology outside". */
export function describePattern({ main, first, around }: Pattern): string {
  const opening = first === null ? '' : `${first} for the first part, `;
  if (around !== null) return `${opening}${main} inside, ${around} outside`;
  return first === null ? main : `${opening}${main} afterwards`;
}
