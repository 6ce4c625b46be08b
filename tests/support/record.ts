// Looks into the record from outside the app, and compares what people see with what is recorded.
import { Redis } from 'ioredis';
import { app, team } from '../../playground/server/default-workspace.ts';
import type { Playground } from '../../playground/server/playground.ts';
import { cardKeys } from '../../src/domain/decision/card-keys.ts';
import type { StartedDecision } from '../../src/domain/decision/decision.ts';
import { unstarted } from '../../src/domain/decision/decision.ts';
import type { DecisionEvent } from '../../src/domain/decision/events.ts';
import { fold } from '../../src/domain/decision/evolve.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { createCardLedger } from '../../src/redis/card-ledger.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createOwedEffects } from '../../src/redis/owed-effects.ts';
import { renderCard } from '../../src/slack/cards/render-card.ts';
import { permalink } from '../../src/slack/permalink.ts';

/** A card that does not show what is recorded, or stands more than once. */
export type Discrepancy = { readonly card: string; readonly problem: string };

/** The record of a workspace, read directly. */
export type Record = {
  decisionIds(): Promise<readonly string[]>;
  events(decisionId: string): Promise<readonly DecisionEvent[]>;
  decision(decisionId: string): Promise<StartedDecision>;
  /** The effects owed in the workspace, each with its decision's id. */
  owed(): Promise<readonly string[]>;
  /** Every way in which the messages in a channel differ from what is recorded of the decision. */
  discrepancies(playground: Playground, decisionId: string): Promise<readonly Discrepancy[]>;
  close(): void;
};

const { framework, texts } = loadFramework();

/** Opens the record behind a Redis address. */
export async function openRecord(url: string): Promise<Record> {
  const redis = new Redis(url, { lazyConnect: true });
  redis.on('error', () => {});
  await redis.connect();
  const store = createDecisionStore(redis);
  const ledger = createCardLedger(redis);
  const owed = createOwedEffects(redis);
  const address = (decisionId: string) => ({ team: team.id, decisionId });

  async function decision(decisionId: string): Promise<StartedDecision> {
    const folded = fold(await store.history(address(decisionId)), unstarted);
    if (folded.status === 'unstarted') throw new Error(`nothing is recorded of ${decisionId}`);
    return folded;
  }

  return {
    async decisionIds() {
      return (await redis.hkeys(`downbeat:{${team.id}}:summaries`)).toSorted();
    },
    events: (decisionId) => store.history(address(decisionId)),
    decision,
    async owed() {
      return (await owed.allOwed(team.id, 10_000)).map(({ decisionId, effect }) => `${effect} of ${decisionId}`);
    },
    async discrepancies(playground, decisionId) {
      const state = await decision(decisionId);
      const words = await store.words(address(decisionId));
      const entries = await ledger.entries(address(decisionId));
      const found: Discrepancy[] = [];
      for (const card of cardKeys) {
        const shown = renderCard({
          card,
          decision: state,
          words,
          framework,
          texts,
          link(other) {
            const entry = entries.get(other);
            if (entry?.state !== 'posted') return null;
            const threadTs = state.place?.threadTs;
            return permalink(playground.url, { ...entry, ...(threadTs === undefined ? {} : { threadTs }) });
          },
        });
        const entry = entries.get(card);
        if (shown === null) continue;
        if (entry?.state !== 'posted') {
          found.push({ card, problem: 'is due and has no message' });
          continue;
        }
        const message = playground.state.message(entry.channel, entry.ts);
        if (message === undefined) found.push({ card, problem: 'its message is gone' });
        else if (message.text !== shown.text)
          found.push({ card, problem: `says “${message.text}”, not “${shown.text}”` });
      }
      return found;
    },
    close: () => redis.disconnect(),
  };
}

/** The messages of Downbeat's in a channel that act on a card, by decision and card: more than one means a copy. */
export function copiesOf(playground: Playground, channel: string): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const message of playground.state.messages(channel)) {
    if (message.user !== app.botUserId) continue;
    const payload = message.metadata?.['event_payload'];
    const key = JSON.stringify(payload === undefined ? message.ts : { ...Object(payload), nonce: '' });
    copies.set(key, (copies.get(key) ?? 0) + 1);
  }
  return copies;
}
