// files.*: get an address, put the bytes there, complete; the share comes a moment later (slack-platform.md §8.1).
import { z } from 'zod';
import { app } from '../default-workspace.ts';
import { slackId } from '../ids.ts';
import type { Channel, StoredFile } from '../model.ts';
import { postMessage } from '../posting.ts';
import { fileJson } from '../render.ts';
import type { World } from '../world.ts';
import { writableChannel } from './access.ts';
import { checkContent } from './content.ts';
import { countArg, jsonArg, method, refused, tsArg } from './method.ts';

/** Real milliseconds between the completion and the message that shows the file. */
const SHARE_DELAY_MS = 40;

/** Media types by ending; anything else is offered as a download. */
const mediaTypes = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['svg', 'image/svg+xml'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['xml', 'application/xml'],
  ['bpmn', 'application/xml'],
  ['mmd', 'text/plain'],
]);

const getUploadUrl = method({
  name: 'files.getUploadURLExternal',
  tier: 'tier4',
  scopes: ['files:write'],
  args: z.object({
    filename: z.string().min(1),
    length: countArg.min(1),
    alt_txt: z.string().max(1000).optional(),
    alt_text: z.string().max(1000).optional(),
    snippet_type: z.string().optional(),
  }),
  run(world, args) {
    const id = slackId('F');
    const ending = args.filename.split('.').at(-1)?.toLowerCase() ?? '';
    world.workspace.files.set(id, {
      id,
      name: args.filename,
      mimetype: mediaTypes.get(ending) ?? 'application/octet-stream',
      alt: args.alt_text ?? args.alt_txt ?? '',
      length: args.length,
      title: args.filename,
      bytes: undefined,
      shares: [],
    });
    return { ok: true, upload_url: `${world.address.url}/upload/v1/${id}`, file_id: id };
  },
});

/** Takes the bytes of an upload; false when nobody asked for it or the length is another one. */
export function receiveUpload(world: World, id: string, bytes: Uint8Array): boolean {
  const file = world.workspace.files.get(id);
  if (file === undefined || file.bytes !== undefined || file.length !== bytes.length) {
    return false;
  }
  file.bytes = bytes;
  return true;
}

const complete = method({
  name: 'files.completeUploadExternal',
  tier: 'tier4',
  scopes: ['files:write'],
  args: z.object({
    files: jsonArg(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
    channel_id: z.string().optional(),
    thread_ts: tsArg.optional(),
    initial_comment: z.string().optional(),
    blocks: jsonArg(z.unknown().optional()),
  }),
  run(world, args) {
    const files = args.files.map(({ id }) => world.workspace.files.get(id));
    const known = files.flatMap((file) => (file?.bytes === undefined ? [] : [file]));
    if (known.length < files.length) {
      return refused('file_not_found');
    }
    const target = args.channel_id === undefined ? undefined : writableChannel(world, args.channel_id, args.thread_ts);
    if (target?.ok === false) {
      return target;
    }
    const content =
      args.blocks === undefined
        ? { ok: true as const, text: args.initial_comment ?? '', blocks: [] }
        : checkContent(world, { text: args.initial_comment, blocks: args.blocks }, 'post');
    if (!content.ok) {
      return content;
    }
    for (const [index, file] of known.entries()) {
      file.title = args.files[index]?.title ?? file.name;
    }
    if (target !== undefined) {
      const share = () => shareFiles(world, known, { ...content, channel: target.channel, threadTs: args.thread_ts });
      setTimeout(share, SHARE_DELAY_MS).unref();
    }
    return { ok: true, files: known.map((file) => ({ id: file.id, title: file.title })) };
  },
});

interface Share {
  readonly channel: Channel;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly blocks: Parameters<typeof postMessage>[1]['blocks'];
}

function shareFiles(world: World, files: readonly StoredFile[], share: Share): void {
  const message = postMessage(world, {
    channel: share.channel,
    user: app.botUserId,
    text: share.text,
    blocks: share.blocks ?? [],
    threadTs: share.threadTs,
    files: files.map((file) => file.id),
    subtype: 'file_share',
  });
  for (const file of files) {
    file.shares.push({ channel: message.channel, ts: message.ts });
  }
}

const info = method({
  name: 'files.info',
  tier: 'tier4',
  scopes: ['files:read'],
  args: z.object({ file: z.string() }),
  run(world, args) {
    const file = world.workspace.files.get(args.file);
    return file === undefined ? refused('file_not_found') : { ok: true, file: fileJson(world, file) };
  },
});

/** The file methods. */
export const fileMethods = [getUploadUrl, complete, info];
