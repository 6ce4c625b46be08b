// Checks a modal or Home view (slack-platform.md §7.1): title, buttons, private data, size, blocks.
import { z } from 'zod';
import type { Json } from '../model.ts';
import { checkBlocks, pointed, pointedIssues } from './check.ts';
import { idSchema, plainText } from './texts.ts';
import { inputBlocks } from './walk.ts';

/** The checked view with all ids filled in, or why it was refused. */
export type ViewCheck =
  | { readonly ok: true; readonly view: Json }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Largest view in bytes (slack-platform.md §7.1). */
const LARGEST_VIEW = 250_000;

const base = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: idSchema.optional(),
  external_id: z.string().max(255).optional(),
};

const modalSchema = z.strictObject({
  type: z.literal('modal'),
  ...base,
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const homeSchema = z.strictObject({ type: z.literal('home'), ...base });
const viewSchema = { modal: modalSchema, home: homeSchema } as const;

/** Checks a view sent to `views.*` or in the answer to a submission. */
export function checkView(view: unknown, type: 'modal' | 'home'): ViewCheck {
  if (Buffer.byteLength(JSON.stringify(view) ?? '') > LARGEST_VIEW) {
    return { ok: false, error: 'view_too_large', messages: [pointed('the view is larger than 250 kB', '/view')] };
  }
  const parsed = viewSchema[type].safeParse(view);
  if (!parsed.success) {
    return { ok: false, error: 'invalid_arguments', messages: pointedIssues(parsed.error, '/view') };
  }
  const blocks = checkBlocks(parsed.data.blocks, type, '/view/blocks');
  if (!blocks.ok) {
    return blocks;
  }
  if (parsed.data.type === 'modal' && parsed.data.submit === undefined && inputBlocks(blocks.blocks).length > 0) {
    const message = pointed('a modal with an input block needs submit', '/view/submit');
    return { ok: false, error: 'invalid_arguments', messages: [message] };
  }
  return { ok: true, view: { ...parsed.data, blocks: blocks.blocks } };
}
