// A real Redis for a test file, and the ways to hurt it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../playground/private-redis/start-private-redis.ts';

/** Where the tests unpack Redis on a machine that has none: the same folder as the playground, so once for both. */
export const REDIS_CACHE_DIR = join(import.meta.dirname, '..', '..', '.cache', 'redis');

/** `appendOnly` true keeps the data on disk, so that they outlive `kill` and `restart`. False (the default) is faster. */
type TestRedisOptions = { readonly appendOnly?: boolean };

/** The Redis of a test file. Every member is to be used inside tests and hooks, when the Redis is there. */
export type TestRedis = {
  /** Its address, the same across `restart`. */
  readonly url: string;
  /** Process id of the server that runs now. */
  readonly pid: number;
  /** Empties it. */
  flush(): Promise<void>;
  /** Suspends the server for so many milliseconds: it accepts connections and answers nothing. Resolves when it goes on. */
  pause(ms: number): Promise<void>;
  /** Ends the server as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data; a server that still runs is stopped in good order first. */
  restart(): Promise<void>;
  /** From now on every write is refused for lack of memory, as `noeviction` does; reads go on. */
  fillMemory(): Promise<void>;
  /** Ends what `fillMemory` began. */
  freeMemory(): Promise<void>;
};

/**
 * Starts a Redis of its own before the tests of the file (or of the `describe` it is called in) and stops it after.
 * Its data are in a folder that is removed afterwards.
 */
export function useRedis({ appendOnly = false }: TestRedisOptions = {}): TestRedis {
  let dataDir = '';
  let running: PrivateRedis | undefined;

  function current(): PrivateRedis {
    if (running === undefined) throw new Error('The test Redis runs only inside tests and hooks.');
    return running;
  }
  async function start(place?: PrivateRedis['place']): Promise<void> {
    running = await startPrivateRedis({
      dataDir,
      cacheDir: REDIS_CACHE_DIR,
      say: () => {},
      appendOnly,
      ...(place === undefined ? {} : { place }),
    });
  }
  async function send(...command: readonly [string, ...string[]]): Promise<void> {
    const client = new Redis(current().url, { maxRetriesPerRequest: 1 });
    const [name, ...args] = command;
    await client.call(name, ...args);
    client.disconnect();
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'downbeat-redis-'));
    await start();
  });
  afterAll(async () => {
    await running?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    get url() {
      return current().url;
    },
    get pid() {
      return current().pid;
    },
    flush: () => send('FLUSHALL'),
    async pause(ms) {
      process.kill(current().pid, 'SIGSTOP');
      await wait(ms);
      process.kill(current().pid, 'SIGCONT');
    },
    kill: () => current().kill(),
    async restart() {
      await current().stop();
      await start(current().place);
    },
    fillMemory: () => send('CONFIG', 'SET', 'maxmemory', '1'),
    freeMemory: () => send('CONFIG', 'SET', 'maxmemory', '0'),
  };
}
