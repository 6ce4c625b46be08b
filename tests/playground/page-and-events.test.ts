// What the page gets and may do, who may ask for it, and which events the app hears.
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { uiActResultSchema, uiStateSchema } from '../../playground/protocol.ts';
import {
  app as appIds,
  channelIds,
  externalTeamId,
  peopleIds,
  team,
} from '../../playground/server/default-workspace.ts';
import { everythingGranted } from '../../playground/server/manifest.ts';
import { client, eventually, playground, socketApp } from './support.ts';

const { architecture, paymentsTeam, random } = channelIds;
const { ines, noah, tomas } = peopleIds;

async function stateOf(url: string, user: string) {
  const response = await fetch(`${url}/ui/state?user=${user}`);
  return uiStateSchema.parse(await response.json());
}

/** Status of a raw request; `fetch` would not let us forge Host and Origin. */
function statusOf(
  url: string,
  headers: Record<string, string>,
  body = '{"kind":"advance_clock","ms":0}',
): Promise<number> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/ui/act', method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the page’s state', () => {
  test('shows each person their own unread marks, mentions and ephemeral messages', async () => {
    const world = await playground();
    await world.act({ kind: 'message', user: ines, channel: architecture, text: 'hello @noah' });
    await client(world).chat.postEphemeral({ channel: architecture, user: noah, text: 'psst' });
    const hers = await stateOf(world.url, ines);
    const his = await stateOf(world.url, noah);
    const channel = (state: typeof hers) => state.channels.find(({ id }) => id === architecture);
    expect(channel(hers)).toMatchObject({ unread: 0, mentions: 0, appIsMember: true });
    expect(channel(his)).toMatchObject({ unread: 1, mentions: 1 });
    expect(his.messages.map(({ text, ephemeral }) => [text, ephemeral])).toEqual([
      [`hello <@${noah}>`, false],
      ['psst', true],
    ]);
    await world.act({ kind: 'read', user: noah, channel: architecture });
    expect(channel(await stateOf(world.url, noah))).toMatchObject({ unread: 0, mentions: 0 });
  });

  test('hides a private channel from those outside, and the guest until a channel is shared', async () => {
    const world = await playground();
    world.faults.removeFromChannel(paymentsTeam, noah);
    const before = await stateOf(world.url, noah);
    expect(before.channels.map(({ id }) => id)).not.toContain(paymentsTeam);
    expect(before.people.map(({ id }) => id)).not.toContain(tomas);
    world.faults.shareExternally(architecture);
    expect((await stateOf(world.url, noah)).people.map(({ id }) => id)).toContain(tomas);
    expect((await stateOf(world.url, tomas)).channels.map(({ id }) => id)).toContain(architecture);
    expect((await stateOf(world.url, tomas)).channels.map(({ id }) => id)).not.toContain(random);
  });

  test('shows a command that failed to its person only', async () => {
    const world = await playground();
    const typed = { kind: 'command', user: ines, channel: architecture, text: '/decide x' } as const;
    expect(await world.act({ ...typed, threadTs: '1.000001' })).toEqual({ ok: false, error: 'command_in_thread' });
    expect(await world.act(typed)).toEqual({ ok: false, error: 'dispatch_failed' });
    expect(await world.act({ ...typed, text: '/dance' })).toEqual({ ok: false, error: 'unknown_command' });
    expect((await stateOf(world.url, ines)).notices.map(({ kind }) => kind)).toEqual([
      'command_in_thread',
      'command_failed',
      'command_failed',
    ]);
    expect((await stateOf(world.url, noah)).notices).toHaveLength(0);
  });

  test('is announced when it changes', async () => {
    const world = await playground();
    const events = await fetch(`${world.url}/ui/events`);
    const reader = events.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    const first = await next();
    await world.act({ kind: 'message', user: ines, channel: architecture, text: 'hello' });
    expect(await next()).not.toBe(first);
    await reader?.cancel();
  });
});

