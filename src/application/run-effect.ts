// Runs an owed effect by its name: the one place that knows which procedure makes which effect true.
import { cardOfEffect } from '../domain/decision/react.ts';
import type { AnswerInThread } from './converse/answer-in-thread.ts';
import { askedTs } from './converse/talk-address.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { MakeCardRight } from './make-card-right.ts';
import type { Ran } from './show-card.ts';

/** Runs one owed effect. Repeating it is harmless. */
export type RunEffect = (address: DecisionAddress, effect: string) => Promise<Ran>;

/** Signals an effect no version of this program knows: it stays owed for a newer process. */
export class UnknownEffectError extends Error {
  constructor(effect: string) {
    super(`no procedure for the effect ${effect}`);
    this.name = 'UnknownEffectError';
  }
}

/** Builds the dispatcher. */
export function createRunEffect(procedures: {
  readonly makeCardRight: MakeCardRight;
  readonly answerInThread: AnswerInThread;
}): RunEffect {
  return async function runEffect(address, effect) {
    const asked = askedTs(effect);
    if (asked !== null) return procedures.answerInThread(address, asked);
    const card = cardOfEffect(effect);
    if (card === null) throw new UnknownEffectError(effect);
    return procedures.makeCardRight(address, card);
  };
}
