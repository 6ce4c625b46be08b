// Writes, edits and deletes messages, and tells the app and the pages.
import { app } from './default-workspace.ts';
import { announceChanged, announceDeleted, announceMention, announceMessage } from './delivery/events.ts';
import type { Channel, Json, StoredMessage, StreamState } from './model.ts';
import { messageJson } from './render.ts';
import { insertMessage, messageKey, nextTs, removeMessage, repliesOf } from './workspace.ts';
import type { World } from './world.ts';

/** Older ephemeral messages are forgotten beyond this number. */
const MOST_EPHEMERALS = 5_000;

/** What a new message is made of. */
export interface Draft {
  readonly channel: Channel;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly threadTs?: string | undefined;
  readonly broadcast?: boolean;
  readonly metadata?: Json | undefined;
  readonly files?: readonly string[];
  readonly subtype?: string;
  readonly stream?: StreamState;
}

/** What an edit changes. */
export interface Revision {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata?: Json | undefined;
}

/** Writes a message; a status line of the app in that thread disappears with the app's own message. */
export function postMessage(world: World, draft: Draft): StoredMessage {
  const { workspace, clock } = world;
  const message: StoredMessage = {
    ts: nextTs(workspace, clock),
    channel: draft.channel.id,
    threadTs: draft.threadTs,
    user: draft.user,
    byApp: draft.user === app.botUserId,
    files: draft.files ?? [],
    broadcast: draft.broadcast ?? false,
    subtype: draft.subtype,
    text: draft.text,
    blocks: draft.blocks ?? [],
    metadata: draft.metadata,
    editedTs: undefined,
    versions: [],
    stream: draft.stream,
  };
  insertMessage(workspace, message);
  if (message.byApp && message.threadTs !== undefined) {
    workspace.statuses.delete(messageKey(message.channel, message.threadTs));
  }
  announceMessage(world, draft.channel, message);
  world.changed();
  return message;
}

/** Gives a message new content; `edited` marks it as edited by its writer. */
export function changeMessage(world: World, message: StoredMessage, revision: Revision, edited: boolean): void {
  const channel = world.workspace.channels.get(message.channel);
  const previous = messageJson(world, message, false);
  message.versions.push({ at: world.clock.now(), text: message.text, blocks: message.blocks });
  message.text = revision.text;
  message.blocks = revision.blocks;
  if ('metadata' in revision) {
    message.metadata = revision.metadata;
  }
  if (edited) {
    message.editedTs = nextTs(world.workspace, world.clock);
  }
  if (channel !== undefined) {
    announceChanged(world, channel, message, previous);
    if (edited) {
      announceMention(world, channel, message);
    }
  }
  world.changed();
}

/** Deletes a message; a root with replies leaves a tombstone behind, as in Slack, and the app hears of a change to that. */
export function deleteMessage(world: World, message: StoredMessage): void {
  const channel = world.workspace.channels.get(message.channel);
  const previous = messageJson(world, message, false);
  if (repliesOf(world.workspace, message.channel, message.ts).length > 0) {
    message.subtype = 'tombstone';
    message.text = 'This message was deleted.';
    message.blocks = [];
    message.metadata = undefined;
    if (channel !== undefined) {
      announceChanged(world, channel, message, previous);
    }
  } else {
    removeMessage(world.workspace, message);
    if (channel !== undefined) {
      announceDeleted(world, channel, previous);
    }
  }
  world.changed();
}

/** Shows a message to one person only; answers its `ts`. */
export function postEphemeral(
  world: World,
  draft: {
    readonly channel: string;
    readonly recipient: string;
    readonly text: string;
    readonly blocks: readonly Json[];
    readonly threadTs: string | undefined;
  },
): string {
  const ts = nextTs(world.workspace, world.clock);
  const { ephemerals } = world.workspace;
  ephemerals.push({ ts, ...draft });
  if (ephemerals.length > MOST_EPHEMERALS) {
    ephemerals.splice(0, MOST_EPHEMERALS / 2);
  }
  world.changed();
  return ts;
}
