// What Slack sends, as far as we read it: parsed once, at the door.
import { z } from 'zod';

const id = z.string().min(1);
const userSchema = z.object({ id, team_id: id.nullish() });
const teamSchema = z.object({ id }).nullish();

/** What stands in the fields of a modal. */
const viewStateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) });
type ViewState = z.infer<typeof viewStateSchema>;

/** A click in a message or a modal (`block_actions`). */
export const clickSchema = z.object({
  user: userSchema,
  team: teamSchema,
  trigger_id: id,
  response_url: z.string().nullish(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts: id, thread_ts: id.nullish() }).nullish(),
  view: z
    .object({
      id,
      hash: z.string(),
      private_metadata: z.string(),
      callback_id: z.string(),
      state: viewStateSchema.nullish(),
    })
    .nullish(),
  actions: z
    .array(
      z.object({
        action_id: id,
        action_ts: id,
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** A submitted modal (`view_submission`). */
export const submissionSchema = z.object({
  user: userSchema,
  team: teamSchema,
  view: z.object({
    id,
    hash: z.string(),
    private_metadata: z.string(),
    state: viewStateSchema,
  }),
});

/** A slash command. */
export const slashCommandSchema = z.object({
  command: id,
  text: z.string().default(''),
  team_id: id,
  enterprise_id: id.nullish(),
  user_id: id,
  channel_id: id,
  channel_name: z.string().nullish(),
  trigger_id: id,
  response_url: id,
});

/** A shortcut on a message (`message_action`). */
export const messageShortcutSchema = z.object({
  user: userSchema,
  team: teamSchema,
  trigger_id: id,
  response_url: id,
  action_ts: id.nullish(),
  channel: z.object({ id }),
  message: z.object({ ts: id, thread_ts: id.nullish(), text: z.string().nullish() }),
});

/** Somebody mentioned Downbeat (`app_mention`). */
export const mentionSchema = z.object({
  channel: id,
  user: id.nullish(),
  bot_id: id.nullish(),
  text: z.string().default(''),
  ts: id,
  thread_ts: id.nullish(),
  user_team: id.nullish(),
});

const said = { ts: id, thread_ts: id.nullish(), text: z.string().default('') };

function messageSchema<Kind extends string>(kinds: readonly [Kind, ...Kind[]]) {
  const channel_type = z.enum(kinds);
  return z.union([
    z.object({
      subtype: z.literal('message_changed'),
      channel_type,
      channel: id,
      message: z.object({ ...said, subtype: z.string().nullish() }),
    }),
    z.object({
      subtype: z.literal('message_deleted'),
      channel_type,
      channel: id,
      previous_message: z.object(said),
    }),
    z.object({
      subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
      channel_type,
      channel: id,
      user: id,
      user_team: id.nullish(),
      bot_id: id.nullish(),
      ...said,
    }),
  ]);
}

/** A message in our own DM: said, edited or deleted. Other kinds of message are of no concern. */
export const directMessageSchema = messageSchema(['im']);

/** A message in a channel, where the app may read those. */
export const channelMessageSchema = messageSchema(['channel', 'group']);

/** Either of them. */
export type HeardMessage = z.infer<typeof directMessageSchema> | z.infer<typeof channelMessageSchema>;

/** One of our tabs came into view (`app_home_opened`). */
export const homeOpenedSchema = z.object({ user: id, channel: id, tab: z.string() });

/** Somebody pressed Stop beside an answer on its way (`agent_session_stopped`). */
export const sessionStoppedSchema = z.object({ channel: id, user: id, thread_ts: id });

/** What every event comes in; the id stays the same when it is delivered again. */
export const envelopeSchema = z.object({ event_id: id });

/** Somebody's account changed (`user_change`, with a whole user object); `deleted` once it is deactivated. */
export const userChangeSchema = z.object({ user: z.object({ id, deleted: z.boolean().nullish() }) });

/**
 * Something became of a channel: archived, brought back, left by Downbeat, shared with another organisation or no longer.
 * In all of these `channel` is an id (docs.slack.dev/reference/events: channel_archive, channel_unarchive, channel_left,
 * channel_shared, channel_unshared and those of groups); `is_ext_shared` comes with channel_unshared alone and stays
 * true while a third organisation is still in.
 */
export const placeSchema = z.object({ channel: id, is_ext_shared: z.boolean().nullish() });

/** Somebody came into a channel or left it (`member_joined_channel`, `member_left_channel`). */
export const membershipSchema = z.object({ channel: id, user: id });

const fieldSchema = z.union([
  z.object({ type: z.enum(['plain_text_input']), value: z.string().nullish() }),
  z.object({
    type: z.enum(['static_select', 'radio_buttons']),
    selected_option: z.object({ value: z.string() }).nullish(),
  }),
  z.object({ type: z.literal('conversations_select'), selected_conversation: z.string().nullish() }),
  z.object({ type: z.literal('users_select'), selected_user: z.string().nullish() }),
  z.object({ type: z.literal('datepicker'), selected_date: z.string().nullish() }),
  z.object({
    type: z.enum(['checkboxes', 'multi_static_select']),
    selected_options: z.array(z.object({ value: z.string() })).nullish(),
  }),
  z.object({ type: z.literal('multi_users_select'), selected_users: z.array(z.string()).nullish() }),
]);

/** The values of a modal's field, in order: one for most fields, several for a choice of people, none when empty. */
export function fieldValues({ values }: ViewState, field: string): readonly string[] {
  const parsed = fieldSchema.safeParse(values[field]?.[field]);
  if (!parsed.success) return [];
  const value = parsed.data;
  switch (value.type) {
    case 'plain_text_input':
      return given(value.value?.trim());
    case 'static_select':
    case 'radio_buttons':
      return given(value.selected_option?.value);
    case 'conversations_select':
      return given(value.selected_conversation);
    case 'users_select':
      return given(value.selected_user);
    case 'datepicker':
      return given(value.selected_date);
    case 'checkboxes':
    case 'multi_static_select':
      return (value.selected_options ?? []).map((option) => option.value);
    case 'multi_users_select':
      return value.selected_users ?? [];
    default:
      return value satisfies never;
  }
}

function given(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined || value === '' ? [] : [value];
}
