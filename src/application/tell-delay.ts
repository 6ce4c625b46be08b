// Tells who started a decision that it is recorded, while Slack keeps its first card from standing.
import type { StartedDecision } from '../domain/decision/decision.ts';
import type { CardKey } from '../domain/decision/react.ts';
import { tellsOfDelay } from './allowances.ts';
import type { CardLedger } from './card-ledger.ts';
import type { CardSurface } from './card-surface.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { Log } from './log.ts';
import type { Pace } from './pace.ts';

/** Noted once the person was told. */
const TOLD = 'delay';

/** The card whose placing was asked for. */
type Awaited = {
  readonly parts: {
    readonly ledger: CardLedger;
    readonly surface: CardSurface;
    readonly pace: Pace;
    readonly log: Log;
    readonly now: () => number;
  };
  readonly address: DecisionAddress;
  readonly card: CardKey;
  readonly decision: StartedDecision;
};

/**
 * Asks the surface for something a card needs to stand, and throws what it throws. Where that was a decision's first card,
 * nothing is there to be seen yet, so the person who started it is told once and privately that it is recorded.
 */
export async function orTellOfDelay<T>(awaited: Awaited, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { parts, address, card, decision } = awaited;
    if (card === 'root' && decision.place === null)
      await tell(awaited).catch((failed: unknown) =>
        parts.log.warn('not told of the delay', { decision: address.decisionId }, failed),
      );
    throw error;
  }
}

/** While telling fails as well it is tried now and then: the reply address takes five uses, and one may be needed later. */
async function tell({ parts, address, decision }: Awaited): Promise<void> {
  if (await parts.ledger.isNoted(address, TOLD)) return;
  if ((await parts.pace.take(address.team, [tellsOfDelay(address)], parts.now())) > 0) return;
  const reply = await parts.ledger.takeReplyUrl(address, 'start', parts.now());
  await parts.surface.tellDelay({
    replyUrl: reply?.url ?? null,
    person: decision.startedBy,
    channel: decision.channel,
    threadTs: decision.requestedThread,
  });
  await parts.ledger.note(address, TOLD);
}
