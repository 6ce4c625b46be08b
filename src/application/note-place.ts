// What a refused or taken post says about a decision's channel: the event that should have told may have got lost.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { PlaceChange } from '../domain/decision/lifecycle-events.ts';
import type { PlaceProblem } from './card-surface.ts';
import { personOf } from './card-target.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { HandleCommand } from './handle-command.ts';
import type { EffectNudger, OwedEffects } from './owed-effects.ts';

/** The card that was to be posted or edited. */
type Placed = {
  readonly parts: {
    readonly handleCommand: HandleCommand;
    readonly owed: OwedEffects;
    readonly nudger: EffectNudger;
    readonly now: () => number;
    readonly nonce: () => string;
  };
  readonly address: DecisionAddress;
  readonly card: CardKey;
  readonly decision: StartedDecision;
};

/** The problems that say that the whole channel is closed to us. */
const closing: Partial<Readonly<Record<PlaceProblem, PlaceChange>>> = {
  archived: 'archived',
  'not-in-channel': 'app-removed',
  'channel-not-found': 'app-removed',
};

/** A place that takes no messages is left alone for so long at least, and where somebody tells when that ends, at most. */
const NO_PLACE_MS = 10 * 60_000;
const CLOSED_MS = 24 * 60 * 60_000;

/**
 * How long to leave a place alone that takes no messages, in milliseconds. That a closed channel is open again we hear;
 * in case the word of it gets lost it is tried all the same, after as long again as nothing has happened to the decision.
 */
export function patienceWith(
  problem: PlaceProblem,
  { touchedAt }: Pick<StartedDecision, 'touchedAt'>,
  now: number,
): number {
  if (closing[problem] === undefined) return NO_PLACE_MS;
  return Math.min(Math.max(now - touchedAt, NO_PLACE_MS), CLOSED_MS);
}

/** The channel took no message. */
export async function noteRefused(placed: Placed, problem: PlaceProblem): Promise<void> {
  const change = closing[problem];
  if (change !== undefined && placed.decision.closed === null) await report(placed, change);
}

/**
 * The channel took a new message, so it is open, and what else waits for that need wait no longer. An edit says less: Slack
 * may allow it where we are no longer.
 */
export async function noteTaken(placed: Placed): Promise<void> {
  const { parts, address, card, decision } = placed;
  if (decision.closed === null || personOf(decision, card) !== null) return;
  await report(placed, decision.closed === 'archived' ? 'unarchived' : 'app-returned');
  parts.nudger.nudge(address, await parts.owed.owedAt(address));
}

async function report({ parts, address, card, decision }: Placed, change: PlaceChange): Promise<void> {
  if (decision.place === null || personOf(decision, card) !== null) return;
  const deliveryKey = `place:${address.decisionId}:${parts.nonce()}`;
  await parts.handleCommand({ ...address, deliveryKey, command: { type: 'ReportPlace', at: parts.now(), change } });
}
