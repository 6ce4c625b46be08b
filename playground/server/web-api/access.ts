// Whether the app may see a channel and write there (slack-platform.md §3.2).
import { app } from '../default-workspace.ts';
import type { Channel } from '../model.ts';
import { directChannel, findMessage } from '../workspace.ts';
import { appIsIn, scopeFamily, type World } from '../world.ts';
import { type ApiRefusal, refused } from './method.ts';

type ChannelOrRefusal = { readonly ok: true; readonly channel: Channel } | ApiRefusal;

/** The channel with this id as the app sees it; a person's id means the DM with them. */
export function visibleChannel(world: World, id: string): ChannelOrRefusal {
  const person = world.workspace.people.get(id);
  if (person !== undefined && person.id !== app.botUserId) {
    return { ok: true, channel: directChannel(world.workspace, [person.id, app.botUserId], world.clock) };
  }
  const channel = world.workspace.channels.get(id);
  if (channel === undefined || (channel.kind !== 'public' && !appIsIn(channel))) {
    return refused('channel_not_found');
  }
  return { ok: true, channel };
}

/** A channel the app may read, given `family:right` scopes such as `channels:history`. */
export function readableChannel(world: World, id: string, right: 'history' | 'read'): ChannelOrRefusal {
  const found = visibleChannel(world, id);
  if (!found.ok) {
    return found;
  }
  const needed = `${scopeFamily(found.channel)}:${right}`;
  if (!world.grants.scopes.has(needed)) {
    return missingScope(world, needed);
  }
  return right === 'history' && !appIsIn(found.channel) ? refused('not_in_channel') : found;
}

/** Slack's answer where a right was not granted. */
export function missingScope(world: World, needed: string): ApiRefusal {
  return { ok: false, error: 'missing_scope', needed, provided: [...world.grants.scopes].join(',') };
}

/** A channel the app may write into, in a thread or not. */
export function writableChannel(world: World, id: string, threadTs: string | undefined): ChannelOrRefusal {
  const found = visibleChannel(world, id);
  if (!found.ok) {
    return found;
  }
  const { channel } = found;
  const error = writeError(world, channel, threadTs);
  return error === undefined ? found : refused(error);
}

function writeError(world: World, channel: Channel, threadTs: string | undefined): string | undefined {
  if (!appIsIn(channel) && !world.grants.scopes.has('chat:write.public')) {
    return 'not_in_channel';
  }
  if (channel.archived) {
    return 'is_archived';
  }
  if (channel.kind === 'im' && !world.grants.settings.messagesTab) {
    return 'messages_tab_disabled';
  }
  const ruleError = errorByRule(channel, threadTs !== undefined);
  return ruleError ?? (threadTs === undefined ? undefined : threadError(world, channel, threadTs));
}

function errorByRule(channel: Channel, inThread: boolean): string | undefined {
  switch (channel.postingRule) {
    case 'everyone':
      return undefined;
    case 'read-only':
      return 'restricted_action_read_only_channel';
    case 'threads-only':
      return inThread ? undefined : 'restricted_action_thread_only_channel';
    case 'no-threads':
      return inThread ? 'restricted_action_non_threadable_channel' : undefined;
  }
  return channel.postingRule satisfies never;
}

/** Stricter than Slack, which displays a reply to a reply oddly: here the root's `ts` is demanded. */
function threadError(world: World, channel: Channel, threadTs: string): string | undefined {
  const root = findMessage(world.workspace, channel.id, threadTs);
  if (root === undefined) {
    return 'thread_not_found';
  }
  return root.threadTs === undefined ? undefined : 'cannot_reply_to_message';
}
