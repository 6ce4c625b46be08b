// What the manifest grants, and deliveries by signed HTTP that fail.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, eventually, httpPair, playground } from './support.ts';

const channel = channelIds.architecture;
const user = peopleIds.ines;
let manifest = '';

beforeEach(() => {
  manifest = join(mkdtempSync(join(tmpdir(), 'downbeat-manifest-')), 'manifest.yml');
});

afterEach(() => {
  rmSync(join(manifest, '..'), { recursive: true });
});

describe('the manifest', () => {
  test('grants its scopes, events and commands, and nothing besides', async () => {
    writeFileSync(
      manifest,
      `features:
  slash_commands:
    - { command: /choose, description: Choose, should_escape: false }
oauth_config: { scopes: { bot: [chat:write, commands, channels:history] } }
settings: { event_subscriptions: { bot_events: [app_mention] } }
`,
    );
    const world = await playground({ manifest });
    const slack = client(world);
    expect(await codeOf(slack.chat.postMessage({ channel, text: 'hello' }))).toBe('ok');
    expect(await codeOf(slack.users.info({ user }))).toBe('missing_scope');
    await world.act({ kind: 'message', user, channel, text: '@Downbeat hi' });
    expect(world.state.deliveries()).toHaveLength(0);
    expect(await world.act({ kind: 'command', user, channel, text: '/decide x' })).toMatchObject({
      error: 'unknown_command',
    });
    await world.act({ kind: 'command', user, channel, text: '/choose with @noah' });
    expect(world.state.deliveries()[0]?.body).toMatchObject({ command: '/choose', text: 'with @noah' });
  });

  test('that makes no sense stops the start with its name', async () => {
    writeFileSync(manifest, 'features: 7');
    await expect(playground({ manifest })).rejects.toThrow(manifest);
  });

  test('missing grants everything but posting where the app is not', async () => {
    const slack = client(await playground({ manifest: `${manifest}.not-there` }));
    expect(await codeOf(slack.users.info({ user }))).toBe('ok');
    expect(await codeOf(slack.chat.postMessage({ channel: channelIds.random, text: 'x' }))).toBe('not_in_channel');
  });

  test('that escapes gives mentions in commands as ids', async () => {
    const world = await playground();
    await world.act({ kind: 'command', user, channel, text: '/decide with @noah & co' });
    expect(world.state.deliveries()[0]?.body.text).toBe(`with <@${peopleIds.noah}|noah> &amp; co`);
  });
});

describe('signed HTTP', () => {
  test('carries which retry it is and why', async () => {
    const retries: unknown[] = [];
    const world = await httpPair((app) => {
      app.event('app_mention', async ({ context }) => {
        retries.push([context.retryNum, context.retryReason]);
      });
      app.message(async () => undefined);
    });
    const match = (body: Readonly<Record<string, unknown>>) => JSON.stringify(body.event).includes('app_mention');
    world.faults.add({ method: 'socket', kind: 'timeout_after_effect', match });
    await world.act({ kind: 'message', user, channel, text: '@Downbeat hi' });
    await eventually(() => retries.length === 2);
    expect(retries).toEqual([
      [undefined, undefined],
      [1, 'http_timeout'],
    ]);
  });

  test('that never arrives is a failed command', async () => {
    const world = await httpPair((app) => app.command('/decide', async ({ ack }) => ack()));
    world.faults.add({ method: 'socket', kind: 'reset_connection' });
    const typed = { kind: 'command', user, channel, text: '/decide x' } as const;
    expect(await world.act(typed)).toEqual({ ok: false, error: 'dispatch_failed' });
    expect(await world.act(typed)).toEqual({ ok: true });
  });
});
