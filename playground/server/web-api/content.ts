// What a message may contain (slack-platform.md §7.1): text, blocks, Markdown, metadata.
import { z } from 'zod';
import { checkBlocks } from '../block-kit/check.ts';
import type { Json } from '../model.ts';
import type { World } from '../world.ts';
import { missingScope } from './access.ts';
import { type ApiRefusal, jsonArg, refused } from './method.ts';

/** Text beyond this is cut off without a word. */
const LONGEST_TEXT = 40_000;

/** `chat.update` refuses text beyond this. */
const LONGEST_UPDATE = 4_000;

/** Most characters of `markdown_text`. */
const LONGEST_MARKDOWN = 12_000;

/** Most attachments. */
const MOST_ATTACHMENTS = 100;

/** Largest metadata in bytes; Slack names no figure, this one is ours. */
const LARGEST_METADATA = 16_000;

/** The arguments all writing methods share. */
export const contentArgs = {
  text: z.string().optional(),
  blocks: jsonArg(z.unknown().optional()),
  markdown_text: z.string().optional(),
  attachments: jsonArg(z.array(z.unknown()).optional()),
  metadata: jsonArg(z.unknown().optional()),
};

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), scalar);
const metadataSchema = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([scalar, flat, z.array(z.union([scalar, flat]))])),
});

interface ContentArgs {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly markdown_text?: string | undefined;
  readonly attachments?: readonly unknown[] | undefined;
}

/** The content of a message, checked. */
export type Content = { readonly ok: true; readonly text: string; readonly blocks: readonly Json[] } | ApiRefusal;

/** Checks text, blocks and Markdown; an update is held to its shorter text. */
export function checkContent(world: World, args: ContentArgs, use: 'post' | 'update'): Content {
  if (args.markdown_text !== undefined) {
    return checkMarkdown(args);
  }
  const text = args.text ?? '';
  if ((args.attachments?.length ?? 0) > MOST_ATTACHMENTS) {
    return refused('too_many_attachments');
  }
  if (use === 'update' && text.length > LONGEST_UPDATE) {
    return refused('msg_too_long');
  }
  const checked = checkBlocks(args.blocks ?? [], 'message', '/blocks');
  if (!checked.ok) {
    return refused(checked.error, checked.messages);
  }
  if (checked.blocks.some((block) => block.type === 'video') && !world.grants.scopes.has('links.embed:write')) {
    return missingScope(world, 'links.embed:write');
  }
  if (text === '' && checked.blocks.length === 0 && (args.attachments?.length ?? 0) === 0) {
    return refused('no_text');
  }
  return { ok: true, text: text.slice(0, LONGEST_TEXT), blocks: checked.blocks };
}

function checkMarkdown(args: ContentArgs): Content {
  const markdown = args.markdown_text ?? '';
  if (args.text !== undefined || args.blocks !== undefined) {
    return refused('markdown_text_conflict');
  }
  if (markdown === '') {
    return refused('no_text');
  }
  if (markdown.length > LONGEST_MARKDOWN) {
    return refused('msg_too_long');
  }
  const checked = checkBlocks([{ type: 'markdown', text: markdown }], 'message', '/markdown_text');
  return checked.ok ? { ok: true, text: markdown, blocks: checked.blocks } : refused(checked.error, checked.messages);
}

/** Checks a message's metadata; undefined where none was given. */
export function checkMetadata(
  metadata: unknown,
): { readonly ok: true; readonly metadata: Json | undefined } | ApiRefusal {
  if (metadata === undefined) {
    return { ok: true, metadata: undefined };
  }
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) {
    return refused('invalid_metadata_format');
  }
  return Buffer.byteLength(JSON.stringify(parsed.data)) > LARGEST_METADATA
    ? refused('metadata_too_large')
    : { ok: true, metadata: parsed.data };
}
