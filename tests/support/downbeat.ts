// The real app in a playground workspace with a real Redis, for tests that walk a decision.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/server/playground.ts';
import type { Config } from '../../src/config.ts';
import { type Downbeat, startDownbeat } from '../../src/downbeat.ts';
import { createLog } from '../../src/log.ts';
import { type TestRedis, useRedis } from './redis.ts';

/** A workspace with the app in it. Members are to be used inside tests and hooks. */
export type TestHouse = {
  readonly playground: Playground;
  readonly redis: TestRedis;
  /** Stops the app in good order and starts it again. */
  restartApp(): Promise<void>;
  stopApp(): Promise<void>;
};

/** Starts Redis once for the file, and a fresh workspace with the app before each test. */
export function useDownbeat(
  options: PlaygroundOptions = {},
  redisOptions: Parameters<typeof useRedis>[0] = {},
): TestHouse {
  const redis = useRedis(redisOptions);
  let playground: Playground | undefined;
  let app: Downbeat | undefined;

  function current(): Playground {
    if (playground === undefined) throw new Error('The playground runs only inside tests and hooks.');
    return playground;
  }
  async function startApp(): Promise<void> {
    app = await startDownbeat(configFor(current(), redis), {
      log: createLog('error'),
      now: () => current().clock.now(),
      onFatal: (error) => {
        throw error;
      },
    });
  }
  beforeEach(async () => {
    await redis.flush();
    playground = await startPlayground({ rateMultiplier: 20, ...options });
    await startApp();
  });
  afterEach(async () => {
    await app?.close(2_000);
    await playground?.close();
    app = undefined;
    playground = undefined;
  });
  return {
    get playground() {
      return current();
    },
    redis,
    async restartApp() {
      await app?.close(2_000);
      await startApp();
    },
    async stopApp() {
      await app?.close(2_000);
      app = undefined;
    },
  };
}

/** The settings of an app in Socket Mode against a playground. */
export function configFor(playground: Playground, redis: { readonly url: string }): Config {
  return {
    slack: {
      botToken: playground.botToken,
      apiUrl: playground.apiUrl,
      transport: { kind: 'socket', appToken: playground.appToken },
    },
    redisUrl: redis.url,
    port: 0,
    logLevel: 'error',
  };
}

/** Waits until something is true; fails with `what` after a generous time, so that a broken promise ends the test. */
export async function eventually<T>(what: string, look: () => T | undefined | null | false): Promise<T> {
  const patience = 400;
  for (let turn = 0; turn < patience; turn += 1) {
    const seen = look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    await wait(25);
  }
  throw new Error(`never happened: ${what}`);
}
