// How a test fills in the modal a person has open, as their client would send it.
import type { Playground } from '../../../playground/server/playground.ts';
import { eventually } from '../../support/downbeat.ts';

/** What a field holds when it is sent. */
export const typed = {
  text: (value: string) => ({ type: 'plain_text_input', value }),
  user: (user: string) => ({ type: 'users_select', selected_user: user }),
  users: (users: readonly string[]) => ({ type: 'multi_users_select', selected_users: [...users] }),
  conversation: (channel: string) => ({ type: 'conversations_select', selected_conversation: channel }),
  date: (date: string) => ({ type: 'datepicker', selected_date: date }),
  radio: (value: string) => ({ type: 'radio_buttons', selected_option: optionOf(value) }),
  select: (value: string) => ({ type: 'static_select', selected_option: optionOf(value) }),
  ticked: (value: string) => ({ type: 'checkboxes', selected_options: [optionOf(value)] }),
} as const;

function optionOf(value: string) {
  return { text: { type: 'plain_text' as const, text: value, emoji: false }, value };
}

type Typed = ReturnType<(typeof typed)[keyof typeof typed]>;

/** Waits for the person's modal. */
export function modalOf(playground: Playground, user: string) {
  return eventually(`a modal for ${user}`, () => playground.state.modals(user).at(-1));
}

/** Fills in the person's modal and sends it. */
export async function submitModal(playground: Playground, user: string, fields: Readonly<Record<string, Typed>>) {
  const { id } = await modalOf(playground, user);
  const state = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { [field]: value }]));
  return playground.act({ kind: 'view_submit', user, viewId: id, state });
}
