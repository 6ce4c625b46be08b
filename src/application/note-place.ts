// What a refused or taken post says about a decision's channel: the event that should have told may have got lost.
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { PlaceChange } from '../domain/decision/lifecycle-events.ts';
import type { CardKey } from '../domain/decision/react.ts';
import type { PlaceProblem } from './card-surface.ts';
import { personOf } from './card-target.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { HandleCommand } from './handle-command.ts';

/** The card that was to be posted or edited. */
type Placed = {
  readonly parts: {
    readonly handleCommand: HandleCommand;
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

/** The channel took no message. */
export async function noteRefused(placed: Placed, problem: PlaceProblem): Promise<void> {
  const change = closing[problem];
  if (change !== undefined && placed.decision.closed === null) await report(placed, change);
}

/** The channel took a new message, so it is open. An edit says less: Slack may allow it where we are no longer. */
export async function noteTaken(placed: Placed): Promise<void> {
  const { closed } = placed.decision;
  if (closed !== null) await report(placed, closed === 'archived' ? 'unarchived' : 'app-returned');
}

async function report({ parts, address, card, decision }: Placed, change: PlaceChange): Promise<void> {
  if (decision.place === null || personOf(decision, card) !== null) return;
  const deliveryKey = `place:${address.decisionId}:${parts.nonce()}`;
  await parts.handleCommand({ ...address, deliveryKey, command: { type: 'ReportPlace', at: parts.now(), change } });
}
