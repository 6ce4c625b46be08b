// One running Redis server process, which never outlives the process that started it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LOG_FILE, lastWords, SETTINGS_FILE } from './data-folder.ts';
import { RedisPortInUseError, RedisStartError } from './errors.ts';
import { probe, type RedisPlace } from './probe.ts';
import type { RedisProgram } from './redis-program.ts';

/** A server gets this long to write its file and end before it is killed (which loses nothing it has acknowledged). */
const STOP_PATIENCE_MS = 5_000;

/**
 * Waits for the pipe from us to close, which the system does however we end, `kill -9` included; then asks the server
 * to end, also when it was suspended. Redis itself would go on without its parent.
 */
const WATCHDOG = 'read -r _; kill -TERM "$0"; kill -CONT "$0"';

/** A server process that answered. */
export type RedisProcess = {
  readonly pid: number;
  /** Settles when the process has ended, however that came: "code 0", "signal SIGKILL". */
  readonly ended: Promise<string>;
  /** Ends the process in good order and waits for it. Calling it again is harmless. */
  stop(): Promise<void>;
  /** Ends the process at once and waits for it. */
  kill(): Promise<void>;
};

/** The program, the folder with its settings, and the port and password that are in them. */
type Launch = { readonly program: RedisProgram; readonly dataDir: string; readonly place: RedisPlace };

/**
 * Starts the server on the settings in the data folder and waits until it answers.
 * Throws `RedisPortInUseError` or `RedisStartError` when it ends instead.
 */
export async function launchRedis({ program, dataDir, place }: Launch): Promise<RedisProcess> {
  const log = await open(join(dataDir, LOG_FILE), 'w', 0o600);
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we close Redis last.
  const server = spawn(program.file, [SETTINGS_FILE], {
    cwd: dataDir,
    env: { ...process.env, ...program.env, LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  const { pid } = server;
  if (pid === undefined) {
    const [cause] = await once(server, 'error');
    await log.close();
    throw new RedisStartError(`${program.file} could not be started.`, { cause });
  }
  const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  server.unref();
  watchdog.unref();
  const ended = once(server, 'exit').then(([code, signal]) => {
    watchdog.kill('SIGKILL');
    return signal === null ? `code ${code}` : `signal ${signal}`;
  });
  await log.close();

  async function stop(): Promise<void> {
    server.ref();
    server.kill('SIGTERM');
    server.kill('SIGCONT');
    const timer = setTimeout(() => server.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(timer);
  }

  async function kill(): Promise<void> {
    server.ref();
    server.kill('SIGKILL');
    await ended;
  }

  const giveUp = new AbortController();
  const outcome = await Promise.race([untilReady(place, giveUp.signal), ended]);
  giveUp.abort();
  if (outcome === 'ready') return { pid, ended, stop, kill };
  const words = await lastWords(dataDir);
  if (words.includes('Address already in use')) throw new RedisPortInUseError(place.port);
  throw new RedisStartError(`The private Redis in ${dataDir} ended with ${outcome} instead of starting:\n${words}`);
}

async function untilReady(place: RedisPlace, giveUp: AbortSignal): Promise<'ready'> {
  while (!giveUp.aborted && (await probe(place)) !== 'ready') await wait(20);
  return 'ready';
}
