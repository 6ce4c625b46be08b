// Starts a Redis of our own for the playground and the tests: real, on loopback, gone when we are gone.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { makeDataFolder, refuseSecondRedis, writeSettings } from './data-folder.ts';
import { RedisPortInUseError } from './errors.ts';
import { findRedis } from './find-redis.ts';
import type { RedisPlace } from './probe.ts';
import { launchRedis, type RedisProcess } from './redis-process.ts';
import type { RedisProgram } from './redis-program.ts';
import { withStartLock } from './start-lock.ts';

/** Another program may take a free port between our look and Redis's start; so often we look again. */
const PORT_TRIES = 3;

/** What a private Redis needs to know. */
export type PrivateRedisOptions = {
  /** Folder of its file, kept between runs. Made when missing. One running Redis a folder. */
  readonly dataDir: string;
  /** Folder to unpack Redis into when this machine has none. */
  readonly cacheDir: string;
  /** Shows the person one line. */
  readonly say: (line: string) => void;
  /** False keeps nothing on disk; true (the default) appends every write to a file, synced every second. */
  readonly appendOnly?: boolean;
  /** Port and password of an earlier run, so that its address stays true. A free port and a new password if absent. */
  readonly place?: RedisPlace;
  /** Folders to find programs in; `PATH` if absent. */
  readonly searchPath?: string;
};

/** A running private Redis. */
export type PrivateRedis = {
  /** `redis://default:PASSWORD@127.0.0.1:PORT`: carries a secret, so not for logs. */
  readonly url: string;
  readonly place: RedisPlace;
  /** Process id of the server. */
  readonly pid: number;
  /** Version of the server: "7.0.15". */
  readonly version: string;
  /** Ends it in good order and waits until it has. Its data stay. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would, and waits until it is gone: for fault tests. */
  kill(): Promise<void>;
};

/**
 * Starts a Redis on 127.0.0.1 behind a password, append-only and never evicting (design.md §5), and waits until it
 * answers. It ends with this process, however this process ends.
 *
 * Throws `RedisMissingError`, `RedisDataInUseError`, `RedisPortInUseError` (only for a port asked for) or
 * `RedisStartError`; their messages are for the person at the terminal.
 */
export async function startPrivateRedis(options: PrivateRedisOptions): Promise<PrivateRedis> {
  const { say, searchPath = process.env.PATH ?? '' } = options;
  // The programs run in other working folders than ours.
  const dataDir = resolve(options.dataDir);
  const program = await findRedis({ cacheDir: resolve(options.cacheDir), say, searchPath });
  await makeDataFolder(dataDir);
  const { place, server } = await withStartLock(dataDir, async () => {
    await refuseSecondRedis(dataDir);
    return launchSomewhere({ ...options, dataDir }, program);
  });

  let stopping = false;
  void server.ended.then((how) => {
    if (!stopping) say(`The private Redis has ended unexpectedly (${how}); its last words are in ${dataDir}.`);
  });
  return {
    url: `redis://default:${place.password}@127.0.0.1:${place.port}`,
    place,
    pid: server.pid,
    version: program.version,
    async stop() {
      stopping = true;
      await server.stop();
    },
    async kill() {
      stopping = true;
      await server.kill();
    },
  };
}

async function launchSomewhere(
  { dataDir, place: wanted, appendOnly = true }: PrivateRedisOptions,
  program: RedisProgram,
): Promise<{ readonly place: RedisPlace; readonly server: RedisProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const place = wanted ?? { port: await freePort(), password: randomBytes(24).toString('base64url') };
    await writeSettings(dataDir, { ...place, appendOnly });
    try {
      return { place, server: await launchRedis({ program, dataDir, place }) };
    } catch (error) {
      const another = error instanceof RedisPortInUseError && wanted === undefined && attempt < PORT_TRIES;
      if (!another) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port on 127.0.0.1.');
  return address.port;
}
