// chat.*: post, update, delete, show to one person, link to.
import { z } from 'zod';
import { app, team } from '../default-workspace.ts';
import { changeMessage, deleteMessage, postEphemeral, postMessage } from '../posting.ts';
import { messageJson } from '../render.ts';
import { findMessage } from '../workspace.ts';
import { visibleChannel, writableChannel } from './access.ts';
import { checkContent, checkMetadata, contentArgs } from './content.ts';
import { flagArg, method, refused, tsArg } from './method.ts';

const write = ['chat:write'] as const;

const post = method({
  name: 'chat.postMessage',
  tier: 'special',
  scopes: write,
  args: z.object({
    channel: z.string(),
    thread_ts: tsArg.optional(),
    reply_broadcast: flagArg.optional(),
    ...contentArgs,
  }),
  run(world, args) {
    const target = writableChannel(world, args.channel, args.thread_ts);
    if (!target.ok) {
      return target;
    }
    const content = checkContent(world, args, 'post');
    if (!content.ok) {
      return content;
    }
    const metadata = checkMetadata(args.metadata);
    if (!metadata.ok) {
      return metadata;
    }
    const retryAfter = world.limits.takePost(target.channel.id);
    if (retryAfter > 0) {
      return { ok: false, error: 'ratelimited', retryAfter };
    }
    const message = postMessage(world, {
      channel: target.channel,
      user: app.botUserId,
      text: content.text,
      blocks: content.blocks,
      threadTs: args.thread_ts,
      broadcast: args.reply_broadcast ?? false,
      metadata: metadata.metadata,
    });
    return {
      ok: true,
      channel: target.channel.id,
      ts: message.ts,
      message: messageJson(world, message, true),
    };
  },
});

const update = method({
  name: 'chat.update',
  tier: 'tier3',
  scopes: write,
  args: z.object({ channel: z.string(), ts: tsArg, ...contentArgs }),
  run(world, args) {
    const target = writableChannel(world, args.channel, undefined);
    if (!target.ok && !target.error.startsWith('restricted_action')) {
      return target;
    }
    const message = findMessage(world.workspace, target.ok ? target.channel.id : args.channel, args.ts);
    if (message === undefined || message.subtype === 'tombstone') {
      return refused('message_not_found');
    }
    if (!message.byApp) {
      return refused('cant_update_message');
    }
    if (message.stream !== undefined) {
      return refused('streaming_state_conflict');
    }
    const content = checkContent(world, args, 'update');
    if (!content.ok) {
      return content;
    }
    const metadata = checkMetadata(args.metadata);
    if (!metadata.ok) {
      return metadata;
    }
    const kept = args.metadata === undefined ? {} : { metadata: metadata.metadata };
    changeMessage(world, message, { text: content.text, blocks: content.blocks, ...kept }, true);
    const shown = messageJson(world, message, true);
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text, message: shown };
  },
});

const remove = method({
  name: 'chat.delete',
  tier: 'tier3',
  scopes: write,
  args: z.object({ channel: z.string(), ts: tsArg }),
  run(world, args) {
    const target = visibleChannel(world, args.channel);
    if (!target.ok) {
      return target;
    }
    const message = findMessage(world.workspace, target.channel.id, args.ts);
    if (message === undefined || message.subtype === 'tombstone') {
      return refused('message_not_found');
    }
    if (!message.byApp) {
      return refused('cant_delete_message');
    }
    deleteMessage(world, message);
    return { ok: true, channel: target.channel.id, ts: args.ts };
  },
});

const ephemeral = method({
  name: 'chat.postEphemeral',
  tier: 'tier4',
  scopes: write,
  args: z.object({ channel: z.string(), user: z.string(), thread_ts: tsArg.optional(), ...contentArgs }),
  run(world, args) {
    const target = writableChannel(world, args.channel, args.thread_ts);
    if (!target.ok) {
      return target;
    }
    if (!target.channel.members.has(args.user)) {
      return refused('user_not_in_channel');
    }
    const content = checkContent(world, args, 'post');
    if (!content.ok) {
      return content;
    }
    const ts = postEphemeral(world, {
      channel: target.channel.id,
      recipient: args.user,
      text: content.text,
      blocks: content.blocks,
      threadTs: args.thread_ts,
    });
    return { ok: true, message_ts: ts };
  },
});

const permalink = method({
  name: 'chat.getPermalink',
  tier: 'special',
  args: z.object({ channel: z.string(), message_ts: tsArg }),
  run(world, args) {
    const target = visibleChannel(world, args.channel);
    if (!target.ok) {
      return target;
    }
    const message = findMessage(world.workspace, target.channel.id, args.message_ts);
    if (message === undefined) {
      return refused('message_not_found');
    }
    const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${message.channel}`;
    const path = `/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
    return { ok: true, channel: message.channel, permalink: `${world.address.url}${path}`, team_id: team.id };
  },
});

/** The chat methods but the streams. */
export const chatMethods = [post, update, remove, ephemeral, permalink];