describe('acts over HTTP', () => {
  test('come from the page itself only', async () => {
    const world = await playground();
    const { host } = new URL(world.url);
    const json = { 'content-type': 'application/json' };
    expect(await statusOf(world.url, { ...json, host })).toBe(200);
    expect(await statusOf(world.url, { ...json, host, origin: world.url })).toBe(200);
    expect(await statusOf(world.url, { ...json, host, origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf(world.url, { ...json, host: 'evil.example' })).toBe(403);
    expect(await statusOf(world.url, { 'content-type': 'text/plain', host })).toBe(415);
    expect(await statusOf(world.url, { ...json, host }, '{"kind":"fly"}')).toBe(400);
  });

  test('are carried out', async () => {
    const world = await playground();
    const body = JSON.stringify({ kind: 'message', user: ines, channel: architecture, text: 'hello' });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.url}/ui/act`, { method: 'POST', headers, body });
    expect(uiActResultSchema.parse(await response.json())).toMatchObject({ ok: true, channel: architecture });
    expect(world.state.messages(architecture)).toHaveLength(1);
  });
});

describe('events', () => {
  const kinds = (world: Awaited<ReturnType<typeof playground>>) =>
    world.state.deliveries().map(({ body }) => {
      const event = body.event;
      return event !== null && typeof event === 'object' && 'type' in event ? event.type : undefined;
    });

  test('come where the app is in the channel, subscribed and granted the scope', async () => {
    const events = new Set([...everythingGranted.events].filter((event) => event !== 'message.groups'));
    const world = await playground({ settings: { events } });
    const say = (channel: string) => world.act({ kind: 'message', user: ines, channel, text: '@Downbeat hi' });
    await say(random);
    expect(kinds(world)).toEqual([]);
    await say(paymentsTeam);
    expect(kinds(world)).toEqual(['app_mention']);
    await say(architecture);
    expect(kinds(world)).toEqual(['app_mention', 'message', 'app_mention']);
    world.faults.revokeScopes('channels:history', 'app_mentions:read');
    await say(architecture);
    expect(kinds(world)).toHaveLength(3);
  });

  test('tell of edits, deletions, arrivals, archiving and the end', async () => {
    const world = await playground();
    const said = await world.act({ kind: 'message', user: ines, channel: architecture, text: 'a' });
    const ts = said.ok ? (said.ts ?? '') : '';
    await world.act({ kind: 'edit_message', user: ines, channel: architecture, ts, text: 'b' });
    await world.act({ kind: 'delete_message', user: ines, channel: architecture, ts });
    await world.act({ kind: 'invite', user: ines, channel: random, invitee: appIds.botUserId });
    world.faults.archiveChannel(random);
    world.faults.uninstall();
    const subtypes = world.state.deliveries().map(({ body }) => JSON.stringify(body.event));
    expect(subtypes.map((event) => /"(?:sub)?type":"(\w+)"(?:,"subtype":"(\w+)")?/.exec(event)?.slice(1))).toEqual([
      ['message', undefined],
      ['message', 'message_changed'],
      ['message', 'message_deleted'],
      ['message', 'channel_join'],
      ['member_joined_channel', undefined],
      ['channel_archive', undefined],
      ['app_uninstalled', undefined],
      ['tokens_revoked', undefined],
    ]);
  });

  test('of a deleted root with replies and of an edited mention come as Slack sends them', async () => {
    const world = await playground();
    const said = await world.act({ kind: 'message', user: ines, channel: architecture, text: '@Downbeat hi' });
    const ts = said.ok ? (said.ts ?? '') : '';
    await world.act({ kind: 'message', user: ines, channel: architecture, text: 'there', threadTs: ts });
    await world.act({ kind: 'edit_message', user: ines, channel: architecture, ts, text: '@Downbeat hello' });
    await world.act({ kind: 'delete_message', user: ines, channel: architecture, ts });
    const [, mention, , edit, again, deletion] = world.state.deliveries().map(({ body }) => body.event);
    expect(mention).not.toHaveProperty('edited');
    expect(edit).toMatchObject({ subtype: 'message_changed', message: { ts, text: expect.stringContaining('hello') } });
    expect(again).toMatchObject({ type: 'app_mention', ts, edited: { user: ines } });
    expect(deletion).toMatchObject({
      subtype: 'message_changed',
      message: { ts, subtype: 'tombstone', user: 'USLACKBOT' },
      previous_message: { ts, user: ines },
    });
  });

  test('a guest’s click carries the guest’s organisation, and a guest has no commands', async () => {
    const world = await playground();
    const teams: unknown[] = [];
    await socketApp(world, (app) => {
      app.action('go', async ({ ack, body }) => {
        await ack();
        teams.push(body.team?.id, 'team_id' in body.user ? body.user.team_id : undefined);
      });
    });
    world.faults.shareExternally(architecture);
    const elements = [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }];
    const blocks = [{ type: 'actions' as const, block_id: 'row', elements }];
    const ts = (await client(world).chat.postMessage({ channel: architecture, text: 'card', blocks })).ts ?? '';
    const source = { type: 'message', channel: architecture, ts } as const;
    const value = { type: 'button' };
    await world.act({ kind: 'block_action', user: tomas, source, blockId: 'row', actionId: 'go', value });
    await eventually(() => teams.length === 2);
    expect(teams).toEqual([team.id, externalTeamId]);
    const typed = { kind: 'command', user: tomas, channel: architecture, text: '/decide x' } as const;
    expect(await world.act(typed)).toEqual({ ok: false, error: 'unknown_command' });
  });

  test('a message shortcut carries the message and its thread', async () => {
    const world = await playground();
    const seen: unknown[] = [];
    await socketApp(world, (app) => {
      app.shortcut('decide-this', async ({ ack, payload }) => {
        await ack();
        seen.push(payload.type === 'message_action' ? payload.message.ts : undefined);
      });
    });
    const said = await world.act({ kind: 'message', user: ines, channel: architecture, text: 'Should we?' });
    const ts = said.ok ? (said.ts ?? '') : '';
    const chosen = { kind: 'shortcut', user: ines, channel: architecture, ts } as const;
    expect(await world.act({ ...chosen, callbackId: 'decide-this' })).toEqual({ ok: true });
    expect(await world.act({ ...chosen, callbackId: 'dance' })).toEqual({ ok: false, error: 'unknown_shortcut' });
    expect(seen).toEqual([ts]);
  });
});
