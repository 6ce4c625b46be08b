// Whether somebody waits for what events cause, or whether it may come in its turn.
import type { DecisionEvent } from './events.ts';

/**
 * `now`: a person has done something, or waits for it. `in-turn`: reminders of looks, which come by the thousand on one
 * morning and must not keep people waiting who are deciding something.
 */
export type Urgency = 'now' | 'in-turn';

/** How urgent the effects of these events are. */
export function urgencyOf(events: readonly DecisionEvent[]): Urgency {
  return events.every(({ type }) => type === 'ReminderDue' || type === 'ReminderRepeated') ? 'in-turn' : 'now';
}
