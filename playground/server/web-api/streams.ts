// chat.startStream, appendStream, stopStream (slack-platform.md §5.3).
import { z } from 'zod';
import { urlSource } from '../block-kit/cards.ts';
import { checkBlocks, MOST_BLOCK_TEXT } from '../block-kit/check.ts';
import { blocksTextLength } from '../block-kit/walk.ts';
import { app } from '../default-workspace.ts';
import type { Json, StoredMessage, StreamState } from '../model.ts';
import { changeMessage, postMessage } from '../posting.ts';
import { messageJson } from '../render.ts';
import { findMessage } from '../workspace.ts';
import type { World } from '../world.ts';
import { visibleChannel, writableChannel } from './access.ts';
import { checkMetadata } from './content.ts';
import { type ApiRefusal, jsonArg, method, refused, tsArg } from './method.ts';

/** Slack drops a stream after about five minutes (reported, undocumented). */
const STREAM_LIFE_MS = 5 * 60_000;

/** Most Markdown of one stream or one call. */
const LONGEST_MARKDOWN = 12_000;

const chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string() }),
  z.strictObject({ type: z.literal('plan_update'), title: z.string() }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: z.string().min(1),
    status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    details: z.string().optional(),
    output: z.string().optional(),
    sources: z.array(urlSource).optional(),
  }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()).max(50) }),
]);

const streamed = { markdown_text: z.string().optional(), chunks: jsonArg(z.unknown().optional()) };
interface Streamed {
  readonly markdown_text?: string | undefined;
  readonly chunks?: unknown;
}

/** Adds what came to the stream; undefined when all is well. */
function absorb(stream: StreamState, args: Streamed): ApiRefusal | undefined {
  const parsed = z.array(chunk).safeParse(args.chunks ?? []);
  if (!parsed.success) {
    return refused('invalid_chunks');
  }
  const added = parsed.data.flatMap((one) => (one.type === 'markdown_text' ? [one.text] : []));
  const markdown = [stream.markdown, args.markdown_text ?? '', ...added].join('');
  if (markdown.length > LONGEST_MARKDOWN) {
    return refused('msg_too_long');
  }
  const blocks: Json[] = [];
  for (const one of parsed.data) {
    if (one.type === 'blocks') {
      const checked = checkBlocks(one.blocks, 'message', '/chunks/blocks');
      if (!checked.ok) {
        return refused(checked.error, checked.messages);
      }
      blocks.push(...checked.blocks);
    }
  }
  if (stream.blocks.length + blocks.length > 50) {
    return refused('msg_blocks_too_many');
  }
  stream.markdown = markdown;
  stream.blocks.push(...blocks);
  for (const one of parsed.data) {
    if (one.type === 'task_update') {
      stream.tasks.set(one.id, taskCard(one));
    } else if (one.type === 'plan_update') {
      stream.planTitle = one.title;
    }
  }
  return undefined;
}

function taskCard(task: z.infer<typeof chunk> & { readonly type: 'task_update' }): Json {
  const asRichText = (text: string): Json => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  });
  return {
    type: 'task_card',
    block_id: `task-${task.id}`,
    task_id: task.id,
    title: task.title,
    status: task.status,
    ...(task.details === undefined ? {} : { details: asRichText(task.details) }),
    ...(task.output === undefined ? {} : { output: asRichText(task.output) }),
    ...(task.sources === undefined ? {} : { sources: task.sources }),
  };
}

function streamBlocks(stream: StreamState): readonly Json[] {
  const tasks = [...stream.tasks.values()];
  const plan = { type: 'plan', block_id: 'plan', title: stream.planTitle, tasks };
  return [
    ...(stream.planTitle === undefined ? tasks : [plan]),
    ...(stream.markdown === '' ? [] : [{ type: 'markdown', block_id: 'streamed', text: stream.markdown }]),
    ...stream.blocks,
  ];
}

function show(world: World, message: StoredMessage, stream: StreamState, last: Partial<{ metadata: Json }>): void {
  changeMessage(world, message, { text: stream.markdown, blocks: streamBlocks(stream), ...last }, false);
}

