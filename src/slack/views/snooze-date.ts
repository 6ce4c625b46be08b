// The modal that puts a look off to a day.
import type { ModalView } from '@slack/types';
import { type ActionValue, encodeActionValue } from '../action-value.ts';
import { plainSection } from '../cards/blocks.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { field, modal } from './modal.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What it shows: the decision's name, since a digest has several, and a day that is chosen already. */
export type SnoozeDate = { readonly name: string; readonly day: number | null };

/** The modal. Days are counted from 1970-01-01. */
export function snoozeDateView(clicked: ActionValue, { name, day }: SnoozeDate): ModalView {
  const chosen = day === null ? {} : { initial_date: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  return modal({
    id: viewIds.snoozeDate,
    title: 'Put it off',
    submit: 'Put it off',
    metadata: encodeActionValue(clicked),
    blocks: [
      plainSection(name),
      field({
        id: fieldIds.day,
        label: 'Until which day?',
        hint: 'Only this look moves; the ones after it stay where they are. On a weekend it comes on the Monday.',
        element: { type: 'datepicker', ...chosen },
      }),
    ],
  });
}

/** The day of a date as Slack writes it, such as 2026-12-01; null where it is none. */
export function dayOfDate(date: string): number | null {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.floor(at / DAY_MS);
}
