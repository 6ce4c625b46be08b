// Runs the effect "answer this message": finds the reply, shows claims as they are checked, keeps what was said.
import type { Asker } from '../advice/answer-budget.ts';
import type { AnswerQuestion } from '../advice/answer-question.ts';
import type { Gaps } from '../advice/gaps.ts';
import type { StoredTurn, ThreadAddress, Transcripts } from '../advice/transcripts.ts';
import { unlessStoreFails } from '../advice/unless-store-fails.ts';
import { postsTo } from '../allowances.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { OwedEffects } from '../owed-effects.ts';
import { again, type Ran } from '../ran.ts';
import { runOwed } from '../run-owed.ts';
import { threadName } from '../thread-name.ts';
import type { DecisionInThread, FindDecisionInThread } from './decision-in-thread.ts';
import { type ReplyToParts, replyTo } from './reply-to.ts';
import { type DelayedQuestion, sayDelay, takeBackPromise, tellTrouble, untilLate } from './say-delay.ts';
import { type Progress, showProgress } from './show-progress.ts';
import { isFinished } from './show-reply.ts';
import type { StreamReplyParts } from './stream-reply.ts';
import { answerEffect, askedTs, talkAddress, threadOf } from './talk-address.ts';
import type { ReplyBody } from './talk-surface.ts';

/** Turns a follow-up is understood from. */
const TURNS = 12;
/** Turns among which the question is looked for: all that are kept, since many may be asked at once. */
const KEPT_TURNS = 100;
/** A question this old is left unanswered: whatever kept its answer from being posted, nobody waits for it any more. */
const TOO_OLD_MS = 6 * 60 * 60_000;
/** How soon to look again while an earlier question of the thread is being answered: answers come in order. */
const IN_ORDER_MS = 300;

/** What answering works with. */
export type AnswerInThreadParts = StreamReplyParts &
  ReplyToParts & {
    readonly owed: OwedEffects;
    readonly transcripts: Transcripts;
    readonly gaps: Gaps;
    readonly answerQuestion: AnswerQuestion;
    readonly findDecisionInThread: FindDecisionInThread;
  };

/** Answers one message. Repeating it is harmless: a finished answer stays as it is. */
export type AnswerInThread = (address: DecisionAddress, ts: string) => Promise<Ran>;

/** Builds the procedure. */
export function createAnswerInThread(parts: AnswerInThreadParts): AnswerInThread {
  return async function answerInThread(address, ts) {
    const thread = threadOf(address);
    if (thread === null) return { done: true };
    const question = { thread, ts };
    const ran = await runOwed(parts.owed, { ...address, effect: answerEffect(ts) }, () => inTurn(parts, question));
    // Deleted or stopped while it waited: nobody else takes back what promised an answer.
    if (ran.done) await takeBackPromise(parts, question);
    return ran;
  };
}

/** Answers once it is this question's turn in the thread. */
async function inTurn(parts: AnswerInThreadParts, { thread, ts }: DelayedQuestion): Promise<Ran> {
  if (await isBehindAnother(parts, { thread, ts })) return again(IN_ORDER_MS);
  const wait = await parts.pace.take(thread.team, postsTo(thread.channel), parts.now());
  if (wait > 0) return again(wait);
  const isTooOld = parts.now() - Number(ts) * 1_000 > TOO_OLD_MS;
  if (isTooOld) await leaveUnanswered(parts, { thread, ts });
  else if (!(await isFinished(parts, thread, ts))) await replyOrTell(parts, { thread, ts });
  return { done: true };
}

/** Nothing is said any more, but words that promise an answer do not stay. */
async function leaveUnanswered(parts: AnswerInThreadParts, { thread, ts }: DelayedQuestion): Promise<void> {
  parts.log.warn('question left unanswered: it is too old', { channel: thread.channel, ts });
  await sayDelay(parts, { thread, ts }, 'stopped');
}

