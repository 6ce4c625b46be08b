// Brings one reply's message in line with what is known: posted once, edited as claims arrive, finished once.
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { CardLedger } from '../card-ledger.ts';
import type { Message } from '../card-surface.ts';
import { talkAddress } from './talk-address.ts';
import type { Reply, TalkSurface } from './talk-surface.ts';

/** What showing works with. */
export type ShowReplyParts = {
  readonly ledger: CardLedger;
  readonly talk: TalkSurface;
  readonly now: () => number;
  readonly nonce: () => string;
};

/** How the ledger marks a message that says all there is to say, and one that is a stream. */
export const FINISHED = 'finished';
export const STREAMING = 'streaming';

/** Whether the answer stands finished already: a repeated delivery has nothing to do. */
export async function isFinished(parts: ShowReplyParts, thread: ThreadAddress, id: string): Promise<boolean> {
  const entry = await parts.ledger.entry(talkAddress(thread), id);
  return entry?.state === 'posted' && entry.shown === FINISHED;
}

/**
 * Shows the reply as it is now and answers the message's `ts`, or null where the place takes no message. A post whose
 * outcome is unknown is looked for first; where the app may not look, the reply is posted again, since one too many
 * misleads nobody.
 */
export async function showReply(parts: ShowReplyParts, thread: ThreadAddress, reply: Reply): Promise<string | null> {
  const address = talkAddress(thread);
  const message = await standing(parts, thread, reply);
  const placed = message === null ? await post(parts, thread, reply) : await edit(parts, { thread, reply, message });
  if (placed === null) return null;
  await parts.ledger.posted(address, reply.id, { ...placed, shown: shownAs(reply) });
  return placed.ts;
}

/** What the ledger notes of a message: that it is finished, or which words stand in the answer's place. */
function shownAs({ body, done }: Reply): string | null {
  if (done) return FINISHED;
  return body.kind === 'delay' ? body.stage : null;
}

async function standing(parts: ShowReplyParts, thread: ThreadAddress, reply: Reply): Promise<Message | null> {
  const entry = await parts.ledger.entry(talkAddress(thread), reply.id);
  if (entry === null) return null;
  if (entry.state === 'posted') {
    // A stream takes no edits while it is open; whoever began it has lost it.
    if (entry.shown === STREAMING) await parts.talk.sealStream(entry);
    return entry;
  }
  const known = [...(await parts.ledger.entries(talkAddress(thread))).values()];
  const others = known.flatMap((other) => (other.state === 'posted' ? [other.ts] : []));
  const found = await parts.talk.find(thread, reply, { ...entry, others });
  if (found.outcome === 'found') await parts.talk.sealStream(found.message);
  return found.outcome === 'found' ? found.message : null;
}

async function post(parts: ShowReplyParts, thread: ThreadAddress, reply: Reply): Promise<Message | null> {
  const marker = { nonce: parts.nonce(), since: parts.now() };
  const begun = await parts.ledger.beginPosting(talkAddress(thread), reply.id, marker);
  const posted = await parts.talk.post(thread, reply, begun.state === 'posting' ? begun.nonce : marker.nonce);
  return posted.outcome === 'posted' ? posted.message : null;
}

async function edit(
  parts: ShowReplyParts,
  { thread, reply, message }: { readonly thread: ThreadAddress; readonly reply: Reply; readonly message: Message },
): Promise<Message | null> {
  const edited = await parts.talk.edit(message, reply);
  if (edited.outcome === 'edited') return message;
  if (edited.outcome === 'no-place') return null;
  await parts.ledger.forget(talkAddress(thread), reply.id);
  return post(parts, thread, reply);
}
