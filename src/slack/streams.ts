// Streams a reply into a thread, with Slack's refusals turned into outcomes (slack-platform.md §5.3).
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { NumberedClaim } from '../application/advice/answer.ts';
import type { ThreadAddress } from '../application/advice/transcripts.ts';
import type { Message } from '../application/card-surface.ts';
import type { BegunReply, StreamStarted, TalkSurface } from '../application/converse/talk-surface.ts';
import type { Log } from '../application/log.ts';
import { slackErrorCode } from './api-errors.ts';
import { claimLine, closingBlocks } from './cards/answer-message.ts';
import { type MessageMarker, metadataOf, readBack } from './messages.ts';

/** A workspace that refused a stream is not asked again for so long. */
const OFF_MS = 10 * 60_000;

const startedSchema = z.object({ channel: z.string(), ts: z.string() });
const threadSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), user: z.string().optional(), metadata: z.unknown().optional() })),
});

/** What streaming works with. `teamId` is where people who ask belong to; `markerOf` says what a reply carries unseen. */
export type StreamParts = {
  readonly client: WebClient;
  readonly teamId: string;
  readonly botUserId: string;
  readonly log: Log;
  readonly now: () => number;
  readonly markerOf: (thread: ThreadAddress, id: string) => MessageMarker;
};

/** The streaming part of the talk surface, and how a lost start is looked for. */
export type Streams = Pick<TalkSurface, 'startStream' | 'appendToStream' | 'stopStream' | 'sealStream'> & {
  /** A stream whose start was lost: the only kind of message of ours that carries no marker. Null when there is none. */
  findLost(thread: ThreadAddress, begun: BegunReply): Promise<Message | null>;
};

/** Builds it. The client repeats nothing by itself: a start or an append that came twice would be seen twice. */
export function createStreams({ client, teamId, botUserId, log, now, markerOf }: StreamParts): Streams {
  let offUntil = 0;

  /** Whether the call was taken; a refusal or an unknown outcome counts as not taken. */
  async function isTaken(what: string, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      log.info('stream lost: the message is edited instead', { what, code: slackErrorCode(error) });
      return false;
    }
  }

  return {
    async startStream({ channel, threadTs }, { recipient, claims }): Promise<StreamStarted> {
      if (offUntil > now()) return { outcome: 'refused' };
      // In a DM nobody has to be named (slack-platform.md §5.3).
      const to = channel.startsWith('D') ? {} : { recipient_user_id: recipient, recipient_team_id: teamId };
      try {
        const markdown_text = markdownOf(claims);
        const started = await client.chat.startStream({ channel, thread_ts: threadTs, ...to, markdown_text });
        const { ts } = startedSchema.parse(started);
        return { outcome: 'started', message: { channel, ts } };
      } catch (error) {
        if (error instanceof WebAPIRateLimitedError) return { outcome: 'refused' };
        const code = slackErrorCode(error);
        if (code === null) throw error;
        offUntil = now() + OFF_MS;
        log.info('no streams here: messages are edited instead', { code });
        return { outcome: 'refused' };
      }
    },
    appendToStream: ({ channel, ts }, claims) =>
      isTaken('append', () => client.chat.appendStream({ channel, ts, markdown_text: markdownOf(claims) })),
    async stopStream({ channel, ts }, { reply, streamed, thread }) {
      const { body, id } = reply;
      if (body.kind !== 'answer') return false;
      const rest = body.answer.claims.slice(streamed);
      return isTaken('stop', () =>
        client.chat.stopStream({
          channel,
          ts,
          ...(rest.length === 0 ? {} : { markdown_text: markdownOf(rest) }),
          blocks: closingBlocks({ id, done: true, answer: body.answer }),
          metadata: metadataOf(markerOf(thread, id)),
        }),
      );
    },
    async sealStream({ channel, ts }) {
      try {
        await client.chat.stopStream({ channel, ts });
      } catch (error) {
        // Not a stream any more, or never one: it can be edited, which is all that is wanted.
        if (slackErrorCode(error) === null) throw error;
      }
    },
    async findLost(thread, { since, others }) {
      const { messages } = threadSchema.parse(await readBack(client, thread, since));
      const lost = messages.find(({ ts, user, metadata }) => {
        return user === botUserId && metadata === undefined && Number(ts) * 1_000 >= since && !others.includes(ts);
      });
      return lost === undefined ? null : { channel: thread.channel, ts: lost.ts };
    },
  };
}

/** Each claim a paragraph. Appended pieces follow one another, so each ends as a paragraph does. */
function markdownOf(claims: readonly NumberedClaim[]): string {
  return claims.map((claim) => `${claimLine(claim)}\n\n`).join('');
}
