// Says that an answer takes long, or does not come at all, so that nobody waits without a word.
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { CardEntry } from '../card-ledger.ts';
import { SurfaceBusyError } from '../card-surface.ts';
import type { Log } from '../log.ts';
import { FINISHED, type ShowReplyParts, showReply } from './show-reply.ts';
import { talkAddress } from './talk-address.ts';
import type { DelayStage } from './talk-surface.ts';

/** A question this old gets a word while its answer is on the way: nobody waits 20 s without one (issue 4). Milliseconds. */
const LATE_MS = 12_000;
/** Accidents are tried again at once and mostly pass unseen; a question older than this is told of them. */
const TROUBLE_MS = 5_000;
/** What still fails after this long is given up, and said so. */
const GIVE_UP_MS = 5 * 60_000;

/** What saying works with. */
export type SayDelayParts = ShowReplyParts & { readonly log: Log };

/** Which question, and where: `ts` is its message, as seconds with a fraction. */
export type DelayedQuestion = { readonly thread: ThreadAddress; readonly ts: string };

/** How long until a question without an answer is to get a word, in milliseconds; 0 when it is time. */
export function untilLate({ now }: SayDelayParts, { ts }: DelayedQuestion): number {
  return Math.max(0, LATE_MS - ageOf(ts, now()));
}

/** Says it, unless more than that stands already. The answer takes the place of these words. */
export async function sayDelay(
  parts: SayDelayParts,
  { thread, ts }: DelayedQuestion,
  stage: DelayStage,
): Promise<void> {
  const entry = await parts.ledger.entry(talkAddress(thread), ts);
  if (!isWorthSaying(entry, stage)) return;
  const isLast = stage === 'over' || stage === 'stopped';
  await showReply(parts, thread, { id: ts, body: { kind: 'delay', stage }, done: isLast });
}

/** Words that promise an answer do not stay where none comes any more: they become the last ones. */
export async function takeBackPromise(parts: SayDelayParts, question: DelayedQuestion): Promise<void> {
  const entry = await parts.ledger.entry(talkAddress(question.thread), question.ts);
  const promises = entry?.state === 'posted' && (entry.shown === 'working' || entry.shown === 'trouble');
  if (promises) await sayDelay(parts, question, 'stopped');
}

/**
 * Tells of an accident met while answering. True when these were the last words: the question had its chances and is
 * given up. False when it is to be tried again; that Slack asks to wait is no accident.
 */
export async function tellTrouble(parts: SayDelayParts, question: DelayedQuestion, error: unknown): Promise<boolean> {
  if (error instanceof SurfaceBusyError) return false;
  const { thread, ts } = question;
  const age = ageOf(ts, parts.now());
  try {
    const entry = await parts.ledger.entry(talkAddress(thread), ts);
    const wasTold = entry?.state === 'posted' && entry.shown === 'trouble';
    if (age < GIVE_UP_MS || !wasTold) {
      if (age >= TROUBLE_MS) await sayDelay(parts, question, 'trouble');
      return false;
    }
    await sayDelay(parts, question, 'over');
    parts.log.error('question given up', { channel: thread.channel, ts }, error);
    return true;
  } catch (failed) {
    parts.log.warn('trouble not told', { channel: thread.channel, ts }, failed);
    return false;
  }
}

/** Where a post's outcome is unknown, the whole answer may stand: nothing but a last word goes there. */
function isWorthSaying(entry: CardEntry | null, stage: DelayStage): boolean {
  switch (stage) {
    case 'working':
      return entry === null;
    case 'trouble':
      return entry === null || (entry.state === 'posted' && entry.shown === 'working');
    case 'over':
      return entry?.state !== 'posted' || entry.shown !== FINISHED;
    case 'stopped':
      return entry !== null && (entry.state === 'posting' || entry.shown !== FINISHED);
    default:
      return stage satisfies never;
  }
}

function ageOf(ts: string, now: number): number {
  return now - Number(ts) * 1_000;
}
