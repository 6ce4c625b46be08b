// A click on one of our buttons, from payload to command and answer.
import type { App, RespondFn } from '@slack/bolt';
import type { z } from 'zod';
import type { Actor } from '../domain/decision/actor.ts';
import type { Command } from '../domain/decision/commands.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import { type ActionValue, decodeActionValue, decodeChoice } from './action-value.ts';
import { type HandedOver, handOver, type ListenerParts } from './listener-parts.ts';
import { clickSchema } from './payloads.ts';
import { permalink } from './permalink.ts';
import { privateReply } from './private-reply.ts';
import { refusalSentence, staleCardSentence, unreadableSentence } from './sentences.ts';
import { actorOf } from './workspace.ts';

/** A click, parsed. `tell` says something to the person who clicked and to nobody else. */
export type Click = {
  readonly actor: Actor;
  readonly value: ActionValue;
  readonly actionId: string;
  readonly actionTs: string;
  readonly deliveryKey: string;
  readonly triggerId: string;
  /** The message of the decision's own card; null for a click in a view, or in a digest on another decision's card. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  readonly replyUrl: string | null;
  /** The modal or Home tab that was clicked in; null for a click in a message. */
  readonly viewId: string | null;
  tell(text: string): Promise<void>;
  /** Replaces the clicked message, for everybody. */
  replace(text: string): Promise<void>;
};

/** What a listener does with a click. It must call `ack` as soon as what was asked is recorded. */
type OnClick = (click: Click, ack: () => Promise<void>) => Promise<void>;

/** Listens to a kind of button. A button that carries nothing we understand is answered with a sentence. */
export function onClick(app: App, parts: ListenerParts, pattern: RegExp, listener: OnClick): void {
  app.action({ type: 'block_actions', action_id: pattern }, async ({ ack, body, respond }) => {
    const payload = clickSchema.parse(body);
    const [action] = payload.actions;
    const value = decodeActionValue(action?.value ?? undefined) ?? decodeChoice(action?.selected_option?.value);
    const tell = teller(respond, payload);
    if (action === undefined || value === null) {
      await ack();
      await tell(unreadableSentence);
      return;
    }
    const { channel, message } = payload;
    const click: Click = {
      actor: actorOf(parts.workspace, payload),
      value,
      actionId: action.action_id,
      actionTs: action.action_ts,
      deliveryKey: clickKey(payload, action),
      triggerId: payload.trigger_id,
      message: channel && message && isOwnCard(value) ? { channel: channel.id, ts: message.ts } : null,
      replyUrl: payload.response_url ?? null,
      viewId: payload.view?.id ?? null,
      tell,
      async replace(text) {
        if (payload.response_url) await respond({ replace_original: true, text, blocks: [] });
      },
    };
    await listener(click, () => ack());
  });
}

function isOwnCard({ decision, lead }: ActionValue): boolean {
  return lead === undefined || lead === decision;
}

type ClickPayload = z.infer<typeof clickSchema>;

/** Stands for one click however often it is delivered (slack-platform.md §2.3). */
export function clickKey(
  { message, user, view }: ClickPayload,
  { action_id: id, action_ts: at }: ClickPayload['actions'][number],
): string {
  return ['act', message?.ts ?? view?.id ?? '', id, user.id, at].join(':');
}

function teller(
  respond: RespondFn,
  { message, response_url: replyUrl }: ClickPayload,
): (text: string) => Promise<void> {
  return async function tell(text) {
    if (replyUrl) await respond(privateReply(text, message));
  };
}

/** Records what a click asks, acknowledges, and tells the person anything they must know. */
export async function recordClick(
  parts: ListenerParts,
  click: Click,
  asked: { readonly command: Command; readonly words?: Readonly<Record<WordRef, string>>; ack(): Promise<void> },
): Promise<HandedOver> {
  const handled = await handOver(parts, {
    decisionId: click.value.decision,
    deliveryKey: click.deliveryKey,
    command: asked.command,
    ...(asked.words === undefined ? {} : { words: asked.words }),
    ...(click.message === null
      ? {}
      : { clicked: { card: click.value.card, ...click.message, replyUrl: click.replyUrl } }),
  });
  await asked.ack();
  await tellOutcome(parts, click, handled);
  return handled;
}

async function tellOutcome(parts: ListenerParts, click: Click, handled: HandedOver): Promise<void> {
  if (handled.ok) return;
  if ('trouble' in handled) return click.tell(handled.trouble);
  if ('refusal' in handled) return click.tell(refusalSentence(handled.refusal));
  if ('staleCard' in handled && click.message !== null) {
    const link = permalink(parts.workspace.url, { channel: click.message.channel, ts: handled.staleCard });
    return click.replace(staleCardSentence(link));
  }
}
