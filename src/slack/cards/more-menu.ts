// The menu behind three dots on the root card: what is done rarely, as far as the state allows it.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import { encodeChoice } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { type MenuChoice, overflow } from './blocks.ts';
import type { CardInput } from './card.ts';

/** What the menu can ask for. */
export const menuActs = ['hand-over', 'reject', 'abandon', 'reopen', 'supersede', 'stop', 'resume'] as const;
export type MenuAct = (typeof menuActs)[number];

const labels = {
  'hand-over': 'Hand it over',
  reject: 'Reject the recommendation',
  abandon: 'Abandon the decision',
  reopen: 'Reopen it',
  supersede: 'Replace it by a new decision',
  stop: 'Stop the reminders',
  resume: 'Start reminders again',
} as const satisfies Readonly<Record<MenuAct, string>>;

/** The menu; null where nothing can be done. */
export function moreMenu({ card, decision }: Pick<CardInput, 'card' | 'decision'>) {
  const choices = actsFor(decision).map(
    (act): MenuChoice => ({
      label: labels[act],
      value: encodeChoice(act, { decision: decision.decisionId, card }),
    }),
  );
  return choices.length === 0 ? null : overflow(actionIds.more(), choices);
}

function actsFor({ acceptance, look, status }: StartedDecision): readonly MenuAct[] {
  switch (status) {
    case 'asking':
      return ['hand-over', 'abandon'];
    case 'proposed':
      return acceptance === null ? ['hand-over', 'reject', 'abandon'] : ['hand-over', 'reject', 'abandon', 'supersede'];
    case 'accepted':
      return ['supersede', 'reopen', 'hand-over', look === null ? 'resume' : 'stop', 'abandon'];
    case 'rejected':
    case 'abandoned':
      return ['reopen', 'hand-over'];
    case 'superseded':
    case 'withdrawn':
      return [];
    default:
      return status satisfies never;
  }
}
