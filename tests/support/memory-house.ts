// A store and its due set in memory: the double that keeps the same contract as Redis (tests/redis/due-decisions.test.ts).
import type { DecisionLists } from '../../src/application/decision-lists.ts';
import type { Append, Appended, DecisionStore } from '../../src/application/decision-store.ts';
import type { Frameworks } from '../../src/application/frameworks.ts';
import type { DueDecisions } from '../../src/application/reassess/due-decisions.ts';
import type { DecisionEvent } from '../../src/domain/decision/events.ts';
import type { Summary } from '../../src/domain/decision/summary.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';

/** What a house offers to the tick and to those who ask something of decisions. */
export type House = {
  readonly store: DecisionStore;
  readonly due: DueDecisions;
  readonly lists: Pick<DecisionLists, 'ownedBy'>;
  readonly frameworks: Frameworks;
};

const { framework } = loadFramework();

/** The framework in force, and no other. */
export const oneFramework: Frameworks = {
  current: framework,
  of: async () => framework,
  keepCurrent: async () => {},
};

/** Opens an empty house. */
export function openMemoryHouse(): House {
  const events = new Map<string, readonly DecisionEvent[]>();
  const summaries = new Map<string, Map<string, Summary>>();
  const seen = new Map<string, number>();
  const nameOf = (address: { readonly team: string; readonly decisionId: string }) =>
    `${address.team} ${address.decisionId}`;

  async function append(write: Append): Promise<Appended> {
    const delivery = `${write.team} ${write.deliveryKey}`;
    const before = seen.get(delivery);
    if (before !== undefined) return { outcome: 'duplicate', version: before };
    const known = events.get(nameOf(write)) ?? [];
    if (known.length !== write.expectedVersion)
      return { outcome: 'conflict', version: known.length, newer: known.slice(write.expectedVersion) };
    const companions = write.companions.map((companion) => ({ ...companion, team: write.team }));
    if (companions.some((other) => (events.get(nameOf(other)) ?? []).length !== other.expectedVersion))
      return { outcome: 'companion-conflict' };
    const parts = [write, ...companions];
    for (const part of parts) {
      events.set(nameOf(part), [...(events.get(nameOf(part)) ?? []), ...part.events]);
      const ofTeam = summaries.get(write.team) ?? new Map<string, Summary>();
      ofTeam.set(part.decisionId, part.summary);
      summaries.set(write.team, ofTeam);
    }
    const version = known.length + write.events.length;
    seen.set(delivery, version);
    return { outcome: 'appended', version };
  }

  return {
    frameworks: oneFramework,
    store: {
      append,
      async read(address, since, deliveryKey) {
        const known = events.get(nameOf(address)) ?? [];
        const handled = deliveryKey !== null && seen.has(`${address.team} ${deliveryKey}`);
        return { version: known.length, from: null, newer: known.slice(since), seen: handled };
      },
      history: async (address) => events.get(nameOf(address)) ?? [],
      words: async () => new Map(),
      decisionInThread: async () => null,
    },
    lists: {
      async ownedBy(team, person, limit) {
        return [...(summaries.get(team)?.values() ?? [])]
          .filter(({ owner }) => owner === person)
          .toSorted((one, other) => other.touchedAt - one.touchedAt)
          .slice(0, limit)
          .map((summary) => ({ ok: true, summary }));
      },
    },
    due: {
      async due(team, now, { offset, limit }) {
        return [...(summaries.get(team)?.values() ?? [])]
          .flatMap(({ decisionId, dueAt, lookAt, owner }) =>
            dueAt !== null && dueAt <= now ? [{ decisionId, dueAt, owner, look: lookAt !== null }] : [],
          )
          .toSorted((one, other) => one.dueAt - other.dueAt || (one.decisionId < other.decisionId ? -1 : 1))
          .slice(offset, offset + limit);
      },
    },
  };
}
