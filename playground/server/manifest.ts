// What the app's manifest grants: scopes, events, commands, shortcuts, tabs. Without a manifest everything is granted.
import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { AppSettings } from './model.ts';

const manifestSchema = z.object({
  features: z
    .object({
      app_home: z
        .object({ home_tab_enabled: z.boolean().optional(), messages_tab_enabled: z.boolean().optional() })
        .optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string(),
            usage_hint: z.string().optional(),
            should_escape: z.boolean().optional(),
          }),
        )
        .optional(),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['message', 'global']),
            callback_id: z.string(),
            description: z.string(),
          }),
        )
        .optional(),
    })
    .optional(),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).optional() }).optional() }).optional(),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).optional() }).optional() })
    .optional(),
});

/** Every scope the playground knows to check (slack-platform.md §3.2, §4, §8). */
const ALL_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'team:read',
  'users:read',
] as const;

/** Every event the playground sends. */
const ALL_EVENTS = [
  'agent_session_stopped',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_left',
  'channel_shared',
  'channel_unarchive',
  'channel_unshared',
  'group_archive',
  'group_left',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'tokens_revoked',
  'user_change',
] as const;

/** What an app without a manifest gets: all scopes but `chat:write.public`, all events, `/decide`. */
export const everythingGranted: AppSettings = {
  scopes: new Set(ALL_SCOPES.filter((scope) => scope !== 'chat:write.public')),
  events: new Set(ALL_EVENTS),
  commands: [
    { command: '/decide', description: 'Decide how a workflow runs', usageHint: '[title]', shouldEscape: true },
  ],
  shortcuts: [{ callbackId: 'decide-this', name: 'Decide this', description: 'Start a decision from a message' }],
  homeTab: true,
  messagesTab: true,
};

/** Reads the manifest at `path` (YAML or JSON); without such a file everything is granted. Throws on a broken file. */
export function readAppSettings(path: string): AppSettings {
  if (!existsSync(path)) {
    return everythingGranted;
  }
  const parsed = manifestSchema.safeParse(load(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${path} is not a Slack app manifest: ${z.prettifyError(parsed.error)}`);
  }
  const { features, oauth_config: oauth, settings } = parsed.data;
  return {
    scopes: new Set(oauth?.scopes?.bot ?? []),
    events: new Set(settings?.event_subscriptions?.bot_events ?? []),
    commands: (features?.slash_commands ?? []).map((one) => ({
      command: one.command,
      description: one.description,
      usageHint: one.usage_hint ?? '',
      shouldEscape: one.should_escape ?? false,
    })),
    shortcuts: (features?.shortcuts ?? [])
      .filter((one) => one.type === 'message')
      .map((one) => ({ callbackId: one.callback_id, name: one.name, description: one.description })),
    homeTab: features?.app_home?.home_tab_enabled ?? false,
    messagesTab: features?.app_home?.messages_tab_enabled ?? false,
  };
}
