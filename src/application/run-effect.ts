// Runs an owed effect by its name: the one place that knows which procedure makes which effect true.
import { cardOfEffect } from '../domain/decision/card-keys.ts';
import { whatIfOfEffect } from '../domain/decision/react-workflow.ts';
import type { AnswerInThread } from './converse/answer-in-thread.ts';
import { type ExplainToAsker, whyOf } from './converse/explain-to-asker.ts';
import type { ShareExplanation } from './converse/share-explanation.ts';
import { askedTs, sharedOf } from './converse/talk-address.ts';
import { EXPLAIN_VERDICT } from './converse/verdict-in-words.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { DrawInThread } from './drawings/draw-in-thread.ts';
import { drawableOfEffect } from './drawings/drawing-effect.ts';
import { askedForSteps, type ProposeToAsker } from './drawings/propose-to-asker.ts';
import { exportOfEffect } from './exporting/export-effect.ts';
import type { ShareRecord } from './exporting/share-record.ts';
import { personOfHomeEffect } from './home/home-effects.ts';
import type { RefreshHome } from './home/refresh-home.ts';
import type { MakeCardRight } from './make-card-right.ts';
import type { Ran } from './ran.ts';

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
  readonly shareExplanation: ShareExplanation;
  readonly explainToAsker: ExplainToAsker;
  readonly proposeToAsker: ProposeToAsker;
  readonly explainVerdict: (address: DecisionAddress) => Promise<Ran>;
  readonly drawInThread: DrawInThread;
  readonly shareRecord: ShareRecord;
  readonly refreshHome: RefreshHome;
}): RunEffect {
  return async function runEffect(address, effect) {
    const asked = askedTs(effect);
    if (asked !== null) return procedures.answerInThread(address, asked);
    const shared = sharedOf(effect);
    if (shared !== null) return procedures.shareExplanation(address, shared);
    const why = whyOf(effect);
    if (why !== null) return procedures.explainToAsker(address, why);
    const wantsSteps = askedForSteps(effect);
    if (wantsSteps !== null) return procedures.proposeToAsker(address, wantsSteps);
    if (effect === EXPLAIN_VERDICT) return procedures.explainVerdict(address);
    const version = exportOfEffect(effect);
    if (version !== null) return procedures.shareRecord(address, version);
    const what = drawableOfEffect(effect);
    if (what !== null) return procedures.drawInThread.drawings(address, what);
    const tried = whatIfOfEffect(effect);
    if (tried !== null) return procedures.drawInThread.whatIf(address, tried);
    const person = personOfHomeEffect(effect);
    if (person !== null) return procedures.refreshHome(address, person);
    const card = cardOfEffect(effect);
    if (card === null) throw new UnknownEffectError(effect);
    return procedures.makeCardRight(address, card);
  };
}
