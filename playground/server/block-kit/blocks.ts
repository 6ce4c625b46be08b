// Every block @slack/types 3.2.0 knows, strictly: an unknown field or type is an error (slack-platform.md §5.4, §7.1).
import { z } from 'zod';
import { button, contextActions, overflow, workflowButton } from './buttons.ts';
import { card, carousel, plan, taskCard } from './cards.ts';
import { fileInput, pickers, richTextInput, textInputs } from './inputs.ts';
import { richTextBlock } from './rich-text.ts';
import { choices, multiSelects, selects } from './selects.ts';
import { dataTable, table } from './tables.ts';
import { anyText, idSchema, imageElement, mrkdwn, plainText, withImageSource } from './texts.ts';

const base = { block_id: idSchema.optional() };

const actions = z.strictObject({
  type: z.literal('actions'),
  ...base,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        button,
        workflowButton,
        ...choices,
        ...pickers,
        ...selects,
        ...multiSelects,
        overflow,
        richTextInput,
      ]),
    )
    .min(1)
    .max(25),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...base,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(3000), mrkdwn(3000)]))
    .min(1)
    .max(10),
});

const contextActionsBlock = z.strictObject({
  type: z.literal('context_actions'),
  ...base,
  elements: z.array(z.discriminatedUnion('type', contextActions)).min(1).max(5),
});

const divider = z.strictObject({ type: z.literal('divider'), ...base });
const header = z.strictObject({ type: z.literal('header'), ...base, text: plainText(150) });
const image = withImageSource({
  type: z.literal('image'),
  ...base,
  alt_text: z.string().min(1).max(2000),
  title: plainText(2000).optional(),
});

const input = z.strictObject({
  type: z.literal('input'),
  ...base,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    ...choices,
    ...pickers,
    ...selects,
    ...multiSelects,
    ...textInputs,
    richTextInput,
    fileInput,
  ]),
});

const markdown = z.strictObject({ type: z.literal('markdown'), ...base, text: z.string().min(1).max(12_000) });

const section = z
  .strictObject({
    type: z.literal('section'),
    ...base,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        workflowButton,
        ...choices,
        ...pickers,
        ...selects,
        ...multiSelects,
        overflow,
        imageElement,
      ])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((one) => one.text !== undefined || one.fields !== undefined, { error: 'a section needs text or fields' });

const video = z.strictObject({
  type: z.literal('video'),
  ...base,
  video_url: z.string(),
  thumbnail_url: z.string(),
  alt_text: z.string().max(200),
  title: plainText(199),
  title_url: z.string().optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().max(49).optional(),
  provider_icon_url: z.string().optional(),
  description: plainText(200).optional(),
});

const container = z
  .strictObject({
    type: z.literal('container'),
    ...base,
    title: plainText(150).optional(),
    rich_text_title: richTextBlock.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          header,
          image,
          input,
          richTextBlock,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((one) => one.title !== undefined || one.rich_text_title !== undefined, {
    error: 'a container needs a title',
  });

const alert = z.strictObject({
  type: z.literal('alert'),
  ...base,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const everywhere = [actions, context, divider, header, image, input, richTextBlock, section, video] as const;

/** A block that may stand in a message. `file` blocks are Slack's own to make, and `alert` is refused in messages. */
export const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  card,
  carousel,
  container,
  contextActionsBlock,
  dataTable,
  markdown,
  plan,
  table,
  taskCard,
]);

/** A block that may stand in a modal. */
export const modalBlock = z.discriminatedUnion('type', [...everywhere, alert, container]);

/** A block that may stand in a Home tab. */
export const homeBlock = z.discriminatedUnion('type', [...everywhere, card, carousel, container]);
