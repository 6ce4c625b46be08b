// Things to choose from: checkboxes, radio buttons, selects (slack-platform.md §7.1).
import { z } from 'zod';
import { plainOption, richOption } from './texts.ts';
import {
  actionable,
  choosesFromOwn,
  confirmable,
  focusable,
  foreignInitial,
  hasOptionsOrGroups,
  optionsOrGroups,
  select,
  staticOptions,
} from './traits.ts';

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
