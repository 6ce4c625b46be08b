// When time itself brings the next thing to a decision: what the due set holds.
import type { StartedDecision } from './decision.ts';
import { findersWaiting } from './finders.ts';
import { isAsking, isLookedAt } from './phase.ts';
import { revealsAt } from './team.ts';

/** The next moment something is due by itself, or null: a look or its repetition, a reveal, a finder's date. */
export function nextDue(decision: StartedDecision): number | null {
  const moments = [
    lookDue(decision),
    revealDue(decision),
    ...findersWaiting(decision).map(([, finder]) => finder.remindAt),
  ];
  const due = moments.filter((moment) => moment !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** When the look's reminder goes out or is repeated; null when nothing more comes by itself. */
export function lookDue(decision: StartedDecision): number | null {
  return isLookedAt(decision) ? (decision.look?.nextAt ?? null) : null;
}

/** When the open pillar reveals itself. */
export function revealDue(decision: StartedDecision): number | null {
  return isAsking(decision) ? revealsAt(decision) : null;
}
