// What the playground's server and its page say to each other: the page's whole state, and the acts of a person.
import { z } from 'zod';

/** A JSON object whose inside is Slack's business (a block, a view): the server has already checked it. */
const slackJson = z.record(z.string(), z.unknown());

/** The rule an admin set on who may post where (slack-platform.md §3.2, `restricted_action_*`). */
const postingRuleSchema = z.enum(['everyone', 'threads-only', 'read-only', 'no-threads']);

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  realName: z.string(),
  initials: z.string(),
  /** CSS colour of the avatar. */
  colour: z.string(),
  /** IANA time zone. */
  tz: z.string(),
  /** From another organisation: present only where a channel is shared outside. */
  external: z.boolean(),
  /** The app's bot user. */
  isBot: z.boolean(),
  /** An admin has deactivated the account. */
  deactivated: z.boolean(),
});

const channelSchema = z.object({
  id: z.string(),
  /** For an `im`, the name of the other one; for an `mpim`, all names. */
  name: z.string(),
  kind: z.enum(['public', 'private', 'im', 'mpim']),
  archived: z.boolean(),
  memberIds: z.array(z.string()),
  appIsMember: z.boolean(),
  /** The person looking is in it; a public channel they are not in is listed with false. */
  isMember: z.boolean(),
  /** Messages not read by the person looking, thread replies not counted. */
  unread: z.number().int().nonnegative(),
  /** Unread messages (replies included) that mention the person looking. */
  mentions: z.number().int().nonnegative(),
  postingRule: postingRuleSchema,
  externallyShared: z.boolean(),
});

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  mimetype: z.string(),
  /** Address on this server, relative to it. */
  url: z.string(),
  /** Alternative text, empty when none was given. */
  alt: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});

const messageSchema = z.object({
  /** Id of the message in its channel; also its time in seconds, with six decimals. */
  ts: z.string(),
  channel: z.string(),
  /** The root's `ts`; on the root itself only once it has replies. */
  threadTs: z.string().optional(),
  /** Who wrote it: a person's id or the app's bot user id. */
  user: z.string(),
  isBot: z.boolean(),
  /** Slack markup, entities encoded. */
  text: z.string(),
  blocks: z.array(slackJson),
  edited: z.boolean(),
  /** Shown to the person looking only; gone after a restart. */
  ephemeral: z.boolean(),
  files: z.array(fileSchema),
  replyCount: z.number().int().nonnegative(),
  latestReply: z.string().optional(),
  /** Still being streamed. */
  streaming: z.boolean(),
  metadata: slackJson.optional(),
  unread: z.boolean(),
  /** Set for joins and the like; such a message is drawn quietly. */
  subtype: z.string().optional(),
});

const modalSchema = z.object({
  viewId: z.string(),
  hash: z.string(),
  view: slackJson,
  /** What the app refused at the last submission: text by block id. */
  errors: z.record(z.string(), z.string()),
  /** The submission got no answer in time: Slack shows a general error in the modal. */
  failed: z.boolean(),
});

const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum(['command_timeout', 'command_failed', 'command_in_thread', 'button_failed', 'shortcut_failed']),
  /** What Slack would show, in words. */
  text: z.string(),
  channel: z.string().optional(),
  /** The message or the thread concerned. */
  ts: z.string().optional(),
  /** Of a button: which one carries the warning sign. */
  actionId: z.string().optional(),
});

