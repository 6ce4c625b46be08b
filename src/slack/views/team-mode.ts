// The modal that begins answering as a team: what it means, and when a pillar opens by itself.
import type { ModalView } from '@slack/types';
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { encodeActionValue } from '../action-value.ts';
import { section } from '../cards/blocks.ts';
import { fieldIds, viewIds } from '../ids.ts';
import { mentions } from '../text.ts';
import { choice, field, modal } from './modal.ts';

/** This many people are named; the others are counted. */
const peopleNamed = 20;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long after its first answer a pillar opens by itself, in milliseconds; null is never. */
export const revealTimes = {
  never: null,
  'one-day': DAY_MS,
  'two-days': 2 * DAY_MS,
  week: 7 * DAY_MS,
} as const satisfies Readonly<Record<string, number | null>>;

const labels = {
  never: 'Only when everybody asked has answered, or I reveal it',
  'one-day': 'At the latest a day after its first answer',
  'two-days': 'At the latest two days after its first answer',
  week: 'At the latest a week after its first answer',
} as const satisfies Readonly<Record<keyof typeof revealTimes, string>>;

/** The modal. */
export function teamModeView({ decisionId, invited }: StartedDecision): ModalView {
  const never = choice(labels.never, 'never');
  const others = (['one-day', 'two-days', 'week'] as const).map((time) => choice(labels[time], time));
  const who =
    invited.length === 0
      ? 'Nobody was asked by name, so a pillar opens when you reveal it.'
      : `Asked: ${mentions(invited, peopleNamed)}.`;
  return modal({
    id: viewIds.teamMode,
    title: 'Answer as a team',
    submit: 'Answer as a team',
    metadata: encodeActionValue({ decision: decisionId, card: 'root' }),
    blocks: [
      section(
        `Everybody answers for themselves. Until a pillar is revealed, the card says who has answered it, never what. ${who}`,
      ),
      field({
        id: fieldIds.revealAfter,
        label: 'When is a pillar revealed?',
        element: { type: 'radio_buttons', options: [never, ...others], initial_option: never },
      }),
    ],
  });
}
