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

/** What the event of a message holds. */
function eventOf(world: World, channel: Channel, message: StoredMessage): Json {
  const person = world.workspace.people.get(message.user);
  return {
    ...messageJson(world, message, false),
    channel: channel.id,
    event_ts: message.editedTs ?? message.ts,
    ...(person?.external === true ? { user_team: person.teamId, source_team: person.teamId } : {}),
  };
}

/** A new message: `message.*` where the app may read, `app_mention` where it is in the channel and mentioned. */
export function announceMessage(world: World, channel: Channel, message: StoredMessage): void {
  if (hearsMessages(world, channel)) {
    announce(world, { ...eventOf(world, channel, message), channel_type: channelType(channel) }, channel);
  }
  announceMention(world, channel, message);
}

/** A mention of the app. An edit of a message that mentions it is announced anew, with `edited` (bolt-js #960). */
export function announceMention(world: World, channel: Channel, message: StoredMessage): void {
  const mentioned = message.subtype === undefined && message.text.includes(`<@${app.botUserId}>`);
  const inChannel = channel.kind !== 'im' && appIsIn(channel);
  if (mentioned && inChannel && subscribed(world, 'app_mention', 'app_mentions:read')) {
    announce(world, { ...eventOf(world, channel, message), type: 'app_mention' }, channel);
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

/** Somebody came into or left a channel, or the app came in. That the app left is {@link announceLeft}. */
export function announceMembership(
  world: World,
  type: 'member_joined_channel' | 'member_left_channel',
  { channel, user, inviter }: { readonly channel: Channel; readonly user: string; readonly inviter?: string },
): void {
  if (appIsIn(channel) && subscribed(world, type, `${scopeFamily(channel)}:read`)) {
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

/** The app was taken out of a channel. It hears this and no `member_left_channel`, which goes to those still in. */
export function announceLeft(world: World, channel: Channel, actor: string): void {
  const type = channel.kind === 'public' ? 'channel_left' : 'group_left';
  if (subscribed(world, type, `${scopeFamily(channel)}:read`)) {
    const event = { type, channel: channel.id, actor_id: actor, event_ts: nextTs(world.workspace, world.clock) };
    announce(world, event, channel);
  }
}

/** Somebody pressed Stop while the app was working in a thread; `streams` are the messages that ended with it. */
export function announceStopped(
  world: World,
  channel: Channel,
  stopped: { readonly user: string; readonly threadTs: string; readonly streams: readonly string[] },
): void {
  const { user, threadTs, streams } = stopped;
  if (appIsIn(channel) && subscribed(world, 'agent_session_stopped')) {
    const event_ts = nextTs(world.workspace, world.clock);
    const type = 'agent_session_stopped';
    const event = { type, user, channel: channel.id, thread_ts: threadTs, streaming_message_ts: streams, event_ts };
    announce(world, event, channel);
  }
}

/** The Home or Messages tab came into view. */
export function announceHomeOpened(world: World, user: string, channel: string, tab: 'home' | 'messages'): void {
  if (subscribed(world, 'app_home_opened')) {
    announce(world, { type: 'app_home_opened', user, channel, tab, event_ts: nextTs(world.workspace, world.clock) });
  }
}

/** A channel was archived or brought back, by somebody. */
export function announceArchive(world: World, channel: Channel, user: string): void {
  const family = channel.kind === 'public' ? 'channel' : 'group';
  const type = `${family}_${channel.archived ? 'archive' : 'unarchive'}`;
  if (appIsIn(channel) && subscribed(world, type, `${scopeFamily(channel)}:read`)) {
    announce(world, { type, channel: channel.id, user, event_ts: nextTs(world.workspace, world.clock) }, channel);
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

/** The channel is no longer shared with that organisation, nor with any other. */
export function announceUnshared(world: World, channel: Channel): void {
  if (appIsIn(channel) && subscribed(world, 'channel_unshared', `${scopeFamily(channel)}:read`)) {
    const event = {
      type: 'channel_unshared',
      previously_connected_team_id: externalTeamId,
      channel: channel.id,
      is_ext_shared: false,
      event_ts: nextTs(world.workspace, world.clock),
    };
    announce(world, event, channel);
  }
}

/** A person's account changed. */
export function announceUserChange(world: World, user: Json): void {
  if (subscribed(world, 'user_change', 'users:read')) {
    const changedAt = Math.floor(world.clock.now() / 1000);
    announce(world, {
      type: 'user_change',
      user,
      cache_ts: changedAt,
      event_ts: nextTs(world.workspace, world.clock),
    });
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
