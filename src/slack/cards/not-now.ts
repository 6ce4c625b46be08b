// The menus of a reminder that say "not now": put the look off, hand the decision over, stop the reminders.
import type { Overflow, StaticSelect } from '@slack/types';
import { type ActionValue, encodeChoice } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { type MenuChoice, menu, overflow } from './blocks.ts';

const labels = {
  'next-working-day': 'Put off to the next working day',
  week: 'Put off for a week',
  month: 'Put off for a month',
  day: 'Put off to a day I choose',
  'month-or-day': 'Put off for a month, or to a day',
  'hand-over': 'Hand it over',
  stop: 'Stop the reminders',
} as const;
type Act = keyof typeof labels;

/** Which decision a choice is about, and on which card it was made. */
type Chosen = Pick<ActionValue, 'decision' | 'card' | 'lead'>;

/** How a look can be put off. */
export function putOffMenu(chosen: Chosen): StaticSelect {
  return menu(actionIds.snooze(), 'Not now', choices(['next-working-day', 'week', 'month', 'day'], chosen));
}

/** What else can be done about a reminder. */
export function otherwiseMenu(chosen: Chosen): Overflow {
  return overflow(actionIds.more(), choices(['hand-over', 'stop'], chosen));
}

/**
 * All of it behind three dots, for one decision of a digest: two menus each would make thirty of them. Slack takes five
 * choices, so a month and a day share one.
 */
export function notNowMenu(place: number, chosen: Chosen): Overflow {
  const acts: readonly Act[] = ['next-working-day', 'week', 'month-or-day', 'hand-over', 'stop'];
  return overflow(actionIds.notNow(place), choices(acts, chosen));
}

function choices(acts: readonly Act[], chosen: Chosen): readonly MenuChoice[] {
  return acts.map((act) => ({ label: labels[act], value: encodeChoice(act, chosen) }));
}