/** Whether an earlier question of the thread comes first. Whoever waits long gets a word, once the earlier one has one. */
async function isBehindAnother(parts: AnswerInThreadParts, { thread, ts }: DelayedQuestion): Promise<boolean> {
  const address = talkAddress(thread);
  const asked = (await parts.owed.owedAt(address)).map(askedTs);
  const earlier = asked.filter((other) => other !== null && Number(other) < Number(ts));
  if (earlier.length === 0) return false;
  if (untilLate(parts, { thread, ts }) === 0) {
    const entries = await parts.ledger.entries(address);
    const haveWord = earlier.every((other) => other !== null && entries.get(other)?.state === 'posted');
    if (haveWord) await sayDelay(parts, { thread, ts }, 'working');
  }
  return true;
}

/** Replies; an accident is told to whoever waits, and thrown on to be tried again until it is given up. */
async function replyOrTell(parts: AnswerInThreadParts, question: DelayedQuestion): Promise<void> {
  try {
    await reply(parts, question);
  } catch (error) {
    if (!(await tellTrouble(parts, question, error))) throw error;
  }
}

async function reply(parts: AnswerInThreadParts, { thread, ts }: DelayedQuestion): Promise<void> {
  const turns = await parts.transcripts.latest(thread, KEPT_TURNS);
  const asked = turns.find((turn) => turn.id === ts && turn.from === 'person');
  // The message was deleted, or its transcript has expired: there is nothing to reply to any more.
  if (asked === undefined) return;
  await parts.talk.atWork(thread);
  const asker = { team: thread.team, person: asked.person ?? '', thread: threadName(thread.channel, thread.threadTs) };
  const conversation = turns.filter((turn) => isBefore(turn, ts)).slice(-TURNS);
  const isWanted = async () => (await parts.owed.markOf(talkAddress(thread), answerEffect(ts))) !== null;
  const progress = showProgress(parts, { thread, id: ts, recipient: asker.person, isWanted });
  try {
    const decision = await parts.findDecisionInThread(thread);
    const about = decision === null ? null : await replyTo(parts, { text: asked.text, asker, decision });
    const answering = () => answer(parts, { asked, asker, conversation, decision, progress });
    const body = about ?? (await Promise.race([answering(), progress.unwanted]));
    // First kept, then asked whether it still stands: a deletion finds the gap, or is found out here.
    if (body !== undefined) await keepGap(parts, { thread, asked, body });
    if (body === undefined || !(await isWanted())) {
      await parts.gaps.forget(thread.team, threadName(thread.channel, ts));
      return await progress.abandon();
    }
    const placed = await progress.finish({ id: ts, body, done: true });
    if (placed !== null) await parts.transcripts.keep(thread, turnOf(placed, body));
  } finally {
    await progress.stop();
  }
}

/** A question that got no answer is kept as a gap. Without the store the honest word is said all the same. */
async function keepGap(
  parts: AnswerInThreadParts,
  {
    thread: { team, channel },
    asked,
    body,
  }: Pick<Question, 'thread' | 'asked'> & {
    readonly body: ReplyBody;
  },
): Promise<void> {
  const reason = body.kind === 'answer' ? body.answer.noAnswer : null;
  if (reason === null) return;
  const isPrivate = !(await parts.talk.isPublic(channel));
  const message = threadName(channel, asked.id);
  const gap = { at: parts.now(), message, question: asked.text, reason, isPrivate };
  await unlessStoreFails(parts.gaps.keep(team, gap), parts.log);
}

function turnOf(placed: string, body: ReplyBody): StoredTurn {
  const text = body.kind === 'answer' ? body.answer.claims.map((claim) => claim.text).join(' ') : '';
  return { id: placed, from: 'downbeat', person: null, text };
}

type Question = {
  readonly thread: ThreadAddress;
  readonly asked: StoredTurn;
  readonly asker: Asker;
  readonly conversation: readonly StoredTurn[];
  readonly decision: DecisionInThread | null;
  readonly progress: Progress;
};

async function answer(
  parts: AnswerInThreadParts,
  { asked, asker, conversation, decision, progress }: Omit<Question, 'thread'>,
): Promise<ReplyBody> {
  const facts = decision?.facts ?? null;
  const question = { asker, purpose: 'answer', question: asked.text, conversation, decision: facts } as const;
  const found = await parts.answerQuestion(question, progress.onClaim).finally(progress.stop);
  return { kind: 'answer', answer: found };
}

function isBefore(turn: StoredTurn, ts: string): boolean {
  return Number(turn.id) < Number(ts);
}