type LiveStream = { readonly ok: true; readonly message: StoredMessage; readonly stream: StreamState } | ApiRefusal;

function liveStream(world: World, channelId: string, ts: string): LiveStream {
  const target = visibleChannel(world, channelId);
  if (!target.ok) {
    return target;
  }
  const message = findMessage(world.workspace, target.channel.id, ts);
  if (message === undefined) {
    return refused('message_not_found');
  }
  const { stream } = message;
  if (stream !== undefined && world.clock.now() > stream.endsAt) {
    message.stream = undefined;
  }
  return stream === undefined || message.stream === undefined
    ? refused('message_not_in_streaming_state')
    : { ok: true, message, stream };
}

const start = method({
  name: 'chat.startStream',
  tier: 'tier2',
  scopes: ['chat:write'],
  args: z.object({
    channel: z.string(),
    thread_ts: tsArg,
    recipient_user_id: z.string().optional(),
    recipient_team_id: z.string().optional(),
    task_display_mode: z.enum(['timeline', 'plan', 'dense']).optional(),
    ...streamed,
  }),
  run(world, args) {
    const target = writableChannel(world, args.channel, args.thread_ts);
    if (!target.ok) {
      return target;
    }
    if (target.channel.kind !== 'im' && args.recipient_user_id === undefined) {
      return refused('missing_recipient_user_id');
    }
    if (target.channel.kind !== 'im' && args.recipient_team_id === undefined) {
      return refused('missing_recipient_team_id');
    }
    const stream: StreamState = {
      markdown: '',
      tasks: new Map(),
      blocks: [],
      planTitle: undefined,
      endsAt: world.clock.now() + STREAM_LIFE_MS,
    };
    const refusal = absorb(stream, args);
    if (refusal !== undefined) {
      return refusal;
    }
    const message = postMessage(world, {
      channel: target.channel,
      user: app.botUserId,
      text: stream.markdown,
      blocks: streamBlocks(stream),
      threadTs: args.thread_ts,
      stream,
    });
    return { ok: true, channel: target.channel.id, ts: message.ts };
  },
});

const append = method({
  name: 'chat.appendStream',
  tier: 'tier4',
  scopes: ['chat:write'],
  args: z.object({ channel: z.string(), ts: tsArg, ...streamed }),
  run(world, args) {
    const live = liveStream(world, args.channel, args.ts);
    if (!live.ok) {
      return live;
    }
    const refusal = absorb(live.stream, args);
    if (refusal !== undefined) {
      return refusal;
    }
    show(world, live.message, live.stream, {});
    return { ok: true, channel: live.message.channel, ts: live.message.ts };
  },
});

const stop = method({
  name: 'chat.stopStream',
  tier: 'tier2',
  scopes: ['chat:write'],
  args: z.object({
    channel: z.string(),
    ts: tsArg,
    ...streamed,
    blocks: jsonArg(z.unknown().optional()),
    metadata: jsonArg(z.unknown().optional()),
    session_status: z.string().optional(),
  }),
  run(world, args) {
    const live = liveStream(world, args.channel, args.ts);
    if (!live.ok) {
      return live;
    }
    const metadata = checkMetadata(args.metadata);
    const checked = checkBlocks(args.blocks ?? [], 'message', '/blocks');
    if (!metadata.ok || !checked.ok) {
      return metadata.ok ? refused(checked.ok ? 'invalid_blocks' : checked.error) : metadata;
    }
    const refusal = absorb(live.stream, args);
    if (refusal !== undefined) {
      return refusal;
    }
    if (live.stream.blocks.length + checked.blocks.length > 50) {
      return refused('msg_blocks_too_many');
    }
    if (blocksTextLength([...live.stream.blocks, ...checked.blocks]) > MOST_BLOCK_TEXT) {
      return refused('msg_blocks_too_long');
    }
    live.stream.blocks.push(...checked.blocks);
    live.message.stream = undefined;
    show(world, live.message, live.stream, metadata.metadata === undefined ? {} : { metadata: metadata.metadata });
    const { channel, ts } = live.message;
    return { ok: true, channel, ts, message: messageJson(world, live.message, true) };
  },
});

/** The streaming methods. */
export const streamMethods = [start, append, stop];
