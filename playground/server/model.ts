// What the playground's workspace is made of: people, channels, messages, files, views.

/** A JSON object whose fields belong to Slack's formats. */
export type Json = Readonly<Record<string, unknown>>;

/** A person, or the app's bot user. */
export interface Person {
  readonly id: string;
  /** The organisation they belong to; another one than the workspace's for an external person. */
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly colour: string;
  readonly external: boolean;
  readonly isBot: boolean;
  deactivated: boolean;
}

/** Who may post where (slack-platform.md §3.2, the `restricted_action_*` errors). */
export type ChannelRule = 'everyone' | 'threads-only' | 'read-only' | 'no-threads';

/** A channel, a DM (`im`) or a group DM (`mpim`). */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly members: Set<string>;
  /** Seconds since 1970. */
  readonly created: number;
  archived: boolean;
  postingRule: ChannelRule;
  externallyShared: boolean;
}

/** One state a message was in. */
export interface MessageVersion {
  /** Playground time in milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** What a live stream has collected so far. */
export interface StreamState {
  markdown: string;
  readonly tasks: Map<string, Json>;
  readonly blocks: Json[];
  planTitle: string | undefined;
  /** Playground time after which Slack drops the stream. */
  readonly endsAt: number;
}

/** A message in a channel. */
export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  /** The root's `ts`; undefined on a root. */
  readonly threadTs: string | undefined;
  /** The writer: a person's id or the bot user's. */
  readonly user: string;
  readonly byApp: boolean;
  readonly files: readonly string[];
  /** A reply that also stands in the channel. */
  readonly broadcast: boolean;
  subtype: string | undefined;
  text: string;
  blocks: readonly Json[];
  metadata: Json | undefined;
  /** `ts` of the latest edit by its writer. */
  editedTs: string | undefined;
  /** All states it was in before the present one, oldest first. */
  readonly versions: MessageVersion[];
  stream: StreamState | undefined;
}

/** A message only one person sees; gone after a restart. */
export interface EphemeralMessage {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly recipient: string;
  text: string;
  blocks: readonly Json[];
}

/** An uploaded file. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly alt: string;
  /** Bytes announced when the upload was asked for. */
  readonly length: number;
  title: string;
  bytes: Uint8Array | undefined;
  /** Messages that carry it. */
  readonly shares: { readonly channel: string; readonly ts: string }[];
}

/** An open modal, or a person's Home tab. */
export interface StoredView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly user: string;
  readonly rootViewId: string;
  readonly previousViewId: string | undefined;
  hash: string;
  /** As the app sent it, with block and action ids filled in. */
  view: Json;
  /** Values of its inputs as last reported by the person. */
  values: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** What the app refused at the last submission: text by block id. */
  errors: Readonly<Record<string, string>>;
  failed: boolean;
}

/** Something Slack would show to one person outside the messages. */
export interface Notice {
  readonly id: string;
  readonly user: string;
  readonly kind: 'command_timeout' | 'command_failed' | 'command_in_thread' | 'button_failed' | 'shortcut_failed';
  readonly text: string;
  readonly channel: string | undefined;
  readonly ts: string | undefined;
  readonly actionId: string | undefined;
}

/** A slash command the app declares. */
interface CommandSetting {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** Mentions typed in the command arrive as `<@U…|name>`. */
  readonly shouldEscape: boolean;
}

/** What the app's manifest grants and declares. */
export interface AppSettings {
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly commands: readonly CommandSetting[];
  readonly shortcuts: readonly { readonly callbackId: string; readonly name: string; readonly description: string }[];
  readonly homeTab: boolean;
  readonly messagesTab: boolean;
}
