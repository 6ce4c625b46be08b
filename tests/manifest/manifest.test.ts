// The manifest grants what the code relies on and nothing besides: whoever adds a listener or a call is sent here.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortcutIds } from '../../src/slack/ids.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { noteRegistrations, takers } from '../support/registrations.ts';
import { manifestText, readManifest, schemaAtHand, schemaProblems } from './read-manifest.ts';

const registered = noteRegistrations();
useDownbeat({ shared: true });

const manifest = readManifest(manifestText());
const declaredScopes = manifest.oauth_config.scopes.bot;
const declaredEvents = manifest.settings.event_subscriptions.bot_events;

/** Slack's events that an app like this may subscribe to, with the scope each needs (slack-platform.md §4). */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  // Comes with the agent view, which the manifest declares.
  agent_session_stopped: null,
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  channel_archive: 'channels:read',
  channel_left: 'channels:read',
  channel_shared: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_unshared: 'channels:read',
  group_archive: 'groups:read',
  group_left: 'groups:read',
  group_unarchive: 'groups:read',
  // For private channels with the right to read those (groups:read).
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  tokens_revoked: null,
  user_change: 'users:read',
};

/** Web API methods with the scopes they need, as far as Downbeat may ever call them (slack-platform.md §3.2, §4, §8). */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  // Slack takes the general right for it by now (slack-platform.md §5.3).
  'assistant.threads.setStatus': ['chat:write'],
  // Slack adds the right to agents by itself; it is declared so that it is seen (slack-platform.md §4).
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  chatStream: ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.appendStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  // Public channels, private channels, and the app's own messages: wherever a card may stand.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  filesUploadV2: ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'files.uploadV2': ['files:write'],
  'users.conversations': ['channels:read', 'groups:read', 'im:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** Every Web API method the adapter calls, found in its sources. */
function calledMethods(): readonly string[] {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'slack');
  const sources = globSync('**/*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = sources.flatMap((source) =>
    [...source.matchAll(/(?<!receiver\.)\bclient\s*\.((?:\s*\w+\s*\.)*\s*\w+)\s*\(|\.apiCall\(\s*'([\w.]+)'/g)].map(
      ([, dotted = '', named = '']) => (named === '' ? dotted.replaceAll(/\s/g, '') : named),
    ),
  );
  return [...new Set(found)].filter((method) => method !== 'apiCall').toSorted();
}

/** Events the code listens to, as a manifest names them: one listener for messages serves all four kinds. */
function heardEvents(): readonly string[] {
  const kinds = declaredEvents.filter((event) => event.startsWith('message.'));
  const heard = registered.events.flatMap((event) => (event === 'message' ? kinds : [String(event)]));
  return [...new Set(heard)].toSorted();
}

test.skipIf(!schemaAtHand)("Slack's own schema has nothing against it", () => {
  expect(schemaProblems(manifestText())).toEqual([]);
});

describe('events', () => {
  test('that the code listens to are subscribed to, and none besides', () => {
    expect(declaredEvents.toSorted()).toEqual(heardEvents());
    if (registered.events.includes('message'))
      expect(declaredEvents.some((event) => event.startsWith('message.'))).toBe(true);
  });

  test('are all known, each with its scope declared', () => {
    for (const event of declaredEvents) {
      expect(Object.keys(scopeOfEvent), event).toContain(event);
      const scope = scopeOfEvent[event] ?? null;
      if (scope !== null) expect(declaredScopes, event).toContain(scope);
    }
  });
});

describe('scopes', () => {
  test('are those of the methods called, of the events heard and of commands, and none besides', () => {
    const needed = new Set(
      calledMethods().flatMap((method) => {
        const scopes = scopesOfMethod[method];
        expect(scopes, `${method} is called: say in this test which scopes it needs`).toBeDefined();
        return scopes ?? [];
      }),
    );
    for (const event of declaredEvents) {
      const scope = scopeOfEvent[event] ?? null;
      if (scope !== null) needed.add(scope);
    }
    if (registered.commands.length + registered.shortcuts.length > 0) needed.add('commands');
    expect(declaredScopes.toSorted()).toEqual([...needed].toSorted());
  });

  test('are derived from calls that are really found', () => {
    expect(calledMethods()).toEqual(expect.arrayContaining(['auth.test', 'chat.postMessage', 'views.open']));
  });

  test('without which Downbeat does less are optional, and what is optional is declared', () => {
    expect(manifest.oauth_config.scopes.bot_optional.toSorted()).toEqual(['channels:history', 'groups:history']);
    for (const scope of manifest.oauth_config.scopes.bot_optional) expect(declaredScopes).toContain(scope);
  });
});

describe('commands and shortcuts', () => {
  test('that are declared have exactly one listener, and the reverse', () => {
    const commands = manifest.features.slash_commands.map(({ command }) => command);
    expect(commands).toEqual(['/decide']);
    for (const command of commands) expect(takers(registered.commands, command)).toHaveLength(1);
    for (const listener of registered.commands)
      expect(commands.filter((command) => takers([listener], command).length > 0)).not.toEqual([]);
    const shortcuts = manifest.features.shortcuts.map(({ callback_id }) => callback_id);
    expect(registered.shortcuts.toSorted()).toEqual(shortcuts.toSorted());
    expect(Object.values(shortcutIds).toSorted()).toEqual(shortcuts.toSorted());
  });

  test('bring what the person typed with its references, so that nobody is mentioned by accident', () => {
    for (const command of manifest.features.slash_commands) expect(command.should_escape).toBe(true);
  });
});

test('texts are as long as Slack allows (slack-platform.md §6.2)', () => {
  const { display_information: shown, features } = manifest;
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description.length).toBeLessThanOrEqual(140);
  expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
  expect(shown.long_description.length).toBeLessThanOrEqual(4_000);
  expect(shown.background_color).toMatch(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i);
  expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2_000);
    expect(hint.length).toBeLessThanOrEqual(1_000);
  }
  for (const { name, description, callback_id: id } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
    expect(id.length).toBeLessThanOrEqual(255);
  }
});

test('token rotation stays off: once on it can never be switched off again', () => {
  expect(manifest.settings.token_rotation_enabled).toBe(false);
});

test('over a socket no addresses are given', () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifestText()).not.toMatch(/^\s*-?\s*(?:request_)?url:/m);
});
