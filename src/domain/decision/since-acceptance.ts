// What has moved since a decision was accepted, and what its looks may offer.
import type { Framework } from '../framework.ts';
import { type Difference, explainDifference } from '../reassessment/difference.ts';
import { longerStretch, type Stretch } from '../reassessment/schedule.ts';
import { answersOf } from './answers-of.ts';
import type { Acceptance, StartedDecision } from './decision.ts';

/** After so many looks in a row that found nothing, the reminder offers a longer stretch (issue 5). */
const LOOKS_BEFORE_STRETCH = 2;

/**
 * What the round that is on is compared with; null in the first. Once its result is accepted, that is still the
 * acceptance before it, so that what the round came to can be read afterwards.
 */
export function acceptanceBeforeRound({ acceptance, formerAcceptance, round }: StartedDecision): Acceptance | null {
  return acceptance !== null && acceptance.round === round ? formerAcceptance : acceptance;
}

/**
 * Why the verdict moved since the acceptance; null before one. `accepted` is the framework it was accepted under, `now`
 * the one it counts by, or the one in force to show what the same answers give there.
 */
export function differenceSinceAcceptance(
  decision: StartedDecision,
  { accepted, now }: { readonly accepted: Framework; readonly now: Framework },
): Difference | null {
  if (decision.acceptance === null) return null;
  const { choices, part } = decision.acceptance;
  return explainDifference(
    { framework: accepted, answers: { choices, part } },
    { framework: now, answers: answersOf(decision) },
  );
}

/** The stretch a reminder offers, or null while it offers none. */
export function offeredStretch({ schedule, unchangedLooks }: StartedDecision): Stretch | null {
  return schedule === null || unchangedLooks < LOOKS_BEFORE_STRETCH ? null : longerStretch(schedule.weeks);
}