/** Everything the page shows to one person, in one answer (`GET /ui/state?user=U…`). */
export const uiStateSchema = z.object({
  /** Grows with every change of anything; the same number is announced on `/ui/events`. */
  rev: z.number().int().nonnegative(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  /** An app's socket is open, or deliveries go by HTTP. */
  appConnected: z.boolean(),
  app: z.object({
    id: z.string(),
    botUserId: z.string(),
    name: z.string(),
    homeTab: z.boolean(),
    messagesTab: z.boolean(),
  }),
  people: z.array(personSchema),
  /** Id of the person looking. */
  me: z.string(),
  channels: z.array(channelSchema),
  /** All messages the person may see, by channel and `ts`, oldest first. */
  messages: z.array(messageSchema),
  threadStatus: z.array(z.object({ channel: z.string(), threadTs: z.string(), text: z.string() })),
  /** Prompts an app offers at the top of a DM or thread. */
  prompts: z.array(
    z.object({
      channel: z.string(),
      threadTs: z.string().optional(),
      title: z.string().optional(),
      prompts: z.array(z.object({ title: z.string(), message: z.string() })),
    }),
  ),
  /** The person's open modals, bottom first. */
  modals: z.array(modalSchema),
  /** The Home view published for the person, null before the first one. */
  home: z.object({ viewId: z.string(), hash: z.string(), view: slackJson }).nullable(),
  commands: z.array(z.object({ command: z.string(), description: z.string(), usageHint: z.string() })),
  /** Message shortcuts, as in a message's menu. */
  shortcuts: z.array(z.object({ callbackId: z.string(), name: z.string(), description: z.string() })),
  /** The playground's clock: real time plus `offsetMs`. */
  clock: z.object({ now: z.string(), offsetMs: z.number() }),
  notices: z.array(noticeSchema),
});

/** See {@link uiStateSchema}. */
export type UiState = z.infer<typeof uiStateSchema>;
/** A person, or the app's bot user, as the page draws them. */
export type UiPerson = UiState['people'][number];
/** A channel or conversation as one person sees it. */
export type UiChannel = UiState['channels'][number];
/** A message as one person sees it. */
export type UiMessage = UiState['messages'][number];
/** An open modal of the person looking. */
export type UiModal = UiState['modals'][number];

/** One change announced on `GET /ui/events` (Server-Sent Events, `data:` of each event). */
export interface UiEvent {
  readonly rev: number;
}

/**
 * The current value of one interactive element, as Slack reports it in `state.values` and, merged into the action,
 * in `actions[]`: `{ type, value? | selected_option? | selected_options? | selected_date? | … }`.
 */
const elementValueSchema = z.looseObject({ type: z.string() });

/** Values of all inputs of a surface: block id, then action id. */
const stateValuesSchema = z.record(z.string(), z.record(z.string(), elementValueSchema));

/** See {@link elementValueSchema}. */
export type ElementValue = z.infer<typeof elementValueSchema>;
/** See {@link stateValuesSchema}. */
export type StateValues = z.infer<typeof stateValuesSchema>;

const sourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
  /** A modal or the Home tab. */
  z.object({ type: z.literal('view'), viewId: z.string() }),
]);

/** What a person (or the one who plays with the workspace) does: body of `POST /ui/act`. */
export const uiActSchema = z.discriminatedUnion('kind', [
  /** A slash command typed into a channel: `text` is the whole line, `/decide Order fulfilment`. */
  z.object({
    kind: z.literal('command'),
    user: z.string(),
    channel: z.string(),
    text: z.string(),
    /** Typed in a thread: Slack refuses, and so do we (slack-platform.md §3.1). */
    threadTs: z.string().optional(),
  }),
  /** A typed message; `@Downbeat` and `@name` become mentions, the rest is escaped as Slack escapes it. */
  z.object({
    kind: z.literal('message'),
    user: z.string(),
    channel: z.string(),
    threadTs: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('edit_message'),
    user: z.string(),
    channel: z.string(),
    ts: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('delete_message'), user: z.string(), channel: z.string(), ts: z.string() }),
  /** Slack's own Stop beside the app's status line in a thread. */
  z.object({ kind: z.literal('stop_agent'), user: z.string(), channel: z.string(), threadTs: z.string() }),
  /** A click on a button, a choice in a select, … */
  z.object({
    kind: z.literal('block_action'),
    user: z.string(),
    source: sourceSchema,
    blockId: z.string(),
    actionId: z.string(),
    value: elementValueSchema,
    state: stateValuesSchema.optional(),
  }),
  z.object({ kind: z.literal('view_submit'), user: z.string(), viewId: z.string(), state: stateValuesSchema }),
  z.object({ kind: z.literal('view_close'), user: z.string(), viewId: z.string(), clearAll: z.boolean().optional() }),
  /** A message shortcut chosen in a message's menu. */
  z.object({
    kind: z.literal('shortcut'),
    user: z.string(),
    callbackId: z.string(),
    channel: z.string(),
    ts: z.string(),
  }),
  /** The app's Home or Messages tab comes into view. */
  z.object({ kind: z.literal('open_home'), user: z.string(), tab: z.enum(['home', 'messages']) }),
  /** The person has read a channel, or one thread of it, to the end. */
  z.object({ kind: z.literal('read'), user: z.string(), channel: z.string(), threadTs: z.string().optional() }),
  z.object({ kind: z.literal('join'), user: z.string(), channel: z.string() }),
  /** Somebody brings a person, or the app (its bot user id), into a channel. */
  z.object({ kind: z.literal('invite'), user: z.string(), channel: z.string(), invitee: z.string() }),
  z.object({ kind: z.literal('dismiss_notice'), user: z.string(), id: z.string() }),
  /** Moves the playground's clock forward. */
  z.object({ kind: z.literal('advance_clock'), ms: z.number().nonnegative() }),
  /** Forgets all messages; the server's owner is told, to clear what the app kept. */
  z.object({ kind: z.literal('start_over') }),
]);

/** See {@link uiActSchema}. */
export type UiAct = z.infer<typeof uiActSchema>;

/**
 * Answer of `POST /ui/act`. Interactions are answered once the app acknowledged or its three seconds are over;
 * what the person is told about a failure stands in `UiState.notices` or in the modal.
 */
export const uiActResultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** `ts` of the message written, for `message`. */
    ts: z.string().optional(),
    channel: z.string().optional(),
  }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** See {@link uiActResultSchema}. */
export type UiActResult = z.infer<typeof uiActResultSchema>;
