// Where in its life a decision is.
import type { StartedDecision } from './decision.ts';

/** Whether answers are still being gathered. */
export function isAsking({ status }: StartedDecision): boolean {
  return status === 'asking' || status === 'proposed';
}

/** Whether it still concerns anybody: it is asked about, or accepted, and nobody has ended it. */
export function isLive(decision: StartedDecision): boolean {
  return isAsking(decision) || decision.status === 'accepted';
}

/** Whether looks go on: once it is accepted, also while a new round is on. */
export function isLookedAt({ status, acceptance }: StartedDecision): boolean {
  return status === 'accepted' || (status === 'proposed' && acceptance !== null);
}
