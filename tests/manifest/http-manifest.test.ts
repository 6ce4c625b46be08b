// `npm run manifest -- --url URL`, run as people run it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestText, readManifest, schemaAtHand, schemaProblems } from './read-manifest.ts';

const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'manifest.ts');
const base = 'https://downbeat.example';

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}

test('everything goes to one address below the one given, and the rest is as over a socket', async () => {
  const { code, stdout, stderr } = await run('--url', base);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const manifest = readManifest(stdout);
  const receiver = `${base}/slack/events`;
  expect(manifest.features.slash_commands.map(({ url }) => url)).toEqual([receiver]);
  expect(manifest.settings.event_subscriptions.request_url).toBe(receiver);
  expect(manifest.settings.interactivity.request_url).toBe(receiver);
  expect(manifest.settings.socket_mode_enabled).toBe(false);
  const overSocket = readManifest(manifestText());
  expect(manifest.oauth_config).toEqual(overSocket.oauth_config);
  expect(manifest.features.shortcuts).toEqual(overSocket.features.shortcuts);
  expect(manifest.display_information).toEqual(overSocket.display_information);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(overSocket.settings.event_subscriptions.bot_events);
});

test.skipIf(!schemaAtHand)("Slack's own schema has nothing against it", async () => {
  const { stdout } = await run('--url', base);
  expect(schemaProblems(stdout)).toEqual([]);
});

test('it is JSON, which every door of Slack takes', async () => {
  const { stdout } = await run('--url', base);
  expect(() => JSON.parse(stdout)).not.toThrow();
});

test.each([`${base}/`, `${base}//`])('a slash at the end makes no second one: %s', async (url) => {
  const { stdout } = await run('--url', url);
  expect(readManifest(stdout).settings.interactivity.request_url).toBe(`${base}/slack/events`);
});

test('an address with a path keeps it', async () => {
  const { stdout } = await run('--url', `${base}/apps/downbeat`);
  expect(readManifest(stdout).settings.interactivity.request_url).toBe(`${base}/apps/downbeat/slack/events`);
});

test.each([
  { name: 'no arguments', args: [], says: 'Usage' },
  { name: 'no address', args: ['--url'], says: 'Usage' },
  { name: 'something else', args: ['--uri', base], says: 'Usage' },
  { name: 'no address but words', args: ['--url', 'downbeat'], says: 'is not an address' },
  { name: 'an address without encryption', args: ['--url', 'http://downbeat.example'], says: 'https://' },
  { name: 'a query', args: ['--url', `${base}/?a=1`], says: 'a host and a path' },
  { name: 'a name and password', args: ['--url', 'https://me:secret@downbeat.example'], says: 'a host and a path' },
  { name: 'a password alone', args: ['--url', 'https://:secret@downbeat.example'], says: 'a host and a path' },
  { name: 'an address of 4,000 characters', args: ['--url', `${base}/${'x'.repeat(4_000)}`], says: 'too long' },
])('$name is bad input: a message, nothing printed, exit 2', async ({ args, says }) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
});
