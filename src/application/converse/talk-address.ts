// Names a conversation and what is owed in it, in the same terms as a decision: an address and effects.
import { askedIdSchema } from '../../domain/decision/refs.ts';
import type { AskedId } from '../../domain/framework.ts';
import type { ThreadAddress } from '../advice/transcripts.ts';
import type { DecisionAddress } from '../decision-store.ts';

const TALK = 'talk';
const ANSWER = 'answer.';
const SHARE = 'share.';

/** Where the answers owed in a thread are kept. */
export function talkAddress({ team, channel, threadTs }: ThreadAddress): DecisionAddress {
  return { team, decisionId: `${TALK}/${channel}/${threadTs}` };
}

/** The thread of a conversation's address, or null for a decision's. */
export function threadOf({ team, decisionId }: DecisionAddress): ThreadAddress | null {
  const [kind, channel, threadTs] = decisionId.split('/');
  return kind === TALK && channel !== undefined && threadTs !== undefined ? { team, channel, threadTs } : null;
}

/** The effect that answers the message at `ts`. */
export function answerEffect(ts: string): string {
  return `${ANSWER}${ts}`;
}

/** The message an effect answers, or null for another kind of effect. */
export function askedTs(effect: string): string | null {
  return effect.startsWith(ANSWER) ? effect.slice(ANSWER.length) : null;
}

/** An explanation to be shared: the name it is kept under, what it explains, and who shares it. */
export type Shared = { readonly name: string; readonly question: AskedId; readonly person: string };

/** The effect that shares an explanation. */
export function shareEffect({ name, question, person }: Shared): string {
  return `${SHARE}${question}.${person}.${name}`;
}

/** The explanation an effect shares, or null for another kind of effect. */
export function sharedOf(effect: string): Shared | null {
  const [kind, question, person, name] = effect.split('.');
  const asked = askedIdSchema.safeParse(question).data;
  if (`${kind}.` !== SHARE || asked === undefined || person === undefined || name === undefined) return null;
  return { question: asked, person, name };
}
