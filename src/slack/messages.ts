// Posts, edits and finds messages: the calls every surface shares, with Slack's answers turned into outcomes.
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Edited, Found, Message, Posted, Target } from '../application/card-surface.ts';
import { patiently, placeProblemOf, slackErrorCode } from './api-errors.ts';

/** The metadata's event type by which a post of ours is recognised when reading back. */
const MARKER_TYPE = 'downbeat_card';
/** Messages read back at once; apps outside the Marketplace get no more (slack-platform.md §8.1). */
const READ_BACK = 15;
/** How far Slack's clock may be behind ours. */
const CLOCK_MARGIN_MS = 60_000;

/** Codes of an edit that cannot be made any more: the message is gone, or the workspace closed the time to edit. */
const GONE = new Set(['message_not_found', 'thread_not_found']);
const CLOSED = new Set(['edit_window_closed', 'cant_update_message', 'is_inactive']);
/** Codes that say the app may not read there. */
const NOT_READABLE = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'no_permission',
  'access_denied',
]);

const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const markerSchema = z.object({
  event_type: z.literal(MARKER_TYPE),
  event_payload: z.object({ decision: z.string(), card: z.string(), nonce: z.string() }),
});
const messagesSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.unknown().optional(),
        files: z.array(z.object({ id: z.string() })).default([]),
      }),
    )
    .default([]),
});

/** What a message says: `text` carries the whole meaning, `blocks` what is drawn. */
export type Content = { readonly text: string; readonly blocks: KnownBlock[] };
/** What a message carries unseen: what it is, and of which attempt. */
export type MessageMarker = { readonly decisionId: string; readonly card: string; readonly nonce: string };

/** Posts once. A lost call is settled by {@link findMessage}. */
export async function postMessage(
  client: WebClient,
  target: Target,
  content: Content,
  marker: MessageMarker,
): Promise<Posted> {
  try {
    const answer = await patiently(() =>
      client.chat.postMessage({
        channel: target.channel,
        ...(target.threadTs === null ? {} : { thread_ts: target.threadTs }),
        ...content,
        metadata: metadataOf(marker),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    const { channel, ts } = postedSchema.parse(answer);
    return { outcome: 'posted', message: { channel, ts } };
  } catch (error) {
    const problem = placeProblemOf(error);
    if (problem !== null) return { outcome: 'no-place', problem };
    throw error;
  }
}

/** Edits a message. */
export async function editMessage(client: WebClient, message: Message, content: Content): Promise<Edited> {
  try {
    await patiently(() => client.chat.update({ channel: message.channel, ts: message.ts, ...content }));
    return { outcome: 'edited' };
  } catch (error) {
    const code = slackErrorCode(error) ?? '';
    if (GONE.has(code)) return { outcome: 'gone' };
    if (CLOSED.has(code)) return { outcome: 'closed' };
    const problem = placeProblemOf(error);
    if (problem !== null) return { outcome: 'no-place', problem };
    throw error;
  }
}

/** Looks for a post begun at `since` whose outcome is unknown. */
export function findMessage(client: WebClient, target: Target, marker: MessageMarker, since: number): Promise<Found> {
  return findWhere(client, target, since, ({ metadata }) => isMarked(metadata, marker));
}

/** A message as it is read back. */
type ReadMessage = z.infer<typeof messagesSchema>['messages'][number];

/** Looks among the messages since a moment for one that fits. */
export async function findWhere(
  client: WebClient,
  target: Target,
  since: number,
  fits: (message: ReadMessage) => boolean,
): Promise<Found> {
  try {
    const answer = await patiently(() => readBack(client, target, since));
    const found = messagesSchema.parse(answer).messages.find(fits);
    if (found === undefined) return { outcome: 'absent' };
    return { outcome: 'found', message: { channel: target.channel, ts: found.ts } };
  } catch (error) {
    if (NOT_READABLE.has(slackErrorCode(error) ?? '')) return { outcome: 'not-allowed' };
    throw error;
  }
}

/** The marker as a message carries it. */
export function metadataOf({ decisionId, card, nonce }: MessageMarker): {
  event_type: string;
  event_payload: Record<string, string>;
} {
  return { event_type: MARKER_TYPE, event_payload: { decision: decisionId, card, nonce } };
}

function isMarked(metadata: unknown, { decisionId, card, nonce }: MessageMarker): boolean {
  const marker = markerSchema.safeParse(metadata).data?.event_payload;
  return marker !== undefined && marker.decision === decisionId && marker.card === card && marker.nonce === nonce;
}

/** History is read for this and for nothing else (design.md §5), and only from just before the post was tried. */
export async function readBack(client: WebClient, { channel, threadTs }: Target, since: number): Promise<unknown> {
  const oldest = ((since - CLOCK_MARGIN_MS) / 1_000).toFixed(6);
  const page = { channel, limit: READ_BACK, oldest, include_all_metadata: true };
  if (threadTs === null) return client.conversations.history(page);
  return client.conversations.replies({ ...page, ts: threadTs });
}
