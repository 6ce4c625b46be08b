// conversations.* and users.conversations: what the app may know about channels and read in them.
import { z } from 'zod';
import { app } from '../default-workspace.ts';
import { announceMembership } from '../delivery/events.ts';
import type { StoredMessage } from '../model.ts';
import { channelJson, messageJson } from '../render.ts';
import { directChannel, findMessage, messagesOf, repliesOf } from '../workspace.ts';
import { appIsIn, type World } from '../world.ts';
import { missingScope, readableChannel, visibleChannel } from './access.ts';
import { type ApiAnswer, countArg, flagArg, method, page, refused, tsArg } from './method.ts';

const paging = { cursor: z.string().optional(), limit: countArg.min(1).max(1000).default(100) };

const open = method({
  name: 'conversations.open',
  tier: 'tier3',
  args: z.object({ channel: z.string().optional(), users: z.string().optional(), return_im: flagArg.optional() }),
  run(world, args) {
    if (args.channel !== undefined) {
      const found = visibleChannel(world, args.channel);
      return found.ok ? { ok: true, channel: { id: found.channel.id }, no_op: true } : found;
    }
    const users = (args.users ?? '').split(',').filter((user) => user !== '');
    const scope = users.length > 1 ? 'mpim:write' : 'im:write';
    if (!world.grants.scopes.has(scope)) {
      return missingScope(world, scope);
    }
    const people = users.map((user) => world.workspace.people.get(user));
    if (people.length === 0 || people.includes(undefined)) {
      return refused('user_not_found');
    }
    if (people.some((person) => person?.deactivated)) {
      return refused('user_disabled');
    }
    const channel = directChannel(world.workspace, [...users, app.botUserId], world.clock);
    return { ok: true, channel: args.return_im === true ? channelJson(channel, false) : { id: channel.id } };
  },
});

const info = method({
  name: 'conversations.info',
  tier: 'tier3',
  args: z.object({ channel: z.string(), include_num_members: flagArg.optional() }),
  run(world, args) {
    const found = readableChannel(world, args.channel, 'read');
    return found.ok ? { ok: true, channel: channelJson(found.channel, args.include_num_members ?? false) } : found;
  },
});

const members = method({
  name: 'conversations.members',
  tier: 'tier4',
  args: z.object({ channel: z.string(), ...paging }),
  run(world, args) {
    const found = readableChannel(world, args.channel, 'read');
    if (!found.ok) {
      return found;
    }
    const paged = page([...found.channel.members], args);
    return paged === undefined
      ? refused('invalid_cursor')
      : { ok: true, members: paged.items, response_metadata: { next_cursor: paged.nextCursor } };
  },
});

const historyArgs = {
  channel: z.string(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flagArg.optional(),
  include_all_metadata: flagArg.optional(),
  ...paging,
};

interface Reading {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
  readonly include_all_metadata?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function within({ oldest, latest, inclusive }: Reading): (message: StoredMessage) => boolean {
  const from = Number(oldest ?? 0);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : Number(latest);
  return ({ ts }) => {
    const at = Number(ts);
    return inclusive === true ? at >= from && at <= to : at > from && at < to;
  };
}

function readPage(world: World, messages: readonly StoredMessage[], args: Reading): ApiAnswer {
  const paged = page(messages, { cursor: args.cursor, limit: args.limit });
  if (paged === undefined) {
    return refused('invalid_cursor');
  }
  const withMetadata = args.include_all_metadata ?? false;
  return {
    ok: true,
    messages: paged.items.map((message) => messageJson(world, message, withMetadata)),
    has_more: paged.nextCursor !== '',
    ...(paged.nextCursor === '' ? {} : { response_metadata: { next_cursor: paged.nextCursor } }),
  };
}

const history = method({
  name: 'conversations.history',
  tier: 'tier3',
  args: z.object(historyArgs),
  run(world, args) {
    const found = readableChannel(world, args.channel, 'history');
    if (!found.ok) {
      return found;
    }
    const inRange = within(args);
    const shown = messagesOf(world.workspace, found.channel.id).filter(
      (message) => (message.threadTs === undefined || message.broadcast) && inRange(message),
    );
    return readPage(world, shown.reverse(), args);
  },
});

const replies = method({
  name: 'conversations.replies',
  tier: 'tier3',
  args: z.object({ ...historyArgs, ts: tsArg }),
  run(world, args) {
    const found = readableChannel(world, args.channel, 'history');
    if (!found.ok) {
      return found;
    }
    const asked = findMessage(world.workspace, found.channel.id, args.ts);
    if (asked === undefined) {
      return refused('thread_not_found');
    }
    const rootTs = asked.threadTs ?? asked.ts;
    const root = findMessage(world.workspace, found.channel.id, rootTs);
    const inRange = within(args);
    const under = repliesOf(world.workspace, found.channel.id, rootTs).filter(inRange);
    return readPage(world, root === undefined ? under : [root, ...under], args);
  },
});

const join = method({
  name: 'conversations.join',
  tier: 'tier3',
  scopes: ['channels:join'],
  args: z.object({ channel: z.string() }),
  run(world, args) {
    const found = visibleChannel(world, args.channel);
    if (!found.ok) {
      return found;
    }
    if (found.channel.kind !== 'public') {
      return refused('method_not_supported_for_channel_type');
    }
    if (found.channel.archived) {
      return refused('is_archived');
    }
    const already = appIsIn(found.channel);
    found.channel.members.add(app.botUserId);
    if (!already) {
      announceMembership(world, 'member_joined_channel', { channel: found.channel, user: app.botUserId });
      world.changed();
    }
    return {
      ok: true,
      channel: channelJson(found.channel, false),
      ...(already ? { warning: 'already_in_channel' } : {}),
    };
  },
});

/** `types` of `users.conversations`, in Slack's words, as our kinds. */
const kinds = new Map([
  ['public_channel', 'public'],
  ['private_channel', 'private'],
  ['im', 'im'],
  ['mpim', 'mpim'],
]);

const usersConversations = method({
  name: 'users.conversations',
  tier: 'tier3',
  args: z.object({
    user: z.string().optional(),
    types: z.string().default('public_channel'),
    exclude_archived: flagArg.optional(),
    team_id: z.string().optional(),
    ...paging,
  }),
  run(world, args) {
    const user = args.user ?? app.botUserId;
    if (!world.workspace.people.has(user)) {
      return refused('user_not_found');
    }
    const wanted = args.types.split(',').map((type) => kinds.get(type.trim()));
    if (wanted.includes(undefined)) {
      return refused('invalid_types');
    }
    const shared = [...world.workspace.channels.values()].filter(
      (channel) =>
        wanted.includes(channel.kind) &&
        channel.members.has(user) &&
        (channel.kind === 'public' || appIsIn(channel)) &&
        !(args.exclude_archived === true && channel.archived),
    );
    const families = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
    for (const [kind, family] of Object.entries(families)) {
      if (wanted.includes(kind) && !world.grants.scopes.has(`${family}:read`)) {
        return missingScope(world, `${family}:read`);
      }
    }
    const paged = page(shared, args);
    return paged === undefined
      ? refused('invalid_cursor')
      : {
          ok: true,
          channels: paged.items.map((channel) => channelJson(channel, false)),
          response_metadata: { next_cursor: paged.nextCursor },
        };
  },
});

/** The conversation methods. */
export const conversationMethods = [open, info, members, history, replies, join, usersConversations];
