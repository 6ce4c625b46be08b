// Shows cards in Slack: draws them, posts, edits, redraws through clicks, and reads back what became of a lost post.
import { hash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { CardSurface, CardView, DrawnCard } from '../application/card-surface.ts';
import type { NextSteps } from '../application/next-steps.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { patiently } from './api-errors.ts';
import { renderCard } from './cards/render-card.ts';
import { forPerson, isPerson, isThere, openDirect } from './direct.ts';
import { type Content, editMessage, findMessage, postMessage } from './messages.ts';
import { permalink } from './permalink.ts';
import { sendReply } from './reply-url.ts';
import { cardLateSentence, placeProblemSentence } from './sentences.ts';

/** What the surface works with. `workspaceUrl` is where permalinks begin. */
export type SurfaceParts = {
  readonly client: WebClient;
  readonly texts: CardTexts;
  readonly nextSteps: NextSteps;
  readonly workspaceUrl: string;
};

/** The card surface over Slack's Web API. */
export function createCardSurface(parts: SurfaceParts): CardSurface {
  const { client } = parts;
  return {
    draw: (view) => draw(view, parts),
    post: (target, drawn, marker) =>
      forPerson(client, target.channel, () => postMessage(client, target, contentOf(drawn), marker)),
    isThere: (person) => isThere(client, person),
    edit: (message, drawn) => editMessage(client, message, contentOf(drawn)),
    redraw: (replyUrl, drawn) => sendReply(replyUrl, replacing(drawn)),
    async find(target, marker, since) {
      const channel = isPerson(target.channel) ? await openDirect(client, target.channel) : target.channel;
      return channel === null ? { outcome: 'absent' } : findMessage(client, { ...target, channel }, marker, since);
    },
    async tellPlaceProblem(replyUrl, problem) {
      await sendReply(replyUrl, { response_type: 'ephemeral', text: placeProblemSentence(problem) });
    },
    async tellDelay({ card, replyUrl, person, channel, threadTs }) {
      const text = cardLateSentence(card);
      const inThread = threadTs === null ? {} : { thread_ts: threadTs };
      const said = { response_type: 'ephemeral', replace_original: false, text, ...inThread };
      if (replyUrl !== null && (await sendReply(replyUrl, said))) return;
      if (person === null) return;
      await patiently(() => client.chat.postEphemeral({ channel, user: person, text, ...inThread }));
    },
  };
}

function draw(view: CardView, { nextSteps, texts, workspaceUrl }: SurfaceParts): DrawnCard | null {
  const { messages, others, ...shown } = view;
  const threadTs = view.decision.place?.threadTs;
  const message = renderCard({
    ...shown,
    texts,
    nextSteps,
    others: new Map([...others].map(([id, other]) => [id, { ...other, url: threadOf(other.decision, workspaceUrl) }])),
    link(other) {
      const place = messages.get(other);
      if (place === undefined) return null;
      return permalink(workspaceUrl, { ...place, ...(threadTs === undefined ? {} : { threadTs }) });
    },
  });
  if (message === null) return null;
  const body = JSON.stringify(message);
  return { body, fingerprint: hash('sha256', body, 'base64url').slice(0, 22) };
}

function threadOf({ place }: StartedDecision, workspaceUrl: string): string | null {
  return place === null ? null : permalink(workspaceUrl, { channel: place.channel, ts: place.threadTs });
}

/** The body was made by {@link draw}; it is parsed again only because the application carries it as text. */
function contentOf(drawn: DrawnCard): Content {
  return JSON.parse(drawn.body);
}

/** The same as JSON that replaces the clicked message: most cards are shown this way, and none of it needs to be read. */
function replacing({ body }: DrawnCard): string {
  return `{"replace_original":true,${body.slice('{'.length)}`;
}
