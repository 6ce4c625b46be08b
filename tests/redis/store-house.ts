// A connection and the adapters on it, for tests against a real Redis.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach } from 'vitest';
import type { CardLedger } from '../../src/application/card-ledger.ts';
import type { CardWrites } from '../../src/application/card-writes.ts';
import type { DecisionStore } from '../../src/application/decision-store.ts';
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { createHandleCommand, type Delivery, type HandleCommand } from '../../src/application/handle-command.ts';
import type { OwedEffects } from '../../src/application/owed-effects.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { createCardLedger } from '../../src/redis/card-ledger.ts';
import { createCardWrites } from '../../src/redis/card-writes.ts';
import { openCommandConnection } from '../../src/redis/connection.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createFrameworks } from '../../src/redis/frameworks.ts';
import { createOwedEffects } from '../../src/redis/owed-effects.ts';
import { type TestRedis, useRedis } from '../support/redis.ts';

export const address = { team: 'T1', decisionId: 'd1' } as const;
const { framework } = loadFramework();

/** What a test of the adapters works with; members are to be used inside tests and hooks. */
export type StoreHouse = {
  readonly redis: TestRedis;
  readonly connection: Redis;
  readonly store: DecisionStore;
  readonly owed: OwedEffects;
  readonly ledger: CardLedger;
  readonly writes: CardWrites;
  /** A process of its own: its fold cache starts empty. */
  process(): HandleCommand;
};

/** Starts a Redis for the file and gives each test a fresh connection to an empty one. */
export function useStore(): StoreHouse {
  const redis = useRedis();
  let connection: Redis | undefined;
  function current(): Redis {
    if (connection === undefined) throw new Error('The connection is there only inside tests and hooks.');
    return connection;
  }
  beforeEach(async () => {
    await redis.flush();
    connection = openCommandConnection(redis.url);
    connection.on('error', () => {});
    await connection.connect();
  });
  afterEach(() => connection?.disconnect());
  return {
    redis,
    get connection() {
      return current();
    },
    get store() {
      return createDecisionStore(current());
    },
    get owed() {
      return createOwedEffects(current());
    },
    get ledger() {
      return createCardLedger(current());
    },
    get writes() {
      return createCardWrites(current());
    },
    process: () =>
      createHandleCommand({
        store: createDecisionStore(current()),
        folds: createFoldCache(100),
        frameworks: createFrameworks(current(), framework),
        nudger: { nudge() {} },
      }),
  };
}

/** A person of the workspace. */
export function member(person: string): { readonly person: string; readonly member: true } {
  return { person, member: true };
}

/** A start. */
export function starting(
  deliveryKey: string = randomUUID(),
  threadTs: string | null = null,
  decisionId = 'd1',
): Delivery {
  return {
    team: 'T1',
    decisionId,
    deliveryKey,
    words: { title: 'Order fulfilment' },
    command: {
      type: 'StartDecision',
      by: member('U1'),
      at: 1_000,
      decisionId,
      title: 'title',
      framing: null,
      owner: 'U1',
      invited: [],
      channel: 'C1',
      threadTs,
    },
  };
}

/** An answer. */
export function answering(
  person: string,
  option: string,
  actionTs: string,
  deliveryKey: string = randomUUID(),
): Delivery {
  return {
    ...address,
    deliveryKey,
    command: {
      type: 'AnswerQuestion',
      by: member(person),
      at: 2_000,
      question: '1b',
      option,
      part: null,
      actionTs,
    },
  };
}
