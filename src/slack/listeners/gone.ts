// What becomes of the people and places of decisions: an account deactivated, a channel archived or shared, the app
// taken out of a channel or brought back. Every decision concerned hears of it.
import type { App } from '@slack/bolt';
import type { ListedDecision } from '../../application/decision-lists.ts';
import type { Command } from '../../domain/decision/commands.ts';
import type { PlaceChange } from '../../domain/decision/lifecycle-events.ts';
import { handOver, type ListenerParts } from '../listener-parts.ts';
import { envelopeSchema, membershipSchema, placeSchema, userChangeSchema } from '../payloads.ts';

/** Decisions of one person or one channel that are told of a change: those touched last. */
const MOST = 500;

/**
 * What each event says of the channel it names. That Downbeat itself was taken out it hears through `channel_left` and
 * `group_left`: `member_left_channel` goes to those who are still in the channel (bolt-js issue 1847, node-slack-sdk
 * issue 931). Slack's reference says that `channel_left` is sometimes withheld; then the refused message tells.
 */
const placeEvents = {
  channel_archive: 'archived',
  channel_unarchive: 'unarchived',
  group_archive: 'archived',
  group_unarchive: 'unarchived',
  channel_left: 'app-removed',
  group_left: 'app-removed',
  channel_shared: 'shared',
} as const satisfies Readonly<Record<string, PlaceChange>>;

/** Registers the events. */
export function registerGone(app: App, parts: ListenerParts): void {
  app.event('user_change', async ({ body, event }) => {
    const { user } = userChangeSchema.parse(event);
    if (user.deleted !== true) return;
    const listed = await parts.lists.ownedBy(parts.workspace.key, user.id, MOST);
    await tell(parts, { body, listed, command: { type: 'ReportPersonGone', at: parts.now(), person: user.id } });
  });

  for (const [name, change] of Object.entries(placeEvents))
    app.event(name, async ({ body, event }) => {
      // What Slack says of people's channels leaves out the private ones that Downbeat is not in.
      if (change === 'app-removed') parts.memberships.forget(null);
      await tellPlace(parts, { body, channel: placeSchema.parse(event).channel, change });
    });

  app.event('channel_unshared', async ({ body, event }) => {
    const { channel, is_ext_shared: stillShared } = placeSchema.parse(event);
    if (stillShared !== true) await tellPlace(parts, { body, channel, change: 'unshared' });
  });

  app.event('member_joined_channel', async ({ body, event }) => {
    const { channel, user } = membershipSchema.parse(event);
    const own = user === parts.workspace.botUserId;
    parts.memberships.forget(own ? null : user);
    if (own) await tellPlace(parts, { body, channel, change: 'app-returned' });
  });

  app.event('member_left_channel', async ({ event }) => {
    parts.memberships.forget(membershipSchema.parse(event).user);
  });
}

async function tellPlace(
  parts: ListenerParts,
  { body, channel, change }: { readonly body: unknown; readonly channel: string; readonly change: PlaceChange },
): Promise<void> {
  const listed = await parts.lists.inChannel(parts.workspace.key, channel, MOST);
  await tell(parts, { body, listed, command: { type: 'ReportPlace', at: parts.now(), change } });
  if (change === 'unarchived' || change === 'app-returned') await tryAgain(parts, listed);
}

/** What the channel refused while it was closed waits for minutes; now that it is open again nothing need wait. */
async function tryAgain({ owed, nudger, workspace }: ListenerParts, listed: readonly ListedDecision[]): Promise<void> {
  const addresses = listed.flatMap((entry) =>
    entry.ok ? [{ team: workspace.key, decisionId: entry.summary.decisionId }] : [],
  );
  await Promise.all(addresses.map(async (address) => nudger.nudge(address, await owed.owedAt(address))));
}

/** Some decision could not be told of an event, which must therefore come again. */
class NotToldError extends Error {
  constructor(decisionId: string, trouble: string) {
    super(`decision ${decisionId} was not told of an event: ${trouble}`);
    this.name = 'NotToldError';
  }
}

/** Tells one decision after the other; an event that is delivered again changes nothing where it was heard. */
async function tell(
  parts: ListenerParts,
  told: { readonly body: unknown; readonly listed: readonly ListedDecision[]; readonly command: Command },
): Promise<void> {
  const { event_id: eventId } = envelopeSchema.parse(told.body);
  for (const entry of told.listed) {
    if (!entry.ok) continue;
    const { decisionId } = entry.summary;
    const deliveryKey = `evt:${eventId}:${decisionId}`;
    const handed = await handOver(parts, { decisionId, deliveryKey, command: told.command });
    if ('trouble' in handed) throw new NotToldError(decisionId, handed.trouble);
  }
}
