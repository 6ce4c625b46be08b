// The parts of Block Kit the page works with itself: everything a person can touch. The rest goes to the renderer.
import type { Block } from 'slack-blocks-to-jsx';
import { z } from 'zod';

/** A text object. */
export const textSchema = z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string() });
/** See {@link textSchema}. */
export type KitText = z.infer<typeof textSchema>;

const optionSchema = z.looseObject({
  text: textSchema,
  value: z.string().default(''),
  description: textSchema.optional(),
  url: z.string().optional(),
});
/** One choice of a menu, radio group or set of checkboxes; kept whole, as it is sent back whole. */
export type KitOption = z.infer<typeof optionSchema>;

const confirmSchema = z.looseObject({
  title: textSchema,
  text: textSchema,
  confirm: textSchema,
  deny: textSchema,
  style: z.enum(['primary', 'danger']).optional(),
});
/** The question asked before an element acts. */
export type KitConfirm = z.infer<typeof confirmSchema>;

const actionable = {
  action_id: z.string().default(''),
  confirm: confirmSchema.optional(),
  placeholder: textSchema.optional(),
  focus_on_load: z.boolean().optional(),
};
const optionSource = {
  options: z.array(optionSchema).default([]),
  option_groups: z.array(z.looseObject({ label: textSchema, options: z.array(optionSchema) })).default([]),
};
const style = z.enum(['primary', 'danger']).optional();

const button = z.looseObject({
  type: z.enum(['button', 'workflow_button']),
  ...actionable,
  text: textSchema,
  value: z.string().optional(),
  url: z.string().optional(),
  style,
  accessibility_label: z.string().optional(),
});
const iconButton = z.looseObject({
  type: z.literal('icon_button'),
  ...actionable,
  icon: z.string(),
  text: textSchema,
  value: z.string().optional(),
  accessibility_label: z.string().optional(),
});
const feedbackChoice = z.looseObject({
  text: textSchema,
  value: z.string(),
  accessibility_label: z.string().optional(),
});
const feedback = z.looseObject({
  type: z.literal('feedback_buttons'),
  ...actionable,
  positive_button: feedbackChoice,
  negative_button: feedbackChoice,
});
const overflow = z.looseObject({ type: z.literal('overflow'), ...actionable, options: z.array(optionSchema) });
const staticSelect = z.looseObject({
  type: z.literal('static_select'),
  ...actionable,
  ...optionSource,
  initial_option: optionSchema.optional(),
});
const multiStaticSelect = z.looseObject({
  type: z.literal('multi_static_select'),
  ...actionable,
  ...optionSource,
  initial_options: z.array(optionSchema).default([]),
  max_selected_items: z.number().optional(),
});
const idSelect = z.looseObject({
  type: z.enum(['users_select', 'conversations_select', 'channels_select']),
  ...actionable,
  initial_user: z.string().optional(),
  initial_conversation: z.string().optional(),
  initial_channel: z.string().optional(),
});
const multiIdSelect = z.looseObject({
  type: z.enum(['multi_users_select', 'multi_conversations_select', 'multi_channels_select']),
  ...actionable,
  initial_users: z.array(z.string()).optional(),
  initial_conversations: z.array(z.string()).optional(),
  initial_channels: z.array(z.string()).optional(),
  max_selected_items: z.number().optional(),
});
const radio = z.looseObject({
  type: z.literal('radio_buttons'),
  ...actionable,
  options: z.array(optionSchema),
  initial_option: optionSchema.optional(),
});
const checkboxes = z.looseObject({
  type: z.literal('checkboxes'),
  ...actionable,
  options: z.array(optionSchema),
  initial_options: z.array(optionSchema).default([]),
});
const datePicker = z.looseObject({
  type: z.enum(['datepicker', 'timepicker']),
  ...actionable,
  initial_date: z.string().optional(),
  initial_time: z.string().optional(),
});
const dateTimePicker = z.looseObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  /** Seconds since 1970. */
  initial_date_time: z.number().optional(),
});
const textInput = z.looseObject({
  type: z.enum(['plain_text_input', 'email_text_input', 'url_text_input', 'number_input']),
  ...actionable,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  is_decimal_allowed: z.boolean().optional(),
});

const elementSchema = z.discriminatedUnion('type', [
  button,
  iconButton,
  feedback,
  overflow,
  staticSelect,
  multiStaticSelect,
  idSelect,
  multiIdSelect,
  radio,
  checkboxes,
  datePicker,
  dateTimePicker,
  textInput,
]);

/** An interactive element the page draws. */
export type KitElement = z.infer<typeof elementSchema>;
/** The element of one type. */
export type ElementOf<Type extends KitElement['type']> = Extract<KitElement, { type: Type }>;

/** The element in `json`, or undefined when the page does not know its type. */
export function parseElement(json: unknown): KitElement | undefined {
  const parsed = elementSchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

const blockId = z.string().default('');
const interactiveBlockSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(z.unknown()) }),
  z.looseObject({ type: z.literal('context_actions'), block_id: blockId, elements: z.array(z.unknown()) }),
  z.looseObject({ type: z.literal('section'), block_id: blockId, accessory: z.unknown().optional() }),
  z.looseObject({ type: z.literal('header'), block_id: blockId, text: textSchema }),
  z.looseObject({
    type: z.literal('input'),
    block_id: blockId,
    label: textSchema,
    hint: textSchema.optional(),
    optional: z.boolean().default(false),
    dispatch_action: z.boolean().default(false),
    element: z.unknown(),
  }),
  z.looseObject({
    type: z.literal('container'),
    block_id: blockId,
    title: textSchema,
    subtitle: textSchema.optional(),
    child_blocks: z.array(z.unknown()),
    is_collapsible: z.boolean().default(false),
    default_collapsed: z.boolean().default(false),
  }),
  z.looseObject({
    type: z.literal('image'),
    block_id: blockId,
    alt_text: z.string(),
    title: textSchema.optional(),
    image_url: z.string().optional(),
    slack_file: z.looseObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  }),
  z.looseObject({ type: z.literal('card'), block_id: blockId, actions: z.array(z.unknown()).default([]) }),
]);

/** A block the page draws itself, in whole or in part. */
export type InteractiveBlock = z.infer<typeof interactiveBlockSchema>;
/** The block of one type. */
export type BlockOf<Type extends InteractiveBlock['type']> = Extract<InteractiveBlock, { type: Type }>;

/** The block in `json` if it is one the page draws itself. */
export function parseInteractive(json: unknown): InteractiveBlock | undefined {
  const parsed = interactiveBlockSchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

const displaySchema = z.custom<Block>((value) => z.looseObject({ type: z.string() }).safeParse(value).success);

/** Any block, for the renderer, which draws nothing for types it does not know. */
export function parseDisplay(json: unknown): Block | undefined {
  const parsed = displaySchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}
