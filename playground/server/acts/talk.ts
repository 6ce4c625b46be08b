// A person writes, edits and deletes messages, joins, invites, reads.
import type { UiActResult } from '../../protocol.ts';
import { announceMembership, announceStopped } from '../delivery/events.ts';
import type { Channel, Person, StoredMessage } from '../model.ts';
import { changeMessage, deleteMessage, postMessage } from '../posting.ts';
import { messagesOf, repliesOf } from '../workspace.ts';
import type { World } from '../world.ts';
import { typedMessage } from './typed-text.ts';

/** Writes a typed message into a channel or thread. */
export function writeMessage(
  world: World,
  person: Person,
  draft: { readonly channel: Channel; readonly text: string; readonly threadTs: string | undefined },
): UiActResult {
  const error = writeError(draft.channel, person, draft.threadTs !== undefined);
  if (error !== undefined) {
    return { ok: false, error };
  }
  const text = typedMessage(draft.text.trim(), world.workspace.people.values());
  if (text === '') {
    return { ok: false, error: 'no_text' };
  }
  const message = postMessage(world, { channel: draft.channel, user: person.id, text, threadTs: draft.threadTs });
  markRead(world, person, draft.channel, draft.threadTs);
  return { ok: true, ts: message.ts, channel: draft.channel.id };
}

function writeError(channel: Channel, person: Person, inThread: boolean): string | undefined {
  if (channel.archived) {
    return 'is_archived';
  }
  if (!channel.members.has(person.id)) {
    return 'not_in_channel';
  }
  const refusedInThread = inThread && channel.postingRule === 'no-threads';
  const refusedOutside = !inThread && channel.postingRule === 'threads-only';
  return refusedInThread || refusedOutside || channel.postingRule === 'read-only' ? 'restricted_action' : undefined;
}

/** Edits one's own message. */
export function editMessage(world: World, person: Person, message: StoredMessage, text: string): UiActResult {
  if (message.user !== person.id) {
    return { ok: false, error: 'cant_update_message' };
  }
  const typed = typedMessage(text.trim(), world.workspace.people.values());
  changeMessage(world, message, { text: typed, blocks: [] }, true);
  return { ok: true, ts: message.ts, channel: message.channel };
}

/** Deletes one's own message; in the playground anybody may also delete the app's, as a workspace admin would. */
export function removeByPerson(world: World, person: Person, message: StoredMessage): UiActResult {
  if (message.user !== person.id && !message.byApp) {
    return { ok: false, error: 'cant_delete_message' };
  }
  deleteMessage(world, message);
  return { ok: true };
}

/** Stops the app's work in a thread: its streams end, and it is told; what it says of itself stays until it changes that. */
export function stopAgent(world: World, person: Person, channel: Channel, threadTs: string): UiActResult {
  const live = repliesOf(world.workspace, channel.id, threadTs).filter(({ stream }) => stream !== undefined);
  for (const message of live) {
    message.stream = undefined;
  }
  const streams = live.map(({ ts }) => ts);
  announceStopped(world, channel, { user: person.id, threadTs, streams });
  world.changed();
  return { ok: true };
}

/** Brings somebody (or the app) into a channel; into a private one only by its members. */
export function bringIn(
  world: World,
  channel: Channel,
  { user, inviter }: { readonly user: string; readonly inviter: string | undefined },
): UiActResult {
  if (channel.archived) {
    return { ok: false, error: 'is_archived' };
  }
  if (channel.kind !== 'public' && (inviter === undefined || !channel.members.has(inviter))) {
    return { ok: false, error: 'channel_not_found' };
  }
  if (!world.workspace.people.has(user)) {
    return { ok: false, error: 'user_not_found' };
  }
  if (!channel.members.has(user)) {
    channel.members.add(user);
    postMessage(world, { channel, user, text: `<@${user}> has joined the channel`, subtype: 'channel_join' });
    announceMembership(world, 'member_joined_channel', {
      channel,
      user,
      ...(inviter === undefined ? {} : { inviter }),
    });
    world.changed();
  }
  return { ok: true, channel: channel.id };
}

/** Marks a channel, or one thread of it, as read to its end. */
export function markRead(world: World, person: Person, channel: Channel, threadTs: string | undefined): void {
  const { workspace } = world;
  const messages =
    threadTs === undefined ? messagesOf(workspace, channel.id) : repliesOf(workspace, channel.id, threadTs);
  const key = threadTs === undefined ? `${person.id}:${channel.id}` : `${person.id}:${channel.id}:${threadTs}`;
  const last = messages.at(-1)?.ts;
  if (last !== undefined && workspace.reads.get(key) !== last) {
    workspace.reads.set(key, last);
    world.changed();
  }
}
