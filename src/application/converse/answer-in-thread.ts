// Runs the effect "answer this message": finds the answer, shows its claims as they are checked, keeps what was said.

import type { NumberedClaim, Source } from '../advice/answer.ts';
import type { AnswerQuestion } from '../advice/answer-question.ts';
import type { StoredTurn, ThreadAddress, Transcripts } from '../advice/transcripts.ts';
import { postsTo, UPDATES } from '../allowances.ts';
import type { DecisionAddress } from '../decision-store.ts';
import type { Log } from '../log.ts';
import type { OwedEffects } from '../owed-effects.ts';
import type { Pace } from '../pace.ts';
import { again, type Ran } from '../show-card.ts';
import type { FactsInThread } from './facts-in-thread.ts';
import { isFinished, type ShowAnswerParts, showAnswer } from './show-answer.ts';
import { answerEffect, askedTs, threadOf } from './talk-address.ts';
import type { ShownAnswer } from './talk-surface.ts';

/** Turns a follow-up is understood from. */
const TURNS = 12;
/** Checked claims are shown this often while more arrive: an edit a second is what a message takes. */
const PROGRESS_MS = 1_200;
/** How soon to look again while an earlier question of the thread is being answered: answers come in order. */
const IN_ORDER_MS = 300;

/** What answering works with. */
export type AnswerInThreadParts = ShowAnswerParts & {
  readonly owed: OwedEffects;
  readonly transcripts: Transcripts;
  readonly answerQuestion: AnswerQuestion;
  readonly factsInThread: FactsInThread;
  readonly pace: Pace;
  readonly log: Log;
};

/** Answers one message. Repeating it is harmless: a finished answer stays as it is. */
export type AnswerInThread = (address: DecisionAddress, ts: string) => Promise<Ran>;

/** Builds the procedure. */
export function createAnswerInThread(parts: AnswerInThreadParts): AnswerInThread {
  return async function answerInThread(address, ts) {
    const thread = threadOf(address);
    const effect = answerEffect(ts);
    const mark = await parts.owed.markOf(address, effect);
    if (mark === null || thread === null) return { done: true };
    if (await isBehindAnother(parts, address, ts)) return again(IN_ORDER_MS);
    const wait = await parts.pace.take(address.team, [postsTo(thread.channel)], parts.now());
    if (wait > 0) return again(wait);
    if (!(await isFinished(parts, thread, ts))) await answer(parts, thread, ts);
    await parts.owed.settle(address, effect, mark);
    return { done: true };
  };
}

async function isBehindAnother({ owed }: AnswerInThreadParts, address: DecisionAddress, ts: string): Promise<boolean> {
  const waiting = (await owed.owedAt(address)).map(askedTs);
  return waiting.some((other) => other !== null && Number(other) < Number(ts));
}

async function answer(parts: AnswerInThreadParts, thread: ThreadAddress, ts: string): Promise<void> {
  const turns = await parts.transcripts.latest(thread, TURNS);
  const asked = turns.find((turn) => turn.id === ts && turn.from === 'person');
  // The message was deleted, or its transcript has expired: there is nothing to answer any more.
  if (asked === undefined) return;
  await parts.talk.atWork(thread);
  const [decision, isPublic] = await Promise.all([parts.factsInThread(thread), parts.talk.isPublic(thread.channel)]);
  const progress = showProgress(parts, thread, ts);
  const found = await parts
    .answerQuestion(
      {
        asker: { team: thread.team, person: asked.person ?? '', thread: `${thread.channel}:${thread.threadTs}` },
        purpose: 'answer',
        question: asked.text,
        conversation: turns.filter((turn) => isBefore(turn, ts)),
        decision,
        isPrivate: !isPublic,
      },
      progress.onClaim,
    )
    .finally(progress.stop);
  const shown: ShownAnswer = { answer: found, done: true, id: ts };
  const placed = await showAnswer(parts, thread, shown);
  if (placed === null) return;
  const said = found.claims.map((claim) => claim.text).join(' ');
  await parts.transcripts.keep(thread, { id: placed, from: 'downbeat', person: null, text: said });
}

function isBefore(turn: StoredTurn, ts: string): boolean {
  return Number(turn.id) < Number(ts);
}

/** Shows claims while more arrive. An edit that fails is made good by the next one, or by the finished answer. */
function showProgress(parts: AnswerInThreadParts, thread: ThreadAddress, id: string) {
  let claims: readonly NumberedClaim[] = [];
  let sources: readonly Source[] = [];
  let shownClaims = 0;
  let showing: Promise<unknown> = Promise.resolve();

  async function show(): Promise<void> {
    if (claims.length === shownClaims) return;
    shownClaims = claims.length;
    if ((await parts.pace.take(thread.team, [UPDATES], parts.now())) > 0) return;
    const versions = { knowledge: '', advisor: null };
    const answer = { by: 'model', claims, sources, nearest: [], noAnswer: null, fallback: null, versions } as const;
    await showAnswer(parts, thread, { answer, done: false, id });
  }
  const timer = setInterval(() => {
    showing = showing
      .then(show)
      .catch((error: unknown) => parts.log.warn('progress not shown', { channel: thread.channel }, error));
  }, PROGRESS_MS);
  return {
    onClaim(claim: NumberedClaim, numbered: readonly Source[]): void {
      claims = [...claims, claim];
      sources = numbered;
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await showing;
    },
  };
}
