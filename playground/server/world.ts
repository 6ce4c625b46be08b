// Everything the playground's parts work on together, and a few questions all of them ask.
import type { PlaygroundClock } from './clock.ts';
import { app } from './default-workspace.ts';
import type { Deliveries } from './delivery/deliveries.ts';
import type { FaultList } from './faults.ts';
import type { AppSettings, Channel, Json } from './model.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Tickets } from './tickets.ts';
import type { Workspace } from './workspace.ts';

/** One Web API call as it was made. */
export interface ApiCall {
  readonly method: string;
  /** Playground time in milliseconds. */
  readonly at: number;
  readonly args: Json;
  /** The answer, or what happened instead of one. */
  readonly answer: Json;
}

/** What the app was granted; tests take some of it away. */
interface Grants {
  readonly settings: AppSettings;
  readonly scopes: Set<string>;
  /** The app was uninstalled: its tokens are void. */
  uninstalled: boolean;
}

/** The playground from inside. */
export interface World {
  readonly clock: PlaygroundClock;
  readonly workspace: Workspace;
  readonly grants: Grants;
  readonly faults: FaultList;
  readonly limits: RateLimits;
  readonly tickets: Tickets;
  readonly deliveries: Deliveries;
  readonly calls: ApiCall[];
  readonly tokens: { readonly bot: string; readonly app: string };
  /** The server's address, `http://127.0.0.1:PORT`, known once it listens. */
  readonly address: { url: string };
  /** Something a page could show has changed. */
  readonly changed: () => void;
}

/** Whether the app is in the channel. */
export function appIsIn(channel: Channel): boolean {
  return channel.members.has(app.botUserId);
}

/** Slack's word for a kind of conversation in `channel_type`. */
export function channelType(channel: Channel): 'channel' | 'group' | 'im' | 'mpim' {
  const words = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;
  return words[channel.kind];
}

/** The scope family of a kind of conversation: `channels`, `groups`, `im` or `mpim`. */
export function scopeFamily(channel: Channel): 'channels' | 'groups' | 'im' | 'mpim' {
  const words = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
  return words[channel.kind];
}
