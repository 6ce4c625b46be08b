// Those who promised to find out an answer that nobody knows.
import { type AskedId, askedIds, unknownOption } from '../framework.ts';
import { type Finder, questionRecord, type StartedDecision } from './decision.ts';
import { isLive } from './phase.ts';
import { isSealed } from './team.ts';

/** A finder with the question they find out about. */
type FinderOf = readonly [AskedId, Finder];

/** All who ever promised an answer, by its question. */
export function findersOf({ finders }: StartedDecision): readonly FinderOf[] {
  return askedIds.flatMap((question): readonly FinderOf[] => {
    const finder = finders[question];
    return finder === undefined ? [] : [[question, finder]];
  });
}

/** Those who promised an answer that nobody has given since. */
export function openFinders(decision: StartedDecision): readonly FinderOf[] {
  if (!isLive(decision)) return [];
  return findersOf(decision).filter(([question]) => {
    const { standing } = questionRecord(decision, question);
    return !isSealed(decision, question) && (standing === null || standing.option === unknownOption);
  });
}

/** Those who have yet to be reminded of an answer they promised, and that nobody has given since. */
export function findersWaiting(decision: StartedDecision): readonly FinderOf[] {
  return openFinders(decision).filter(([, finder]) => !finder.reminded);
}
