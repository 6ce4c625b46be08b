// Shows cards in Slack: posts, edits, redraws through clicks, and reads back what became of a lost post.
import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type {
  CardSurface,
  CardView,
  DrawnCard,
  Edited,
  Found,
  Marker,
  Posted,
  Target,
} from '../application/card-surface.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import { patiently, placeProblemOf, slackErrorCode } from './api-errors.ts';
import { renderCard } from './cards/render-card.ts';
import { permalink } from './permalink.ts';
import { sendReply } from './reply-url.ts';
import { placeProblemSentence } from './sentences.ts';

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

const markerSchema = z.object({
  event_type: z.literal(MARKER_TYPE),
  event_payload: z.object({ decision: z.string(), card: z.string(), nonce: z.string() }),
});
const messagesSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })).default([]),
});

/** What the surface works with. `workspaceUrl` is where permalinks begin. */
export type SurfaceParts = {
  readonly client: WebClient;
  readonly texts: CardTexts;
  readonly workspaceUrl: string;
};

/** The card surface over Slack's Web API. */
export function createCardSurface({ client, texts, workspaceUrl }: SurfaceParts): CardSurface {
  return {
    draw: (view) => draw(view, texts, workspaceUrl),

    async post(target, drawn, marker): Promise<Posted> {
      try {
        const answer = await patiently(() =>
          client.chat.postMessage({
            channel: target.channel,
            ...(target.threadTs === null ? {} : { thread_ts: target.threadTs }),
            ...contentOf(drawn),
            metadata: metadataOf(marker),
            unfurl_links: false,
            unfurl_media: false,
          }),
        );
        const { channel, ts } = z.object({ channel: z.string(), ts: z.string() }).parse(answer);
        return { outcome: 'posted', message: { channel, ts } };
      } catch (error) {
        const problem = placeProblemOf(error);
        if (problem !== null) return { outcome: 'no-place', problem };
        throw error;
      }
    },

    async edit(message, drawn): Promise<Edited> {
      try {
        await patiently(() => client.chat.update({ channel: message.channel, ts: message.ts, ...contentOf(drawn) }));
        return { outcome: 'edited' };
      } catch (error) {
        const code = slackErrorCode(error) ?? '';
        if (GONE.has(code)) return { outcome: 'gone' };
        if (CLOSED.has(code)) return { outcome: 'closed' };
        const problem = placeProblemOf(error);
        if (problem !== null) return { outcome: 'no-place', problem };
        throw error;
      }
    },

    redraw: (replyUrl, drawn) => sendReply(replyUrl, { replace_original: true, ...contentOf(drawn) }),

    async find(target, marker, since): Promise<Found> {
      try {
        const answer = await patiently(() => readBack(client, target, since));
        const { messages } = messagesSchema.parse(answer);
        const found = messages.find((message) => isMarked(message.metadata, marker));
        if (found === undefined) return { outcome: 'absent' };
        return { outcome: 'found', message: { channel: target.channel, ts: found.ts } };
      } catch (error) {
        if (NOT_READABLE.has(slackErrorCode(error) ?? '')) return { outcome: 'not-allowed' };
        throw error;
      }
    },

    async tellPlaceProblem(replyUrl, problem) {
      await sendReply(replyUrl, { response_type: 'ephemeral', text: placeProblemSentence(problem) });
    },
  };
}

function draw(view: CardView, texts: CardTexts, workspaceUrl: string): DrawnCard | null {
  const { card, decision, words, framework, messages } = view;
  const threadTs = decision.place?.threadTs;
  const message = renderCard({
    card,
    decision,
    words,
    framework,
    texts,
    link(other) {
      const place = messages.get(other);
      return place === undefined
        ? null
        : permalink(workspaceUrl, { ...place, ...(threadTs === undefined ? {} : { threadTs }) });
    },
  });
  if (message === null) return null;
  const body = JSON.stringify(message);
  return { body, fingerprint: createHash('sha256').update(body).digest('base64url').slice(0, 22) };
}

/** The body was made by {@link draw}; it is parsed again only because the application carries it as text. */
function contentOf(drawn: DrawnCard): { text: string; blocks: [] } {
  return JSON.parse(drawn.body);
}

function metadataOf({ decisionId, card, nonce }: Marker): {
  event_type: string;
  event_payload: Record<string, string>;
} {
  return { event_type: MARKER_TYPE, event_payload: { decision: decisionId, card, nonce } };
}

function isMarked(metadata: unknown, { decisionId, card, nonce }: Marker): boolean {
  const marker = markerSchema.safeParse(metadata).data?.event_payload;
  return marker !== undefined && marker.decision === decisionId && marker.card === card && marker.nonce === nonce;
}

/** History is read for this and for nothing else (design.md §5), and only from just before the post was tried. */
async function readBack(client: WebClient, { channel, threadTs }: Target, since: number): Promise<unknown> {
  const oldest = ((since - CLOCK_MARGIN_MS) / 1_000).toFixed(6);
  const page = { channel, limit: READ_BACK, oldest, include_all_metadata: true };
  if (threadTs === null) return client.conversations.history(page);
  return client.conversations.replies({ ...page, ts: threadTs });
}
