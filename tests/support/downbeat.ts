// The real app in a playground workspace with a real Redis, for tests that walk a decision.
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { DestinationStream } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/server/playground.ts';
import type { Config, ModelSettings } from '../../src/config.ts';
import { type Downbeat, startDownbeat } from '../../src/downbeat.ts';
import { createLog } from '../../src/log.ts';
import { type TestRedis, useRedis } from './redis.ts';

/** A workspace with the app in it. Members are to be used inside tests and hooks. */
export type TestHouse = {
  readonly playground: Playground;
  readonly redis: TestRedis;
  /** Where the health routes are served. */
  readonly appUrl: string;
  /** Stops the app in good order and starts it again, perhaps with another file for the framework. */
  restartApp(frameworkFile?: string): Promise<void>;
  stopApp(): Promise<void>;
};

/** How a file wants its house, beside what the playground can be told. */
export type HouseOptions = PlaygroundOptions & {
  /** One house for all tests of the file instead of a fresh one for each: faster, for tests that look at their own decision only. */
  readonly shared?: boolean;
  /** Deliveries come as signed HTTP requests instead of through a socket. */
  readonly http?: boolean;
  /** Where the app's log goes, at level debug; without it only errors are logged, to standard output. */
  readonly logTo?: DestinationStream;
  /** The model that explains, asked for when the app starts; none unless given. */
  readonly model?: () => ModelSettings;
};

/** Starts Redis once for the file, and a fresh workspace with the app before each test. */
export function useDownbeat(options: HouseOptions = {}, redisOptions: Parameters<typeof useRedis>[0] = {}): TestHouse {
  const redis = useRedis(redisOptions);
  const { shared = false, http = false, logTo, model, ...playgroundOptions } = options;
  let playground: Playground | undefined;
  let app: Downbeat | undefined;
  let port = 0;

  function current(): Playground {
    if (playground === undefined) throw new Error('The playground runs only inside tests and hooks.');
    return playground;
  }
  async function startApp(frameworkFile?: string): Promise<void> {
    if (!http) port = await freePort();
    const config = { ...configFor(current(), redis, { http, port }), model: model?.() ?? null };
    app = await startDownbeat(config, {
      log: logTo === undefined ? createLog('error') : createLog('debug', logTo),
      now: () => current().clock.now(),
      tickEveryMs: 250,
      ...(frameworkFile === undefined ? {} : { frameworkFile }),
      onFatal: (error) => {
        throw error;
      },
    });
  }
  async function open(): Promise<void> {
    await redis.flush();
    if (http) port = await freePort();
    const target = http ? { httpTarget: `http://127.0.0.1:${port}/slack/events` } : {};
    playground = await startPlayground({ rateMultiplier: 20, ...target, ...playgroundOptions });
    await startApp();
  }
  async function close(): Promise<void> {
    await app?.close(2_000);
    await playground?.close();
    app = undefined;
    playground = undefined;
  }
  if (shared) {
    beforeAll(open);
    afterAll(close);
  } else {
    beforeEach(open);
    afterEach(close);
  }
  return {
    get playground() {
      return current();
    },
    get appUrl() {
      return `http://127.0.0.1:${port}`;
    },
    redis,
    async restartApp(frameworkFile) {
      await app?.close(2_000);
      await startApp(frameworkFile);
    },
    async stopApp() {
      await app?.close(2_000);
      app = undefined;
    },
  };
}

/** The settings of an app against a playground: in Socket Mode, unless `http` says otherwise. */
export function configFor(
  playground: Playground,
  redis: { readonly url: string },
  { http = false, port = 0 }: { readonly http?: boolean; readonly port?: number } = {},
): Config {
  return {
    slack: {
      botToken: playground.botToken,
      apiUrl: playground.apiUrl,
      transport: http
        ? { kind: 'http', signingSecret: playground.signingSecret }
        : { kind: 'socket', appToken: playground.appToken },
    },
    redisUrl: redis.url,
    model: null,
    keepDays: 90,
    port,
    logLevel: 'error',
  };
}

/** A port nobody has at the moment. Over HTTP the app and the playground have to know one another's before they start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until something is true; fails with `what` after a generous time, so that a broken promise ends the test. */
export async function eventually<T>(what: string, look: () => T | undefined | null | false): Promise<T> {
  const turns = 800;
  for (let turn = 0; turn < turns; turn += 1) {
    const seen = look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    await wait(25);
  }
  throw new Error(`never happened: ${what}`);
}
