// The workspace's state: people, channels, messages in order, files, views. It knows no rule of Slack's API.
import { createHash } from 'node:crypto';
import type { PlaygroundClock } from './clock.ts';
import { defaultChannels, defaultDirects, defaultPeople } from './default-workspace.ts';
import type { Channel, EphemeralMessage, Notice, Person, StoredFile, StoredMessage, StoredView } from './model.ts';

/** A prompt list an app offers in a DM or thread. */
interface SuggestedPrompts {
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly title: string | undefined;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** Everything the workspace holds. */
export interface Workspace {
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  /** All messages of a channel, replies included, by `ts`. */
  readonly messages: Map<string, StoredMessage[]>;
  /** Messages by `channel:ts`. */
  readonly byKey: Map<string, StoredMessage>;
  /** Replies by `channel:ts` of their root, by `ts`. */
  readonly replies: Map<string, StoredMessage[]>;
  readonly ephemerals: EphemeralMessage[];
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, StoredView>;
  /** Open modals of a person, bottom first. */
  readonly stacks: Map<string, string[]>;
  /** View id of a person's Home tab. */
  readonly homes: Map<string, string>;
  /** Last `ts` read, by `user:channel` or `user:channel:rootTs`. */
  readonly reads: Map<string, string>;
  /** Status lines by `channel:rootTs`. */
  readonly statuses: Map<string, { readonly text: string; readonly until: number }>;
  readonly titles: Map<string, string>;
  readonly prompts: Map<string, SuggestedPrompts>;
  readonly notices: Notice[];
  /** Grows with every change a page could show. */
  rev: number;
  /** The last `ts` handed out, in microseconds. */
  lastMicros: number;
  /** Nothing older counts as unread. */
  startedTs: string;
}

/** The key of a message in {@link Workspace.byKey}. */
export function messageKey(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/** A `ts` (seconds with six decimals), unlike any before it. */
export function nextTs(workspace: Workspace, clock: PlaygroundClock): string {
  workspace.lastMicros = Math.max(Math.floor(clock.now()) * 1000, workspace.lastMicros + 1);
  const seconds = Math.floor(workspace.lastMicros / 1_000_000);
  return `${seconds}.${String(workspace.lastMicros % 1_000_000).padStart(6, '0')}`;
}

/** A fresh workspace (see default-workspace.ts). */
export function createWorkspace(clock: PlaygroundClock): Workspace {
  const workspace: Workspace = {
    people: new Map(),
    channels: new Map(),
    messages: new Map(),
    byKey: new Map(),
    replies: new Map(),
    ephemerals: [],
    files: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    reads: new Map(),
    statuses: new Map(),
    titles: new Map(),
    prompts: new Map(),
    notices: [],
    rev: 0,
    lastMicros: 0,
    startedTs: '0',
  };
  fillWorkspace(workspace, clock);
  return workspace;
}

/** Puts `workspace` back to the fresh state; `rev` and `ts` go on growing. */
export function resetWorkspace(workspace: Workspace, clock: PlaygroundClock): void {
  for (const part of [
    workspace.people,
    workspace.channels,
    workspace.messages,
    workspace.byKey,
    workspace.replies,
    workspace.files,
    workspace.views,
    workspace.stacks,
    workspace.homes,
    workspace.reads,
    workspace.statuses,
    workspace.titles,
    workspace.prompts,
  ]) {
    part.clear();
  }
  workspace.ephemerals.length = 0;
  workspace.notices.length = 0;
  fillWorkspace(workspace, clock);
}

function fillWorkspace(workspace: Workspace, clock: PlaygroundClock): void {
  for (const person of defaultPeople()) {
    workspace.people.set(person.id, person);
  }
  for (const channel of defaultChannels(Math.floor(clock.now() / 1000))) {
    workspace.channels.set(channel.id, channel);
  }
  for (const users of defaultDirects()) {
    directChannel(workspace, users, clock);
  }
  workspace.startedTs = nextTs(workspace, clock);
}

/** All messages of a channel, replies included, oldest first. */
export function messagesOf(workspace: Workspace, channel: string): readonly StoredMessage[] {
  return workspace.messages.get(channel) ?? [];
}

/** The replies under a root, oldest first. */
export function repliesOf(workspace: Workspace, channel: string, rootTs: string): readonly StoredMessage[] {
  return workspace.replies.get(messageKey(channel, rootTs)) ?? [];
}

/** A message, or undefined. */
export function findMessage(workspace: Workspace, channel: string, ts: string): StoredMessage | undefined {
  return workspace.byKey.get(messageKey(channel, ts));
}

/** Adds a message; its `ts` must be newer than all before it in its channel. */
export function insertMessage(workspace: Workspace, message: StoredMessage): void {
  append(workspace.messages, message.channel, message);
  workspace.byKey.set(messageKey(message.channel, message.ts), message);
  if (message.threadTs !== undefined) {
    append(workspace.replies, messageKey(message.channel, message.threadTs), message);
  }
}

function append(lists: Map<string, StoredMessage[]>, key: string, message: StoredMessage): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [message]);
  } else {
    list.push(message);
  }
}

/** Takes a message out for good. */
export function removeMessage(workspace: Workspace, message: StoredMessage): void {
  takeOut(workspace.messages.get(message.channel), message.ts);
  workspace.byKey.delete(messageKey(message.channel, message.ts));
  if (message.threadTs !== undefined) {
    takeOut(workspace.replies.get(messageKey(message.channel, message.threadTs)), message.ts);
  }
}

function takeOut(list: StoredMessage[] | undefined, ts: string): void {
  if (list === undefined) {
    return;
  }
  const index = firstAtOrAfter(list, ts);
  if (list[index]?.ts === ts) {
    list.splice(index, 1);
  }
}

/** Index of the first message with a `ts` of at least `ts` (binary search in a list ordered by `ts`). */
function firstAtOrAfter(list: readonly StoredMessage[], ts: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = list[middle];
    if (candidate !== undefined && candidate.ts < ts) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The DM between two people (or a person and the app's bot user), opened at first use. */
export function directChannel(workspace: Workspace, users: readonly string[], clock: PlaygroundClock): Channel {
  const members = [...new Set(users)].sort();
  const kind = members.length > 2 ? 'mpim' : 'im';
  const id = directId(members, kind);
  const known = workspace.channels.get(id);
  if (known !== undefined) {
    return known;
  }
  const names = members.map((member) => workspace.people.get(member)?.name ?? member);
  const channel: Channel = {
    id,
    name: kind === 'mpim' ? `mpdm-${names.join('--')}-1` : names.join(' and '),
    kind,
    members: new Set(members),
    created: Math.floor(clock.now() / 1000),
    archived: false,
    postingRule: 'everyone',
    externallyShared: false,
  };
  workspace.channels.set(id, channel);
  return channel;
}

/** The same people always get the same id, so that a restart without stored data does not confuse the app. */
function directId(members: readonly string[], kind: 'im' | 'mpim'): string {
  const digest = createHash('sha256').update(members.join()).digest('hex').toUpperCase();
  return `${kind === 'im' ? 'D' : 'G'}0${digest.slice(0, 9)}`;
}
