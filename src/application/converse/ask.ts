// Takes a question in: kept in the transcript, owed as an answer, and only then left to the workers.
import type { ThreadAddress, Transcripts } from '../advice/transcripts.ts';
import type { EffectNudger, OwedEffects } from '../owed-effects.ts';
import { answerEffect, talkAddress } from './talk-address.ts';

/** A question somebody put to Downbeat. `ts` is its message. */
export type Asked = {
  readonly thread: ThreadAddress;
  readonly ts: string;
  readonly person: string;
  readonly text: string;
};

/** What taking a question works with. */
export type AskParts = {
  readonly transcripts: Transcripts;
  readonly owed: OwedEffects;
  readonly nudger: EffectNudger;
};

/** Takes a question. A repeated delivery is harmless: the answer of a message is one, and stands finished once. */
export async function ask({ transcripts, owed, nudger }: AskParts, { thread, ts, person, text }: Asked): Promise<void> {
  await transcripts.keep(thread, { id: ts, from: 'person', person, text });
  const address = talkAddress(thread);
  await owed.owe(address, answerEffect(ts));
  nudger.nudge(address, [answerEffect(ts)]);
}
