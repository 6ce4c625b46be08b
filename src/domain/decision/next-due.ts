// When time itself brings the next thing to a decision: what the due set holds.
import { type AskedId, unknownOption } from '../framework.ts';
import { type Finder, questionRecord, type StartedDecision } from './decision.ts';
import { isSealed, revealsAt } from './team.ts';

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

/** Whether looks go on in this state: once accepted, also while a new round is on. */
export function isLookedAt(decision: StartedDecision): boolean {
  return decision.status === 'accepted' || (decision.status === 'proposed' && decision.acceptance !== null);
}

/** When the open pillar reveals itself. */
export function revealDue(decision: StartedDecision): number | null {
  return isAsking(decision) ? revealsAt(decision) : null;
}

/** Whether answers are still being gathered. */
export function isAsking(decision: StartedDecision): boolean {
  return decision.status === 'asking' || decision.status === 'proposed';
}

/** Those who have yet to be reminded of an answer they promised, and that nobody has given since. */
export function findersWaiting(decision: StartedDecision): readonly (readonly [AskedId, Finder])[] {
  return openFinders(decision).filter(([, finder]) => !finder.reminded);
}

/** Those who promised an answer that nobody has given since. */
export function openFinders(decision: StartedDecision): readonly (readonly [AskedId, Finder])[] {
  if (!isAsking(decision) && decision.status !== 'accepted') return [];
  const waiting: (readonly [AskedId, Finder])[] = [];
  for (const [question, finder] of findersOf(decision)) {
    if (isSealed(decision, question)) continue;
    const { standing } = questionRecord(decision, question);
    if (standing === null || standing.option === unknownOption) waiting.push([question, finder]);
  }
  return waiting;
}

/** All who ever promised an answer, by its question. */
export function findersOf({ finders }: StartedDecision): readonly (readonly [AskedId, Finder])[] {
  const pairs: (readonly [AskedId, Finder])[] = [];
  let question: AskedId;
  for (question in finders) {
    const finder = finders[question];
    if (finder !== undefined) pairs.push([question, finder]);
  }
  return pairs;
}
