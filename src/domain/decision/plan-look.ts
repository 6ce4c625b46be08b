// When the next look comes, as events.
import { type SlotFacts, slotAfter } from '../reassessment/slots.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';

/** The next look, so many weeks of the schedule after `at`: the clock starts when somebody looked, not when we asked. */
export function plannedLook(decision: StartedDecision, at: number, facts: SlotFacts): DecisionEvent {
  const dueAt = slotAfter(at, facts.schedule.weeks, facts);
  return { type: 'LookScheduled', at, by: null, occurrence: decision.looks + 1, dueAt };
}

/**
 * The look that is only scheduled, moved to fit another schedule: the slot nearest to where it was, or where its new
 * stretch puts it. Nothing when no look is scheduled, or when its reminder is out already.
 */
export function movedLook(decision: StartedDecision, at: number, facts: SlotFacts): readonly DecisionEvent[] {
  const { look, schedule, lastLook, acceptance } = decision;
  if (look === null || look.since !== null) return [];
  const sameStretch = schedule?.weeks === facts.schedule.weeks;
  const anchor = Math.max(lastLook?.at ?? 0, acceptance?.at ?? 0);
  const wanted = sameStretch ? slotAfter(look.dueAt, 0, facts) : slotAfter(anchor, facts.schedule.weeks, facts);
  const dueAt = wanted > at ? wanted : slotAfter(at, 1, facts);
  if (dueAt === look.dueAt) return [];
  return [{ type: 'LookScheduled', at, by: null, occurrence: look.occurrence, dueAt }];
}
