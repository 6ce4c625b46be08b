// The modal that says when reminders come: weekday, hour and how often, for all decisions a person owns.
import type { ModalView } from '@slack/types';
import { type Schedule, stretches } from '../../domain/reassessment/schedule.ts';
import { context } from '../cards/blocks.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { choice, field, modal } from './modal.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const hours = [9, 10, 11, 12, 13, 14, 15, 16] as const;

/** The modal, with what holds now already chosen. */
export function reminderSettingsView({ hour, weekday, weeks, zone }: Schedule): ModalView {
  const days = weekdays.map((name, index) => choice(name, `${index + 1}`));
  const times = hours.map((time) => choice(`About ${time}:00`, `${time}`));
  const often = stretches.map((weeks) => choice(weeks === 1 ? 'Every week' : `Every ${weeks} weeks`, `${weeks}`));
  const select = (options: typeof days, value: number) => {
    const initial = options.find((option) => option.value === `${value}`);
    return { type: 'static_select' as const, options, ...(initial === undefined ? {} : { initial_option: initial }) };
  };
  return modal({
    id: viewIds.reminderSettings,
    title: 'Reminders',
    submit: 'Use this',
    metadata: '',
    blocks: [
      context(`Times are in ${zone}, from your Slack profile. Each decision keeps a few minutes of its own.`),
      field({ id: fieldIds.weekday, label: 'Day', element: select(days, weekday) }),
      field({ id: fieldIds.hour, label: 'Hour', element: select(times, hour) }),
      field({
        id: fieldIds.weeks,
        label: 'How often',
        hint: 'It applies to every accepted decision you own, and to those you accept from now on. A change in a decision brings it back to every week.',
        element: select(often, weeks),
      }),
    ],
  });
}
