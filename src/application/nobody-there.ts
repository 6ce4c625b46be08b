// A card for one person alone whose account may be gone: nobody would read it, and nobody would hear that.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { PROFILES } from './allowances.ts';
import type { CardLedger } from './card-ledger.ts';
import type { CardSurface } from './card-surface.ts';
import { personOf, promisedOn } from './card-target.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { HandleCommand } from './handle-command.ts';
import type { Pace } from './pace.ts';
import type { ReportGone } from './reassess/report-gone.ts';

/** The card that is to be posted. */
type Addressed = {
  readonly parts: {
    readonly ledger: CardLedger;
    readonly surface: CardSurface;
    readonly pace: Pace;
    readonly reportGone: ReportGone;
    readonly handleCommand: HandleCommand;
    readonly now: () => number;
  };
  readonly address: DecisionAddress;
  readonly card: CardKey;
  readonly decision: StartedDecision;
};

/**
 * Whether a card has nobody to read it. Asked before each post to a person, as often as Slack allows; beyond that the post
 * goes out unasked, and the unanswered weeks ask the thread.
 */
export async function hasNobody({ parts, address, card, decision }: Addressed): Promise<boolean> {
  const person = personOf(decision, card);
  if (person === null) return false;
  if (decision.ownerGone && person === decision.owner) return true;
  if ((await parts.pace.take(address.team, [PROFILES], parts.now())) > 0) return false;
  return !(await parts.surface.isThere(person));
}

/**
 * The person's decisions ask who takes them over; the look comes to whoever does. Where they were to find out an answer,
 * its question asks who else can.
 */
export async function passOver(addressed: Addressed): Promise<{ readonly done: true }> {
  const { parts, address, card, decision } = addressed;
  await parts.ledger.forget(address, card);
  await reportFinder(addressed);
  const person = personOf(decision, card);
  if (person !== null && !(decision.ownerGone && person === decision.owner))
    await parts.reportGone(address.team, person);
  return { done: true };
}

async function reportFinder({ parts, address, card, decision }: Addressed): Promise<void> {
  const promised = promisedOn(decision, card);
  if (promised === null) return;
  const { finder, question } = promised;
  const command = { type: 'ReportFinderGone', at: parts.now(), question, person: finder.person } as const;
  const deliveryKey = `finder-gone:${address.decisionId}:${question}:${finder.remindAt}`;
  await parts.handleCommand({ ...address, deliveryKey, command });
}
