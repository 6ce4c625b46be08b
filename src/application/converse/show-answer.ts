// Brings one answer's message in line with what is known: posted once, edited as claims arrive, finished once.

import type { ThreadAddress } from '../advice/transcripts.ts';
import type { CardLedger } from '../card-ledger.ts';
import type { Message } from '../card-surface.ts';
import { talkAddress } from './talk-address.ts';
import type { ShownAnswer, TalkSurface } from './talk-surface.ts';

/** What showing works with. */
export type ShowAnswerParts = {
  readonly ledger: CardLedger;
  readonly talk: TalkSurface;
  readonly now: () => number;
  readonly nonce: () => string;
};

/** How the ledger marks a message that says all there is to say. */
const FINISHED = 'finished';

/** Whether the answer stands finished already: a repeated delivery has nothing to do. */
export async function isFinished(parts: ShowAnswerParts, thread: ThreadAddress, id: string): Promise<boolean> {
  const entry = await parts.ledger.entry(talkAddress(thread), id);
  return entry?.state === 'posted' && entry.shown === FINISHED;
}

/**
 * Shows the answer as it is now and answers the message's `ts`, or null where the place takes no message. A post whose outcome is unknown is looked for
 * first; where the app may not look, the answer is posted again, since an answer too many misleads nobody.
 */
export async function showAnswer(
  parts: ShowAnswerParts,
  thread: ThreadAddress,
  shown: ShownAnswer,
): Promise<string | null> {
  const address = talkAddress(thread);
  const message = await standing(parts, thread, shown);
  const placed = message === null ? await post(parts, thread, shown) : await edit(parts, { thread, shown, message });
  if (placed === null) return null;
  await parts.ledger.posted(address, shown.id, { ...placed, shown: shown.done ? FINISHED : null });
  return placed.ts;
}

async function standing(parts: ShowAnswerParts, thread: ThreadAddress, shown: ShownAnswer): Promise<Message | null> {
  const entry = await parts.ledger.entry(talkAddress(thread), shown.id);
  if (entry === null) return null;
  if (entry.state === 'posted') return entry;
  const found = await parts.talk.find(thread, shown, entry);
  return found.outcome === 'found' ? found.message : null;
}

async function post(parts: ShowAnswerParts, thread: ThreadAddress, shown: ShownAnswer): Promise<Message | null> {
  const marker = { nonce: parts.nonce(), since: parts.now() };
  const begun = await parts.ledger.beginPosting(talkAddress(thread), shown.id, marker);
  const posted = await parts.talk.post(thread, shown, begun.state === 'posting' ? begun.nonce : marker.nonce);
  return posted.outcome === 'posted' ? posted.message : null;
}

async function edit(
  parts: ShowAnswerParts,
  {
    thread,
    shown,
    message,
  }: { readonly thread: ThreadAddress; readonly shown: ShownAnswer; readonly message: Message },
): Promise<Message | null> {
  const edited = await parts.talk.edit(message, shown);
  if (edited.outcome === 'edited') return message;
  if (edited.outcome === 'no-place') return null;
  await parts.ledger.forget(talkAddress(thread), shown.id);
  return post(parts, thread, shown);
}
