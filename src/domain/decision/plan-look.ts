// When the next look comes, as events.
import { defaultSchedule, type Schedule } from '../reassessment/schedule.ts';
import { type SlotFacts, slotAfter, type Zones } from '../reassessment/slots.ts';
import type { StartedDecision } from './decision.ts';
import type { DecisionEvent } from './events.ts';

/** When looks are due: as was said, else weekly in UTC. Only a record older than schedules has looks and none. */
export function scheduleOf({ schedule }: StartedDecision): Schedule {
  return schedule ?? defaultSchedule('UTC');
}

/** What a decision's slots are computed from. */
export function slotFactsOf(decision: StartedDecision, zones: Zones): SlotFacts {
  return { schedule: scheduleOf(decision), decisionId: decision.decisionId, zones };
}

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
