// Shows answers in Slack threads.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ThreadAddress } from '../application/advice/transcripts.ts';
import type { TalkSurface } from '../application/converse/talk-surface.ts';
import type { Log } from '../application/log.ts';
import type { Framework } from '../domain/framework.ts';
import { patiently } from './api-errors.ts';
import { renderReply } from './cards/reply-message.ts';
import { editMessage, findMessage, postMessage } from './messages.ts';
import { createRemembered } from './remembered.ts';
import { createStreams } from './streams.ts';
import type { Workspace } from './workspace.ts';

/** A channel's kind changes rarely; asking again after this long is enough. */
const KIND_MS = 10 * 60_000;
/** Channels remembered at once. */
const MOST_CHANNELS = 10_000;

const channelSchema = z.object({
  channel: z.object({
    is_private: z.boolean().nullish(),
    is_im: z.boolean().nullish(),
    is_mpim: z.boolean().nullish(),
  }),
});

/** What the surface works with. `framework` is the one in force, for the words of proposals. */
export type TalkParts = {
  readonly client: WebClient;
  readonly workspace: Workspace;
  readonly framework: Framework;
  readonly log: Log;
  readonly now: () => number;
};

/** The surface for answers over Slack's Web API. */
export function createTalkSurface({ client, workspace, framework, log, now }: TalkParts): TalkSurface {
  const publicness = createRemembered<boolean>({ forMs: KIND_MS, most: MOST_CHANNELS, now });
  const marker = (thread: ThreadAddress, id: string, nonce: string) => ({
    decisionId: `talk/${thread.channel}/${thread.threadTs}`,
    card: id,
    nonce,
  });
  const { findLost, ...streams } = createStreams({
    client,
    log,
    now,
    teamId: workspace.teamId,
    botUserId: workspace.botUserId,
    markerOf: (thread, id) => marker(thread, id, ''),
  });

  return {
    ...streams,
    async atWork({ channel, threadTs }) {
      try {
        await client.assistant.threads.setStatus({
          channel_id: channel,
          thread_ts: threadTs,
          status: 'is looking it up in its sources…',
        });
      } catch (error) {
        log.debug('no status line here', { channel, reason: error instanceof Error ? error.name : 'unknown' });
      }
    },
    post: (thread, reply, nonce) =>
      postMessage(client, thread, renderReply(reply, framework), marker(thread, reply.id, nonce)),
    edit: (message, reply) => editMessage(client, message, renderReply(reply, framework)),
    async find(thread, reply, begun) {
      const found = await findMessage(client, thread, marker(thread, reply.id, begun.nonce), begun.since);
      if (found.outcome !== 'absent') return found;
      const lost = await patiently(() => findLost(thread, begun));
      return lost === null ? found : { outcome: 'found', message: lost };
    },
    async isPublic(channel) {
      const known = publicness.get(channel);
      if (known?.fresh === true) return known.value;
      const isPublic = await askWhetherPublic(client, channel);
      publicness.keep(channel, isPublic);
      return isPublic;
    },
  };
}

/** What cannot be known counts as private: words from there are kept nowhere. */
async function askWhetherPublic(client: WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: kind } = channelSchema.parse(await patiently(() => client.conversations.info({ channel })));
    return kind.is_private !== true && kind.is_im !== true && kind.is_mpim !== true;
  } catch {
    return false;
  }
}
