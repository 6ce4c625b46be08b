// Follows what people do to their questions afterwards: an edit is kept, a deletion forgets and ends the answering.
import type { Feedback } from '../advice/feedback.ts';
import type { Gaps } from '../advice/gaps.ts';
import type { ThreadAddress, Transcripts } from '../advice/transcripts.ts';
import type { EffectNudger, OwedEffects } from '../owed-effects.ts';
import { threadName } from '../thread-name.ts';
import { answerEffect, askedTs, talkAddress } from './talk-address.ts';

/** Turns of a thread among which an edited one is looked for: all that are kept. */
const TURNS = 100;

/** What following works with. */
export type ReviseParts = {
  readonly transcripts: Transcripts;
  readonly owed: OwedEffects;
  readonly nudger: EffectNudger;
  readonly feedback: Pick<Feedback, 'forgetQuestion'>;
  readonly gaps: Pick<Gaps, 'forget'>;
  readonly now: () => number;
};

/** The message `ts` now says `text`. Nothing is kept of a message that was no question, and nothing is answered again. */
export async function revise(
  { transcripts }: Pick<ReviseParts, 'transcripts'>,
  { thread, ts, text }: { readonly thread: ThreadAddress; readonly ts: string; readonly text: string },
): Promise<void> {
  const turns = await transcripts.latest(thread, TURNS);
  const turn = turns.find(({ id, from }) => id === ts && from === 'person');
  if (turn !== undefined) await transcripts.keep(thread, { ...turn, text });
}

/** The message `ts` is gone: it is forgotten wherever it was kept, and an answer still owed to it is given up. */
export async function withdraw(parts: ReviseParts, thread: ThreadAddress, ts: string): Promise<void> {
  await parts.transcripts.forget(thread, ts);
  await strikeOut(parts, thread, answerEffect(ts));
  await parts.feedback.forgetQuestion(thread.team, ts, parts.now());
  await parts.gaps.forget(thread.team, threadName(thread.channel, ts));
}

/** Gives up every answer owed in a thread; tells how many those were. Whoever is writing one finds out and ends. */
export async function stopAnswering(
  parts: Pick<ReviseParts, 'owed' | 'nudger'>,
  thread: ThreadAddress,
): Promise<number> {
  const answers = (await parts.owed.owedAt(talkAddress(thread))).filter((effect) => askedTs(effect) !== null);
  for (const effect of answers) await strikeOut(parts, thread, effect);
  return answers.length;
}

/** The nudge is for the words that may stand in the answer's place: a worker takes them back. */
async function strikeOut(
  { owed, nudger }: Pick<ReviseParts, 'owed' | 'nudger'>,
  thread: ThreadAddress,
  effect: string,
): Promise<void> {
  const address = talkAddress(thread);
  const mark = await owed.markOf(address, effect);
  if (mark === null) return;
  await owed.settle(address, effect, mark);
  nudger.nudge(address, [effect]);
}
