// The whole page for one person, made from the workspace (see ../../protocol.ts).
import type { UiChannel, UiMessage, UiState } from '../../protocol.ts';
import { app, team } from '../default-workspace.ts';
import { openModals } from '../modals.ts';
import type { Channel, EphemeralMessage, Person, StoredFile, StoredMessage } from '../model.ts';
import { directChannel, messagesOf, repliesOf } from '../workspace.ts';
import { appIsIn, type World } from '../world.ts';

/** What the page shows to `user`; undefined for nobody of that id. */
export function uiState(world: World, user: string): UiState | undefined {
  const { workspace, grants, clock } = world;
  const me = workspace.people.get(user);
  if (me === undefined || me.isBot) {
    return undefined;
  }
  directChannel(workspace, [me.id, app.botUserId], clock);
  const channels = [...workspace.channels.values()].filter((channel) => canSee(channel, me));
  const shownChannels = channels.map((channel) => uiChannel(world, channel, me));
  const isShared = channels.some((channel) => channel.externallyShared);
  return {
    rev: workspace.rev,
    workspace: { id: team.id, name: team.name },
    appConnected: world.deliveries.connected(),
    app: {
      id: app.id,
      botUserId: app.botUserId,
      name: app.name,
      homeTab: grants.settings.homeTab,
      messagesTab: grants.settings.messagesTab,
    },
    people: [...workspace.people.values()].filter((one) => !one.external || isShared).map(uiPerson),
    me: me.id,
    channels: shownChannels,
    messages: channels.flatMap((channel) => channelMessages(world, channel, me)),
    threadStatus: [...workspace.statuses].flatMap(([key, status]) => {
      const [channel = '', threadTs = ''] = key.split(':');
      const seen = channels.some((one) => one.id === channel) && status.until > clock.now();
      return seen ? [{ channel, threadTs, text: status.text }] : [];
    }),
    prompts: [...workspace.prompts.values()]
      .filter((one) => channels.some((channel) => channel.id === one.channel))
      .map((one) => ({
        channel: one.channel,
        prompts: [...one.prompts],
        ...(one.threadTs === undefined ? {} : { threadTs: one.threadTs }),
        ...(one.title === undefined ? {} : { title: one.title }),
      })),
    modals: openModals(world, me.id).map((stored) => ({
      viewId: stored.id,
      hash: stored.hash,
      view: { ...stored.view },
      errors: { ...stored.errors },
      failed: stored.failed,
    })),
    home: uiHome(world, me),
    commands: grants.settings.commands.map(({ command, description, usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: grants.settings.shortcuts.map((shortcut) => ({ ...shortcut })),
    clock: { now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() },
    notices: workspace.notices
      .filter((notice) => notice.user === me.id)
      .map(({ id, kind, text, channel, ts, actionId }) => ({
        id,
        kind,
        text,
        ...(channel === undefined ? {} : { channel }),
        ...(ts === undefined ? {} : { ts }),
        ...(actionId === undefined ? {} : { actionId }),
      })),
  };
}

/** Members see a channel; own people see public ones too, guests only shared ones they are in. */
function canSee(channel: Channel, person: Person): boolean {
  return channel.members.has(person.id) || (channel.kind === 'public' && !person.external);
}

function uiPerson(person: Person): UiState['people'][number] {
  const { id, name, realName, colour, tz, external, isBot, deactivated } = person;
  const initials = realName
    .split(' ')
    .slice(0, 2)
    .map((part) => part.slice(0, 1))
    .join('');
  return { id, name, realName, initials, colour, tz, external, isBot, deactivated };
}

function uiChannel(world: World, channel: Channel, me: Person): UiChannel {
  const unread = messagesOf(world.workspace, channel.id).filter((message) => isUnread(world, message, me));
  const others = [...channel.members].filter((member) => member !== me.id);
  const names = others.map((other) => world.workspace.people.get(other)?.realName ?? other);
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  return {
    id: channel.id,
    name: direct ? names.join(', ') : channel.name,
    kind: channel.kind,
    archived: channel.archived,
    memberIds: [...channel.members],
    appIsMember: appIsIn(channel),
    isMember: channel.members.has(me.id),
    unread: unread.filter((message) => message.threadTs === undefined || message.broadcast).length,
    mentions: unread.filter((message) => message.text.includes(`<@${me.id}>`)).length,
    postingRule: channel.postingRule,
    externallyShared: channel.externallyShared,
  };
}

function isUnread({ workspace }: World, message: StoredMessage, me: Person): boolean {
  if (message.user === me.id) {
    return false;
  }
  const thread = message.threadTs === undefined ? undefined : `${me.id}:${message.channel}:${message.threadTs}`;
  const read = workspace.reads.get(thread ?? `${me.id}:${message.channel}`) ?? workspace.startedTs;
  return message.ts > read;
}

function channelMessages(world: World, channel: Channel, me: Person): UiMessage[] {
  const stored = messagesOf(world.workspace, channel.id).map((message) => uiMessage(world, message, me));
  const own = world.workspace.ephemerals
    .filter((one) => one.recipient === me.id && one.channel === channel.id)
    .map(uiEphemeral);
  return own.length === 0 ? stored : [...stored, ...own].sort((a, b) => Number(a.ts) - Number(b.ts));
}

function uiMessage(world: World, message: StoredMessage, me: Person): UiMessage {
  const { workspace } = world;
  const replies = message.threadTs === undefined ? repliesOf(workspace, message.channel, message.ts) : [];
  const latest = replies.at(-1)?.ts;
  const threadTs = message.threadTs ?? (latest === undefined ? undefined : message.ts);
  return {
    ts: message.ts,
    channel: message.channel,
    ...(threadTs === undefined ? {} : { threadTs }),
    user: message.user,
    isBot: message.byApp,
    text: message.text,
    blocks: message.blocks.map((block) => ({ ...block })),
    edited: message.editedTs !== undefined,
    ephemeral: false,
    files: message.files.flatMap((id) => {
      const file = workspace.files.get(id);
      return file === undefined ? [] : [uiFile(file)];
    }),
    replyCount: replies.length,
    ...(latest === undefined ? {} : { latestReply: latest }),
    streaming: message.stream !== undefined,
    ...(message.metadata === undefined ? {} : { metadata: { ...message.metadata } }),
    unread: isUnread(world, message, me),
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
  };
}

function uiFile(file: StoredFile): UiMessage['files'][number] {
  const { id, name, mimetype, alt, length } = file;
  return { id, name, mimetype, url: `/files/${id}/${encodeURIComponent(name)}`, alt, size: length };
}

function uiEphemeral(one: EphemeralMessage): UiMessage {
  return {
    ts: one.ts,
    channel: one.channel,
    ...(one.threadTs === undefined ? {} : { threadTs: one.threadTs }),
    user: app.botUserId,
    isBot: true,
    text: one.text,
    blocks: one.blocks.map((block) => ({ ...block })),
    edited: false,
    ephemeral: true,
    files: [],
    replyCount: 0,
    streaming: false,
    unread: false,
  };
}

function uiHome({ workspace }: World, me: Person): UiState['home'] {
  const stored = workspace.views.get(workspace.homes.get(me.id) ?? '');
  return stored === undefined ? null : { viewId: stored.id, hash: stored.hash, view: { ...stored.view } };
}
