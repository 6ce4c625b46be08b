// Signed bodies of clicks as Slack sends them, the whole clicked card included (slack-platform.md §2.5).
import { createHmac } from 'node:crypto';
import { benchTeam } from '../house/slack-stub.ts';
import type { Click, ClickedCard } from './protocol.ts';

/** A request ready to be sent. */
export type SignedRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Stand-ins that survive form encoding, so that the card is encoded once and not for every click. */
const holes = {
  decisionId: 'HOLEDECISION',
  cardTs: 'HOLECARDTS',
  person: 'HOLEPERSON',
  question: 'HOLEQUESTION',
  option: 'HOLEOPTION',
  actionTs: 'HOLEACTIONTS',
} as const satisfies Readonly<Record<keyof Click, string>>;

/** The decision id to draw the card with that {@link clickBodies} is given. */
export const decisionHole = holes.decisionId;

/** How to make bodies of clicks on a card drawn with {@link decisionHole}; `replyUrl` is where redraws go. */
export function clickBodies(
  card: ClickedCard,
  replyUrl: string,
): (click: Click, signingSecret: string) => SignedRequest {
  const { decisionId, cardTs, person, question, option, actionTs } = holes;
  const { channel, team } = benchTeam;
  const payload = {
    type: 'block_actions',
    user: { id: person, username: 'bench', name: 'bench', team_id: team },
    api_app_id: 'A0BENCH',
    token: 'none',
    container: { type: 'message', message_ts: cardTs, channel_id: channel, is_ephemeral: false, thread_ts: cardTs },
    trigger_id: '1234567890.1234567890.0123456789abcdef0123456789abcdef',
    team: { id: team, domain: 'bench' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'bench' },
    message: {
      user: benchTeam.botUserId,
      type: 'message',
      ts: cardTs,
      bot_id: benchTeam.botId,
      app_id: 'A0BENCH',
      text: card.text,
      team,
      thread_ts: cardTs,
      blocks: card.blocks,
    },
    state: { values: {} },
    response_url: replyUrl,
    actions: [
      {
        action_id: `answer.${question}.${option}`,
        block_id: 'b1Cd2',
        text: { type: 'plain_text', text: 'An option', emoji: true },
        value: JSON.stringify({ decision: decisionId, card: card.key, question, option }),
        type: 'button',
        action_ts: actionTs,
      },
    ],
  };
  const encoded = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const parts = encoded.split(new RegExp(`(${Object.values(holes).join('|')})`));
  return function clickBody(click, signingSecret) {
    const body = parts.map((part) => filled(part, click)).join('');
    return { body, headers: signed(body, signingSecret) };
  };
}

function filled(part: string, click: Click): string {
  switch (part) {
    case holes.decisionId:
      return click.decisionId;
    case holes.cardTs:
      return click.cardTs;
    case holes.person:
      return click.person;
    case holes.question:
      return click.question;
    case holes.option:
      return click.option;
    case holes.actionTs:
      return click.actionTs;
    default:
      return part;
  }
}

function signed(body: string, signingSecret: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}
