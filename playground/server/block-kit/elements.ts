// Block Kit's interactive elements with their limits (slack-platform.md §7.1).
import { z } from 'zod';
import { richTextBlock } from './rich-text.ts';
import {
  confirmSchema,
  idSchema,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
  richOption,
  styleSchema,
  urlSchema,
} from './texts.ts';

const actionable = { action_id: idSchema.optional() };
const confirmable = { confirm: confirmSchema.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeholdable = { placeholder: plainText(150).optional() };
const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
    })
    .optional(),
};
const labelled = { accessibility_label: z.string().max(75).optional() };
const field = { ...actionable, ...focusable, ...placeholdable };
const select = { ...field, ...confirmable };
const several = { max_selected_items: z.number().int().min(1).optional() };
const respondable = { response_url_enabled: z.boolean().optional() };
const ids = z.array(z.string()).optional();

const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();

/** What {@link choosesFromOwn} looks at. */
interface Choosing {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
  readonly initial_option?: unknown;
  readonly initial_options?: readonly unknown[] | undefined;
}

/** What is preselected is one of the options, to the letter. */
function choosesFromOwn(element: Choosing): boolean {
  const all = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  const known = new Set(all.map((option) => JSON.stringify(option)));
  const chosen = element.initial_option === undefined ? [] : [element.initial_option];
  return [...chosen, ...(element.initial_options ?? [])].every((option) => known.has(JSON.stringify(option)));
}

function hasOptionsOrGroups(element: Choosing): boolean {
  return (element.options === undefined) !== (element.option_groups === undefined);
}

const foreignInitial = { error: 'what is chosen initially must be one of the options' };
const optionsOrGroups = { error: 'give exactly one of options and option_groups' };
const staticOptions = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

/** A button. */
export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...labelled,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: urlSchema.optional(),
  style: styleSchema.optional(),
});

/** A button that starts a workflow of Slack's own. */
export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...labelled,
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: z.string(),
      customizable_input_parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
    }),
  }),
  style: styleSchema.optional(),
});

/** Checkboxes and radio buttons: at most ten options. */
export const choices = [
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...actionable,
      ...confirmable,
      ...focusable,
      options: z.array(richOption).min(1).max(10),
      initial_options: z.array(richOption).min(1).max(10).optional(),
    })
    .refine(choosesFromOwn, foreignInitial),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...actionable,
      ...confirmable,
      ...focusable,
      options: z.array(richOption).min(1).max(10),
      initial_option: richOption.optional(),
    })
    .refine(choosesFromOwn, foreignInitial),
] as const;

/** Pickers of a date or time. */
export const pickers = [
  z.strictObject({ type: z.literal('datepicker'), ...select, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...select,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...actionable,
    ...confirmable,
    ...focusable,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

/** Selects of one thing. */
export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...select,
      ...staticOptions,
      initial_option: plainOption.optional(),
    })
    .refine(hasOptionsOrGroups, optionsOrGroups)
    .refine(choosesFromOwn, foreignInitial),
  z.strictObject({ type: z.literal('users_select'), ...select, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...select,
    ...respondable,
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...select,
    ...respondable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('external_select'),
    ...select,
    initial_option: plainOption.optional(),
    min_query_length: z.number().int().min(0).optional(),
  }),
] as const;

/** Selects of several things. */
export const multiSelects = [
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...select,
      ...several,
      ...staticOptions,
      initial_options: z.array(plainOption).min(1).max(100).optional(),
    })
    .refine(hasOptionsOrGroups, optionsOrGroups)
    .refine(choosesFromOwn, foreignInitial),
  z.strictObject({ type: z.literal('multi_users_select'), ...select, ...several, initial_users: ids }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...select,
    ...several,
    initial_conversations: ids,
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...select, ...several, initial_channels: ids }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...select,
    ...several,
    initial_options: z.array(plainOption).optional(),
    min_query_length: z.number().int().min(0).optional(),
  }),
] as const;

/** The menu behind three dots: one to five options. */
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(overflowOption).min(1).max(5),
});

const length = z.number().int().min(0).max(3000).optional();
const typed = { ...field, ...dispatchable };

/** The rich text field, allowed in actions too. */
export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richTextBlock.optional(),
  min_lines: z.number().int().min(1).optional(),
  max_lines: z.number().int().min(1).optional(),
});

/** Fields one types into; they stand only in an input block. */
export const textInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: length,
    max_length: z.number().int().min(1).max(3000).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const;

/** The field for files: one to ten. */
export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(z.string()).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

const feedbackButton = z.strictObject({ text: plainText(75), value: z.string().max(2000), ...labelled });

/** Elements of a context_actions block. */
export const contextActions = [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionable,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionable,
    ...confirmable,
    ...labelled,
    icon: z.literal('trash'),
    text: plainText(75),
    value: z.string().max(2000).optional(),
    visible_to_user_ids: z.array(z.string()).max(10).optional(),
  }),
] as const;
