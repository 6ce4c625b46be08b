// Where the app may write and what it may know (slack-platform.md §3.2), each with what is allowed beside it.
import { describe, expect, test } from 'vitest';
import { uiStateSchema } from '../../playground/protocol.ts';
import { app, channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, playground } from './support.ts';

const { architecture, paymentsTeam, random } = channelIds;
const { ines, noah } = peopleIds;

async function start() {
  const world = await playground();
  const slack = client(world);
  const post = (channel: string, thread_ts?: string) =>
    codeOf(slack.chat.postMessage({ channel, text: 'hello', ...(thread_ts === undefined ? {} : { thread_ts }) }));
  const root = async (channel: string) => (await slack.chat.postMessage({ channel, text: 'root' })).ts ?? '';
  return { world, slack, post, root };
}

describe('posting', () => {
  test('works in public and private channels the app is in', async () => {
    const { post } = await start();
    expect(await post(architecture)).toBe('ok');
    expect(await post(paymentsTeam)).toBe('ok');
  });

  test('in a public channel needs membership or chat:write.public', async () => {
    const { world, post } = await start();
    expect(await post(random)).toBe('not_in_channel');
    world.faults.grantScopes('chat:write.public');
    expect(await post(random)).toBe('ok');
  });

  test('in a private channel the app left finds no channel', async () => {
    const { world, post } = await start();
    world.faults.removeApp(paymentsTeam);
    expect(await post(paymentsTeam)).toBe('channel_not_found');
  });

  test('to a person goes into the DM with them, and its channel id comes back', async () => {
    const { slack } = await start();
    const posted = await slack.chat.postMessage({ channel: ines, text: 'hello' });
    const opened = await slack.conversations.open({ users: ines });
    expect(posted.channel).toMatch(/^D/);
    expect(posted.channel).toBe(opened.channel?.id);
  });

  test('into a DM between two people finds no channel, yet a command works there', async () => {
    const { world, post } = await start();
    const response = await fetch(`${world.url}/ui/state?user=${ines}`);
    const { channels } = uiStateSchema.parse(await response.json());
    const direct = channels.find(({ kind, appIsMember }) => kind === 'im' && !appIsMember)?.id ?? '';
    expect(await post(direct)).toBe('channel_not_found');
    await world.act({ kind: 'command', user: ines, channel: direct, text: '/decide x' });
    expect(world.state.deliveries()[0]?.body).toMatchObject({ channel_id: direct, channel_name: 'directmessage' });
  });

  test('into a DM needs the Messages tab', async () => {
    const slack = client(await playground({ settings: { messagesTab: false } }));
    expect(await codeOf(slack.chat.postMessage({ channel: ines, text: 'hello' }))).toBe('messages_tab_disabled');
  });

  test('into an archived channel is refused until it is back', async () => {
    const { world, post } = await start();
    world.faults.archiveChannel(architecture);
    expect(await post(architecture)).toBe('is_archived');
    world.faults.archiveChannel(architecture, false);
    expect(await post(architecture)).toBe('ok');
  });

  test.each([
    ['threads-only', 'restricted_action_thread_only_channel', 'ok'],
    ['read-only', 'restricted_action_read_only_channel', 'restricted_action_read_only_channel'],
    ['no-threads', 'ok', 'restricted_action_non_threadable_channel'],
    ['everyone', 'ok', 'ok'],
  ] as const)('follows the rule %s', async (rule, outside, inside) => {
    const { world, post, root } = await start();
    const thread = await root(architecture);
    world.faults.setPostingRule(architecture, rule);
    expect(await post(architecture)).toBe(outside);
    expect(await post(architecture, thread)).toBe(inside);
  });

  test('in a thread wants the ts of its root', async () => {
    const { slack, post, root } = await start();
    const thread_ts = await root(architecture);
    const reply = await slack.chat.postMessage({ channel: architecture, thread_ts, text: 'reply' });
    expect(await post(architecture, thread_ts)).toBe('ok');
    expect(await post(architecture, reply.ts)).toBe('cannot_reply_to_message');
    expect(await post(architecture, '1700000000.000001')).toBe('thread_not_found');
  });
});

describe('rights', () => {
  test('a missing scope is named', async () => {
    const { world, slack, post } = await start();
    world.faults.revokeScopes('chat:write', 'users:read');
    expect(await post(architecture)).toBe('missing_scope');
    expect(await codeOf(slack.users.info({ user: ines }))).toBe('missing_scope');
    world.faults.grantScopes('users:read');
    expect((await slack.users.info({ user: ines })).user?.tz).toBe('Europe/Brussels');
  });

  test('reading back needs the history scope of that kind of channel and membership', async () => {
    const { world, slack } = await start();
    const read = (channel: string) => codeOf(slack.conversations.history({ channel }));
    expect(await read(architecture)).toBe('ok');
    expect(await read(random)).toBe('not_in_channel');
    world.faults.revokeScopes('channels:history');
    expect(await read(architecture)).toBe('missing_scope');
    expect(await read(paymentsTeam)).toBe('ok');
  });

  test('joining is for public channels', async () => {
    const { slack, post } = await start();
    expect(await codeOf(slack.conversations.join({ channel: random }))).toBe('ok');
    expect(await post(random)).toBe('ok');
    expect(await codeOf(slack.conversations.join({ channel: paymentsTeam }))).toBe(
      'method_not_supported_for_channel_type',
    );
  });

  test('tokens are checked: none, a wrong one, the other kind, one of an uninstalled app', async () => {
    const { world, post } = await start();
    const other = (botToken: string) => codeOf(client({ ...world, botToken }).auth.test());
    expect(await other(world.botToken)).toBe('ok');
    expect(await other('')).toBe('not_authed');
    expect(await other('xoxb-wrong')).toBe('invalid_auth');
    expect(await other(world.appToken)).toBe('not_allowed_token_type');
    world.faults.uninstall();
    expect(await post(architecture)).toBe('account_inactive');
  });
});

describe('who is where', () => {
  test('a person’s channels are listed as far as the app may know them', async () => {
    const { world, slack } = await start();
    const names = async () => {
      const types = 'public_channel,private_channel';
      const listed = await slack.users.conversations({ user: noah, types });
      return (listed.channels ?? []).map(({ name }) => name);
    };
    expect(await names()).toEqual(['architecture', 'payments-team', 'random']);
    world.faults.removeApp(paymentsTeam);
    world.faults.removeFromChannel(random, noah);
    expect(await names()).toEqual(['architecture']);
  });

  test('members come in pages', async () => {
    const { slack } = await start();
    const first = await slack.conversations.members({ channel: architecture, limit: 3 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await slack.conversations.members({ channel: architecture, limit: 3, cursor });
    expect([...(first.members ?? []), ...(second.members ?? [])].toSorted()).toEqual(
      [...Object.values(peopleIds).filter((id) => id !== peopleIds.tomas), app.botUserId].toSorted(),
    );
    expect(second.response_metadata?.next_cursor).toBe('');
  });

  test('a channel shared outside says so, and a deactivated person too', async () => {
    const { world, slack } = await start();
    expect((await slack.conversations.info({ channel: architecture })).channel?.is_ext_shared).toBe(false);
    world.faults.shareExternally(architecture);
    world.faults.deactivateUser(noah);
    expect((await slack.conversations.info({ channel: architecture })).channel?.is_ext_shared).toBe(true);
    expect((await slack.users.info({ user: noah })).user?.deleted).toBe(true);
    expect(await codeOf(slack.conversations.open({ users: noah }))).toBe('user_disabled');
  });
});
