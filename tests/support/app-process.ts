// The app as a process of its own, to be killed as a machine is: `kill -9` at a chosen moment, then started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Playground } from '../../playground/server/playground.ts';

/** src/main.ts as it is, or the same in a hurry: for tests that kill it and wait for another to take its work up. */
const entries = {
  main: fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
  hasty: fileURLToPath(new URL('./hasty-app.ts', import.meta.url)),
} as const;

/** Longer than a start takes on the busiest machine, shorter than a test. */
const READY_MS = 40_000;

/** A running app process. */
export type AppProcess = {
  readonly pid: number;
  /** What it wrote to its log. */
  log(): string;
  /** Ends it at once, with nothing finished. */
  kill(): Promise<void>;
  /** Asks it to end in good order; answers its exit code. */
  terminate(): Promise<number | null>;
};

/** Starts it against a playground and a Redis, and waits until it is ready. */
export async function startAppProcess(
  playground: Playground,
  redisUrl: string,
  environment: Readonly<Record<string, string>> = {},
  entry: keyof typeof entries = 'hasty',
): Promise<AppProcess> {
  const child = spawn(process.execPath, [entries[entry]], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      SLACK_BOT_TOKEN: playground.botToken,
      SLACK_APP_TOKEN: playground.appToken,
      SLACK_API_URL: playground.apiUrl,
      REDIS_URL: redisUrl,
      PORT: '0',
      LOG_LEVEL: 'debug',
      ...environment,
    },
  });
  let written = '';
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      written += chunk.toString();
      if (written.includes('downbeat is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} before it was ready:\n${written}`)));
    setTimeout(() => reject(new Error(`the app was not ready in ${READY_MS} ms:\n${written}`)), READY_MS).unref();
  });
  await ready.catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid ?? 0,
    log: () => written,
    async kill() {
      if (!isRunning(child)) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async terminate() {
      if (!isRunning(child)) return child.exitCode;
      child.kill('SIGTERM');
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
