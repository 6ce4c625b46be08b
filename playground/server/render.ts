// People, channels, messages, files and views as Slack's JSON shows them to an app.
import { app, team } from './default-workspace.ts';
import type { Channel, Json, Person, StoredFile, StoredMessage, StoredView } from './model.ts';
import { repliesOf, type Workspace } from './workspace.ts';
import { appIsIn, type World } from './world.ts';

/** Seconds east of Greenwich of a time zone at a moment (milliseconds since 1970). */
function zoneOffset(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  return match === null ? 0 : Number(`${match[1]}1`) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

/** A user object, as in `users.info`. */
export function userJson(world: World, person: Person): Json {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.deactivated,
    color: person.colour.slice(1),
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffset(person.tz, world.clock.now()),
    is_bot: person.isBot,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: person.external,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      team: person.teamId,
      ...(person.isBot ? { api_app_id: app.id, bot_id: app.botId } : {}),
    },
  };
}

/** A conversation object, as in `conversations.info`. */
export function channelJson(channel: Channel, withMembers: boolean): Json {
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  const other = [...channel.members].find((member) => member !== app.botUserId);
  return {
    id: channel.id,
    ...(channel.kind === 'im' ? { user: other } : { name: channel.name, name_normalized: channel.name }),
    created: channel.created,
    context_team_id: team.id,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: false,
    is_member: appIsIn(channel),
    is_shared: channel.externallyShared,
    is_ext_shared: channel.externallyShared,
    is_org_shared: false,
    ...(direct ? {} : { topic: { value: '', creator: '', last_set: 0 } }),
    ...(withMembers ? { num_members: channel.members.size } : {}),
  };
}

/** A file object inside a message or answer. */
export function fileJson(world: World, file: StoredFile): Json {
  const url = `${world.address.url}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    size: file.length,
    user: app.botUserId,
    alt_txt: file.alt,
    url_private: url,
    url_private_download: url,
    permalink: url,
    channels: [...new Set(file.shares.map((share) => share.channel))],
    shares: {
      public: Object.fromEntries(file.shares.map((share) => [share.channel, [{ ts: share.ts }]])),
    },
  };
}

/** A message object, as in events and `conversations.history`; metadata only where it was asked for. */
export function messageJson(world: World, message: StoredMessage, withMetadata: boolean): Json {
  const { workspace } = world;
  const replies = message.threadTs === undefined ? repliesOf(workspace, message.channel, message.ts) : [];
  const files = message.files.flatMap((id) => {
    const file = workspace.files.get(id);
    return file === undefined ? [] : [fileJson(world, file)];
  });
  const author = workspace.people.get(message.user);
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.subtype === 'tombstone' ? 'USLACKBOT' : message.user,
    text: message.text,
    ts: message.ts,
    team: author?.teamId ?? team.id,
    ...(message.byApp ? { bot_id: app.botId, app_id: app.id } : {}),
    ...(author?.isBot === true && !message.byApp ? { bot_id: author.id.replace(/^U/, 'B') } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...threadFields(workspace, message, replies),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

function threadFields(workspace: Workspace, message: StoredMessage, replies: readonly StoredMessage[]): Json {
  if (message.threadTs !== undefined) {
    const root = workspace.byKey.get(`${message.channel}:${message.threadTs}`);
    return { thread_ts: message.threadTs, ...(root === undefined ? {} : { parent_user_id: root.user }) };
  }
  const latest = replies.at(-1);
  if (latest === undefined) {
    return {};
  }
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users.slice(0, 5),
    reply_users_count: users.length,
    latest_reply: latest.ts,
  };
}

/** A view object, as in answers of `views.*` and in payloads. */
export function viewJson(stored: StoredView): Json {
  const { view } = stored;
  return {
    id: stored.id,
    team_id: team.id,
    type: stored.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values: stored.values },
    hash: stored.hash,
    title: view.title ?? { type: 'plain_text', text: '', emoji: true },
    close: view.close ?? null,
    submit: view.submit ?? null,
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    previous_view_id: stored.previousViewId ?? null,
    root_view_id: stored.rootViewId,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
