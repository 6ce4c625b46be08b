// Payloads as Slack sends them, with all that Downbeat does not read left in (slack-platform.md §2.5).
import { describe, expect, it, test } from 'vitest';
import {
  clickSchema,
  fieldValues,
  mentionSchema,
  messageShortcutSchema,
  slashCommandSchema,
  submissionSchema,
} from '../../src/slack/payloads.ts';

const envelope = {
  api_app_id: 'A0DOWNBEAT1',
  token: 'verification-token',
  is_enterprise_install: false,
  enterprise: null,
};
const user = { id: 'U0INES', username: 'ines', name: 'ines', team_id: 'T0SHOP' };
const team = { id: 'T0SHOP', domain: 'shop' };

const click = {
  ...envelope,
  type: 'block_actions',
  user,
  team,
  container: { type: 'message', message_ts: '1763890000.000100', channel_id: 'C0ARCH', is_ephemeral: false },
  trigger_id: '12345.98765.abcd',
  channel: { id: 'C0ARCH', name: 'architecture' },
  message: { type: 'message', subtype: 'bot_message', ts: '1763890000.000100', text: '1 of 5', blocks: [] },
  state: { values: {} },
  response_url: 'https://hooks.slack.example/actions/T0SHOP/1/x',
  actions: [
    {
      action_id: 'answer.1a.no',
      block_id: 'b7s',
      text: { type: 'plain_text', text: 'Only a receipt', emoji: false },
      value: '{"decision":"d1","card":"pillar-1","question":"1a","option":"no"}',
      style: 'primary',
      type: 'button',
      action_ts: '1763890001.123456',
    },
  ],
};

describe('a click', () => {
  test('in a message says who, where, what and when', () => {
    expect(clickSchema.parse(click)).toMatchObject({
      user: { id: 'U0INES', team_id: 'T0SHOP' },
      channel: { id: 'C0ARCH' },
      message: { ts: '1763890000.000100' },
      actions: [{ action_id: 'answer.1a.no', action_ts: '1763890001.123456' }],
    });
  });

  test('in a modal has a view, no message and no response_url', () => {
    const { channel: _channel, message: _message, response_url: _url, ...rest } = click;
    const view = { id: 'V1', hash: '1.x', private_metadata: '{}', callback_id: 'change-answer', type: 'modal' };
    const action = {
      type: 'static_select',
      action_id: 'pick-question',
      action_ts: '1763890001.123456',
      selected_option: { text: { type: 'plain_text', text: '2b' }, value: '2b' },
    };
    expect(clickSchema.parse({ ...rest, view, actions: [action] })).toMatchObject({
      view: { id: 'V1' },
      actions: [{ selected_option: { value: '2b' } }],
    });
  });

  test('of somebody from an organisation of many workspaces may have no team of its own', () => {
    expect(clickSchema.parse({ ...click, team: null }).user.team_id).toBe('T0SHOP');
  });

  it.each([
    { name: 'without a person', broken: { ...click, user: {} } },
    { name: 'without an action', broken: { ...click, actions: [] } },
    { name: 'without a trigger', broken: { ...click, trigger_id: '' } },
  ])('$name is not taken', ({ broken }) => {
    expect(clickSchema.safeParse(broken).success).toBe(false);
  });
});

describe('a submitted modal', () => {
  const values = {
    title: { title: { type: 'plain_text_input', value: '  Order fulfilment ' } },
    framing: { framing: { type: 'plain_text_input', value: null } },
    owner: { owner: { type: 'users_select', selected_user: 'U0NOAH' } },
    invited: { invited: { type: 'multi_users_select', selected_users: ['U0INES', 'U0NOAH'] } },
    nobody: { nobody: { type: 'multi_users_select', selected_users: [] } },
    'option.2b': { 'option.2b': { type: 'radio_buttons', selected_option: { text: {}, value: 'some' } } },
    'note-question': { 'note-question': { type: 'static_select', selected_option: null } },
    'part-steps': {
      'part-steps': {
        type: 'multi_static_select',
        selected_options: [
          { text: {}, value: 's1' },
          { text: {}, value: 's3' },
        ],
      },
    },
    day: { day: { type: 'datepicker', selected_date: '2026-11-23' } },
  };
  const view = { id: 'V1', hash: '1.x', private_metadata: '{}', callback_id: 'start-decision', state: { values } };
  const submission = submissionSchema.parse({ ...envelope, type: 'view_submission', user, team, view });

  it.each([
    { field: 'title', given: ['Order fulfilment'] },
    { field: 'framing', given: [] },
    { field: 'owner', given: ['U0NOAH'] },
    { field: 'invited', given: ['U0INES', 'U0NOAH'] },
    { field: 'nobody', given: [] },
    { field: 'option.2b', given: ['some'] },
    { field: 'note-question', given: [] },
    { field: 'part-steps', given: ['s1', 's3'] },
    { field: 'absent', given: [] },
    { field: 'day', given: ['2026-11-23'] },
  ])('gives the values of $field', ({ field, given }) => {
    expect(fieldValues(submission.view.state, field)).toEqual(given);
  });
});

test('a command has its text, and where the answer goes', () => {
  const command = {
    ...envelope,
    team_id: 'T0SHOP',
    team_domain: 'shop',
    channel_id: 'C0ARCH',
    channel_name: 'architecture',
    user_id: 'U0INES',
    user_name: 'ines',
    command: '/decide',
    text: 'Order &amp; payment',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.example/commands/T0SHOP/1/x',
    trigger_id: '12345.98765.abcd',
  };
  expect(slashCommandSchema.parse(command)).toMatchObject({ text: 'Order &amp; payment', channel_id: 'C0ARCH' });
  const { text: _text, ...bare } = command;
  expect(slashCommandSchema.parse(bare).text).toBe('');
});

test('a shortcut on a reply knows its message and its thread', () => {
  const shortcut = {
    ...envelope,
    type: 'message_action',
    action_ts: '1763890001.123456',
    team,
    user,
    channel: { id: 'C0ARCH', name: 'architecture' },
    callback_id: 'decide-this',
    trigger_id: '12345.98765.abcd',
    response_url: 'https://hooks.slack.example/app/T0SHOP/1/x',
    message_ts: '1763890000.000200',
    message: { type: 'message', user: 'U0NOAH', ts: '1763890000.000200', thread_ts: '1763890000.000100', text: 'Hm' },
  };
  expect(messageShortcutSchema.parse(shortcut).message).toEqual({
    ts: '1763890000.000200',
    thread_ts: '1763890000.000100',
    text: 'Hm',
  });
});

test('a mention in a channel has no thread, and one by a bot says so', () => {
  const mention = {
    type: 'app_mention',
    user: 'U0INES',
    ts: '1.2',
    client_msg_id: 'x',
    text: '<@U9> help',
    channel: 'C1',
  };
  expect(mentionSchema.parse(mention).thread_ts).toBeUndefined();
  const { user: _user, ...byBot } = { ...mention, bot_id: 'B1', subtype: 'bot_message' };
  expect(mentionSchema.parse(byBot)).toMatchObject({ bot_id: 'B1' });
});
