// assistant.threads.*: the status line, suggested prompts and title of a thread (slack-platform.md §5.1, §5.2).
import { z } from 'zod';
import { messageKey } from '../workspace.ts';
import { visibleChannel, writableChannel } from './access.ts';
import { jsonArg, method, refused, tsArg } from './method.ts';

/** A status line disappears after this many milliseconds. */
const STATUS_LIFE_MS = 2 * 60_000;

const setStatus = method({
  name: 'assistant.threads.setStatus',
  tier: 'special',
  scopes: ['chat:write', 'assistant:write'],
  args: z.object({
    channel_id: z.string(),
    thread_ts: tsArg,
    status: z.string(),
    loading_messages: jsonArg(z.array(z.string()).max(10).optional()),
  }),
  run(world, args) {
    const target = writableChannel(world, args.channel_id, args.thread_ts);
    if (!target.ok) {
      return target;
    }
    const key = messageKey(target.channel.id, args.thread_ts);
    if (args.status === '') {
      world.workspace.statuses.delete(key);
    } else {
      const until = world.clock.now() + STATUS_LIFE_MS;
      world.workspace.statuses.set(key, { text: args.status, until });
      world.clock.at(until, world.changed);
    }
    world.changed();
    return { ok: true };
  },
});

const setSuggestedPrompts = method({
  name: 'assistant.threads.setSuggestedPrompts',
  tier: 'tier4',
  scopes: ['assistant:write'],
  args: z.object({
    channel_id: z.string(),
    thread_ts: tsArg.optional(),
    title: z.string().optional(),
    prompts: jsonArg(z.array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) })).min(1)),
  }),
  run(world, args) {
    const target = visibleChannel(world, args.channel_id);
    if (!target.ok) {
      return target;
    }
    if (args.prompts.length > 4) {
      return refused('too_many_prompts');
    }
    world.workspace.prompts.set(`${target.channel.id}:${args.thread_ts ?? ''}`, {
      channel: target.channel.id,
      threadTs: args.thread_ts,
      title: args.title,
      prompts: args.prompts,
    });
    world.changed();
    return { ok: true };
  },
});

const setTitle = method({
  name: 'assistant.threads.setTitle',
  tier: 'tier4',
  scopes: ['assistant:write'],
  args: z.object({ channel_id: z.string(), thread_ts: tsArg, title: z.string().max(200) }),
  run(world, args) {
    const target = visibleChannel(world, args.channel_id);
    if (!target.ok) {
      return target;
    }
    world.workspace.titles.set(messageKey(target.channel.id, args.thread_ts), args.title);
    world.changed();
    return { ok: true };
  },
});

/** The assistant methods. */
export const assistantMethods = [setStatus, setSuggestedPrompts, setTitle];
