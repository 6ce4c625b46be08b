// Tells whoever waits for a card that what they did is recorded, while Slack keeps the card from standing.

import type { CardKey } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { nextCard } from '../domain/decision/react.ts';
import { tellsOfDelay } from './allowances.ts';
import type { CardLedger } from './card-ledger.ts';
import type { CardSurface, Waiting } from './card-surface.ts';
import type { DecisionAddress } from './decision-store.ts';
import type { Log } from './log.ts';
import type { Pace } from './pace.ts';

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

/** Whose click brings each card on the way to the recommendation. */
const broughtBy: Partial<Readonly<Record<CardKey, CardKey>>> = {
  'pillar-2': 'pillar-1',
  'pillar-3': 'pillar-2',
  'pillar-4': 'pillar-3',
  'pillar-5': 'pillar-4',
  recommendation: 'pillar-5',
};

/**
 * Asks the surface for something a card needs to stand, and throws what it throws. Somebody may wait for that card and see
 * nothing happen: who started the decision, or who clicked last on the card before. They are told once, privately.
 */
export async function orTellOfDelay<T>(awaited: Awaited, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    await tell(awaited).catch((failed: unknown) => {
      const { parts, address, card } = awaited;
      parts.log.warn('not told of the delay', { decision: address.decisionId, card }, failed);
    });
    throw error;
  }
}

/** While telling fails as well it is tried now and then: a reply address takes five uses, and one may be needed later. */
async function tell(awaited: Awaited): Promise<void> {
  const { parts, address, card } = awaited;
  const clicked = clickedBefore(awaited);
  if (clicked === null || (await parts.ledger.isNoted(address, card))) return;
  if ((await parts.pace.take(address.team, [tellsOfDelay(address, card)], parts.now())) > 0) return;
  const reply = await parts.ledger.takeReplyUrl(address, clicked, parts.now());
  await parts.surface.tellDelay(waiting(awaited, reply?.url ?? null));
  await parts.ledger.note(address, card);
}

/** The click that waits for this card; null where nobody does. */
function clickedBefore({ card, decision }: Awaited): CardKey | 'start' | null {
  if (card === 'root') return decision.place === null ? 'start' : null;
  return card === nextCard(decision) ? (broughtBy[card] ?? null) : null;
}

function waiting({ card, decision }: Awaited, replyUrl: string | null): Waiting {
  const { channel, newestChange, place, requestedThread, startedBy } = decision;
  if (card === 'root') return { card: 'first', replyUrl, person: startedBy, channel, threadTs: requestedThread };
  const person = newestChange?.person ?? null;
  return { card: 'next', replyUrl, person, channel, threadTs: place?.threadTs ?? null };
}
