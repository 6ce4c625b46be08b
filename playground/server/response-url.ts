// The response_url of a command or interaction (slack-platform.md §2.4): five uses in half an hour, no ts in the answer.
import { z } from 'zod';
import { app } from './default-workspace.ts';
import type { Channel, EphemeralMessage, Json } from './model.ts';
import { changeMessage, deleteMessage, postEphemeral, postMessage } from './posting.ts';
import type { ResponseTarget } from './tickets.ts';
import { checkContent, checkMetadata } from './web-api/content.ts';
import { type ApiAnswer, type ApiRefusal, refused } from './web-api/method.ts';
import { findMessage } from './workspace.ts';
import type { World } from './world.ts';

const bodySchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.array(z.unknown()).optional(),
  metadata: z.unknown().optional(),
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

type Body = z.infer<typeof bodySchema>;

/** Answers one POST to a response url. A refused body still uses the url up once. */
export function respondTo(world: World, ticket: string, body: unknown): ApiAnswer {
  const use = world.tickets.redeemResponse(ticket);
  if (!use.ok) {
    return refused(use.error);
  }
  const parsed = bodySchema.safeParse(body);
  const channel = world.workspace.channels.get(use.target.channel);
  if (!parsed.success || channel === undefined) {
    return refused(parsed.success ? 'channel_not_found' : 'invalid_payload');
  }
  if (parsed.data.delete_original === true) {
    return deleteOriginal(world, use.target);
  }
  return write(world, channel, { target: use.target, body: parsed.data });
}

/** Shows what the app put into its acknowledgement of a command, or posts through a response url. */
export function write(
  world: World,
  channel: Channel,
  { target, body }: { readonly target: ResponseTarget; readonly body: Body },
): ApiAnswer {
  const content = checkContent(world, body, 'post');
  const metadata = checkMetadata(body.metadata);
  if (!content.ok || !metadata.ok) {
    return content.ok ? metadata : content;
  }
  if (body.replace_original === true && target.ts !== undefined) {
    return replace(world, target, { text: content.text, blocks: content.blocks, metadata: metadata.metadata });
  }
  const threadTs = body.replace_original === false ? body.thread_ts : undefined;
  if (body.response_type === 'in_channel') {
    const draft = { channel, user: app.botUserId, text: content.text, blocks: content.blocks, threadTs };
    postMessage(world, { ...draft, metadata: metadata.metadata });
  } else {
    const shown = { text: content.text, blocks: content.blocks, threadTs };
    postEphemeral(world, { ...shown, channel: channel.id, recipient: target.user });
  }
  return { ok: true };
}

function replace(
  world: World,
  target: ResponseTarget,
  content: { readonly text: string; readonly blocks: readonly Json[]; readonly metadata: Json | undefined },
): ApiAnswer {
  if (target.ephemeral) {
    const shown = originalEphemeral(world, target);
    if (shown === undefined) {
      return refused('message_not_found');
    }
    shown.text = content.text;
    shown.blocks = content.blocks;
    world.changed();
    return { ok: true };
  }
  const message = findMessage(world.workspace, target.channel, target.ts ?? '');
  if (message === undefined || message.subtype === 'tombstone') {
    return refused('message_not_found');
  }
  const { metadata, ...visible } = content;
  changeMessage(world, message, metadata === undefined ? visible : content, true);
  return { ok: true };
}

function deleteOriginal(world: World, target: ResponseTarget): ApiAnswer {
  if (target.ts === undefined) {
    return refused('message_not_found');
  }
  if (target.ephemeral) {
    const index = world.workspace.ephemerals.findIndex((one) => one.ts === target.ts);
    if (index >= 0) {
      world.workspace.ephemerals.splice(index, 1);
      world.changed();
    }
    return index >= 0 ? { ok: true } : refused('message_not_found');
  }
  const message = findMessage(world.workspace, target.channel, target.ts);
  if (message === undefined) {
    return refused('message_not_found');
  }
  deleteMessage(world, message);
  return { ok: true };
}

function originalEphemeral(world: World, target: ResponseTarget): EphemeralMessage | undefined {
  return world.workspace.ephemerals.find((one) => one.ts === target.ts && one.recipient === target.user);
}

/** Reads what an acknowledgement of a command carried: a text or a message, or nothing. */
export function readAckMessage(payload: unknown): Body | ApiRefusal | undefined {
  const parsed = bodySchema.safeParse(typeof payload === 'string' ? { text: payload } : payload);
  if (payload === undefined || payload === null || payload === '') {
    return undefined;
  }
  if (!parsed.success) {
    return refused('invalid_payload');
  }
  return parsed.data.text === undefined && parsed.data.blocks === undefined ? undefined : parsed.data;
}
