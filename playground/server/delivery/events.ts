// Which events the app hears, and in what envelope (slack-platform.md §2.5, §4).
import { app, externalTeamId, team } from '../default-workspace.ts';
import { slackId } from '../ids.ts';
import type { Channel, Json, StoredMessage } from '../model.ts';
import { messageJson } from '../render.ts';
import { nextTs } from '../workspace.ts';
import { appIsIn, channelType, scopeFamily, type World } from '../world.ts';

/** Sends an event the app has subscribed to; anything else is not sent. */
function announce(world: World, event: Json, channel?: Channel): void {
  const body = {
    token: 'playground',
    team_id: event.user_team === externalTeamId ? externalTeamId : team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: slackId('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel?.externallyShared ?? false,
    event_context: `playground-${String(event.type)}`,
  };
  void world.deliveries.send('events_api', body);
}

function subscribed(world: World, event: string, scope?: string): boolean {
  const { settings, scopes, uninstalled } = world.grants;
  return !uninstalled && settings.events.has(event) && (scope === undefined || scopes.has(scope));
}

function hearsMessages(world: World, channel: Channel): boolean {
  const family = scopeFamily(channel);
  return appIsIn(channel) && subscribed(world, `message.${family}`, `${family}:history`);
}

/** A new message: `message.*` where the app may read, `app_mention` where it is in the channel and mentioned. */
export function announceMessage(world: World, channel: Channel, message: StoredMessage): void {
  const person = world.workspace.people.get(message.user);
  const common = {
    ...messageJson(world, message, false),
    channel: channel.id,
    event_ts: message.ts,
    ...(person?.external === true ? { user_team: person.teamId, source_team: person.teamId } : {}),
  };
  if (hearsMessages(world, channel)) {
    announce(world, { ...common, channel_type: channelType(channel) }, channel);
  }
  const mentioned = message.subtype === undefined && message.text.includes(`<@${app.botUserId}>`);
  const inChannel = channel.kind !== 'im' && appIsIn(channel);
  if (mentioned && inChannel && subscribed(world, 'app_mention', 'app_mentions:read')) {
    announce(world, { ...common, type: 'app_mention' }, channel);
  }
}

/** A message was edited: what it is now and was before. */
export function announceChanged(world: World, channel: Channel, message: StoredMessage, previous: Json): void {
  if (hearsMessages(world, channel)) {
    const ts = nextTs(world.workspace, world.clock);
    const event = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: channel.id,
      channel_type: channelType(channel),
      ts,
      event_ts: ts,
      message: messageJson(world, message, false),
      previous_message: previous,
    };
    announce(world, event, channel);
  }
}

/** A message is gone. */
export function announceDeleted(world: World, channel: Channel, previous: Json): void {
  if (hearsMessages(world, channel)) {
    const ts = nextTs(world.workspace, world.clock);
    const event = {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: channel.id,
      channel_type: channelType(channel),
      ts,
      event_ts: ts,
      deleted_ts: previous.ts,
      previous_message: previous,
    };
    announce(world, event, channel);
  }
}

/** Somebody (the app included) came into or left a channel. */
export function announceMembership(
  world: World,
  type: 'member_joined_channel' | 'member_left_channel',
  { channel, user, inviter }: { readonly channel: Channel; readonly user: string; readonly inviter?: string },
): void {
  const concernsApp = user === app.botUserId;
  if ((appIsIn(channel) || concernsApp) && subscribed(world, type, `${scopeFamily(channel)}:read`)) {
    const event = {
      type,
      user,
      channel: channel.id,
      channel_type: channel.kind === 'public' ? 'C' : 'G',
      team: team.id,
      ...(inviter === undefined ? {} : { inviter }),
      event_ts: nextTs(world.workspace, world.clock),
    };
    announce(world, event, channel);
  }
}

/** The Home or Messages tab came into view. */
export function announceHomeOpened(world: World, user: string, channel: string, tab: 'home' | 'messages'): void {
  if (subscribed(world, 'app_home_opened')) {
    announce(world, { type: 'app_home_opened', user, channel, tab, event_ts: nextTs(world.workspace, world.clock) });
  }
}

/** A channel was archived or brought back. */
export function announceArchive(world: World, channel: Channel): void {
  const family = channel.kind === 'public' ? 'channel' : 'group';
  const type = `${family}_${channel.archived ? 'archive' : 'unarchive'}`;
  if (appIsIn(channel) && subscribed(world, type, `${scopeFamily(channel)}:read`)) {
    announce(world, { type, channel: channel.id, event_ts: nextTs(world.workspace, world.clock) }, channel);
  }
}

/** The channel was shared with another organisation. */
export function announceShared(world: World, channel: Channel): void {
  if (appIsIn(channel) && subscribed(world, 'channel_shared', `${scopeFamily(channel)}:read`)) {
    const ts = nextTs(world.workspace, world.clock);
    const event = { type: 'channel_shared', channel: channel.id, connected_team_id: externalTeamId, event_ts: ts };
    announce(world, event, channel);
  }
}

/** A person's account changed. */
export function announceUserChange(world: World, user: Json): void {
  if (subscribed(world, 'user_change', 'users:read')) {
    announce(world, { type: 'user_change', user, event_ts: nextTs(world.workspace, world.clock) });
  }
}

/** The app was removed from the workspace; both events come, in no promised order. */
export function announceUninstalled(world: World): void {
  const ts = nextTs(world.workspace, world.clock);
  if (subscribed(world, 'app_uninstalled')) {
    announce(world, { type: 'app_uninstalled', event_ts: ts });
  }
  if (subscribed(world, 'tokens_revoked')) {
    announce(world, { type: 'tokens_revoked', tokens: { oauth: [], bot: [app.botUserId] }, event_ts: ts });
  }
}
