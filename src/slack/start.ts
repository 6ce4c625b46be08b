// Starts a decision, whichever way it was asked for.
import { takeSteps } from '../application/drawings/given-steps.ts';
import { decisionIdFor, wordRef } from '../application/word-ref.ts';
import type { Actor } from '../domain/decision/actor.ts';
import type { Origin, PersonId } from '../domain/decision/refs.ts';
import { type HandedOver, handOver, type ListenerParts } from './listener-parts.ts';
import { permalink } from './permalink.ts';
import { storeFailureAtStartSentence, threadTakenSentence } from './sentences.ts';
import { clipPlain } from './text.ts';

/** Longer titles are cut: they are one line on a card. */
const TITLE_LENGTH = 140;

/** A wish to start, in one form for all ways. `threadTs` is the thread it shall live in; null opens one. */
export type StartWish = {
  readonly deliveryKey: string;
  readonly actor: Actor;
  readonly title: string;
  readonly framing: string | null;
  readonly owner: PersonId;
  readonly invited: readonly PersonId[];
  readonly channel: string;
  readonly threadTs: string | null;
  /** Where the starter can be told that the channel takes no cards. */
  readonly replyUrl: string | null;
  /** The decision this one supersedes or follows. */
  readonly origin?: Origin;
  /** The steps as somebody typed them, understood as a whole; null or absent without any. */
  readonly steps?: string | null;
};

/** Records the start. Answers null when all is well, else the sentence for the person who asked. */
export async function startDecision(parts: ListenerParts, wish: StartWish): Promise<string | null> {
  const decisionId = decisionIdFor(parts.workspace.key, wish.deliveryKey);
  const title = clipPlain(wish.title, TITLE_LENGTH);
  const titleRef = wordRef(decisionId, title);
  const framingRef = wish.framing === null ? null : wordRef(decisionId, wish.framing);
  const taken = takeSteps(decisionId, wish.steps ?? '', null);
  const delivery = {
    decisionId,
    deliveryKey: wish.deliveryKey,
    words: {
      [titleRef]: title,
      ...(framingRef === null || wish.framing === null ? {} : { [framingRef]: wish.framing }),
      ...(taken.ok ? taken.words : {}),
    },
    clicked: { card: 'start', channel: wish.channel, ts: '', replyUrl: wish.replyUrl },
    command: {
      type: 'StartDecision',
      by: wish.actor,
      at: parts.now(),
      decisionId,
      title: titleRef,
      framing: framingRef,
      owner: wish.owner,
      invited: wish.invited,
      channel: wish.channel,
      threadTs: wish.threadTs,
      ...(wish.origin === undefined ? {} : { origin: wish.origin }),
      ...(taken.ok ? { workflow: taken.given } : {}),
    },
  } as const;
  // Asking again after silence would begin a second decision, so the sentence must not call that safe.
  const handed = await handOver(parts, delivery, storeFailureAtStartSentence);
  return sentenceFor(parts, wish, handed);
}

async function sentenceFor(parts: ListenerParts, wish: StartWish, handed: HandedOver): Promise<string | null> {
  if (handed.ok) return null;
  if ('trouble' in handed) return handed.trouble;
  if ('refusal' in handed) return handed.refusal.words;
  if ('threadTaken' in handed) return threadTakenSentence(await rootLink(parts, handed.threadTaken, wish.threadTs));
  return null;
}

async function rootLink(parts: ListenerParts, decisionId: string, threadTs: string | null): Promise<string | null> {
  const root = await parts.ledger.entry({ team: parts.workspace.key, decisionId }, 'root');
  if (root?.state !== 'posted') return null;
  return permalink(parts.workspace.url, { ...root, ...(threadTs === null ? {} : { threadTs }) });
}
