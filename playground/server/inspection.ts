// What tests ask about the workspace.
import type { DeliveryRecord } from './delivery/deliveries.ts';
import { openModals } from './modals.ts';
import type { EphemeralMessage, MessageVersion, StoredMessage, StoredView } from './model.ts';
import { findMessage, messagesOf, repliesOf } from './workspace.ts';
import type { ApiCall, World } from './world.ts';

/** Questions about the workspace; what they answer may not be changed. */
export interface Inspection {
  /** All messages of a channel, replies included, oldest first. */
  messages(channel: string): readonly StoredMessage[];
  /** A root and its replies. */
  thread(channel: string, rootTs: string): readonly StoredMessage[];
  message(channel: string, ts: string): StoredMessage | undefined;
  /** The states a message was in before the present one, oldest first. */
  edits(channel: string, ts: string): readonly MessageVersion[];
  /** What one person sees alone. */
  ephemerals(user: string): readonly EphemeralMessage[];
  /** Open modals of a person, bottom first. */
  modals(user: string): readonly StoredView[];
  home(user: string): StoredView | undefined;
  /** Calls of a Web API method (or `response_url`, `upload`), all without a name, oldest first. */
  calls(method?: string): readonly ApiCall[];
  /** Everything sent to the app. */
  deliveries(): readonly DeliveryRecord[];
  /** The status line of a thread. */
  status(channel: string, rootTs: string): string | undefined;
}

/** Makes the questions. */
export function createInspection(world: World): Inspection {
  const { workspace } = world;
  return {
    messages: (channel) => messagesOf(workspace, channel),
    thread(channel, rootTs) {
      const root = findMessage(workspace, channel, rootTs);
      const replies = repliesOf(workspace, channel, rootTs);
      return root === undefined ? replies : [root, ...replies];
    },
    message: (channel, ts) => findMessage(workspace, channel, ts),
    edits: (channel, ts) => findMessage(workspace, channel, ts)?.versions ?? [],
    ephemerals: (user) => workspace.ephemerals.filter((one) => one.recipient === user),
    modals: (user) => openModals(world, user),
    home: (user) => workspace.views.get(workspace.homes.get(user) ?? ''),
    calls: (method) => (method === undefined ? world.calls : world.calls.filter((call) => call.method === method)),
    deliveries: () => world.deliveries.records(),
    status(channel, rootTs) {
      const status = workspace.statuses.get(`${channel}:${rootTs}`);
      return status !== undefined && status.until > world.clock.now() ? status.text : undefined;
    },
  };
}
