// Runs the real app in a workspace of its own: the playground's server, its page, and Downbeat beside them.
import { Redis } from 'ioredis';
import { readConfig } from '../src/config.ts';
import { type Downbeat, startDownbeat } from '../src/downbeat.ts';
import { createLog } from '../src/log.ts';
import { startPlayground } from './server/playground.ts';

/** The port the page is on, unless it is taken or `PLAYGROUND_PORT` says otherwise. */
const PORT = 4321;
/** The clock can be moved by hand, so what is due is looked for often. */
const TICK_MS = 1_000;
/** How long an orderly end may take. */
const DEADLINE_MS = 3_000;

/** What a run needs. `say` prints a line for the person at the terminal. */
export type RunOptions = {
  readonly redisUrl: string;
  readonly cacheDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
};

/** Starts everything, prints the one address to open, and answers how to end it. */
export async function runPlayground({ redisUrl, cacheDir, env, say }: RunOptions): Promise<() => Promise<void>> {
  let app: Downbeat | null = null;
  const playground = await openPlayground(env.PLAYGROUND_PORT, `${cacheDir}/playground.json`, startOver);
  const config = readConfig({
    ...env,
    NODE_ENV: 'development',
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: playground.appToken,
    SLACK_API_URL: playground.apiUrl,
    REDIS_URL: redisUrl,
    PORT: env.PORT ?? '0',
    LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
  });
  const log = createLog(config.logLevel);
  const startApp = (): Promise<Downbeat> =>
    startDownbeat(config, {
      log,
      now: playground.clock.now,
      tickEveryMs: TICK_MS,
      onFatal: (error) => log.error('the app lost its connection', {}, error),
    });

  /** Clears what Downbeat kept, with Downbeat stopped, so that nothing it remembers comes back. */
  async function startOver(): Promise<void> {
    await app?.close(DEADLINE_MS);
    await forgetEverything(redisUrl);
    app = await startApp();
  }

  app = await startApp();
  say(`\nDownbeat runs in a workspace of its own. Open  ${playground.url}  and type  /decide Order fulfilment\n`);
  return async function close() {
    await app?.close(DEADLINE_MS);
    await playground.close();
  };
}

async function openPlayground(
  port: string | undefined,
  dataFile: string,
  onStartOver: () => Promise<void>,
): ReturnType<typeof startPlayground> {
  const options = { dataFile, onStartOver };
  if (port !== undefined) return startPlayground({ ...options, port: Number(port) });
  try {
    return await startPlayground({ ...options, port: PORT });
  } catch {
    return startPlayground({ ...options, port: 0 });
  }
}

/** Only Downbeat's own keys: the Redis may be somebody's, with other things in it. */
async function forgetEverything(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  for (const pattern of ['downbeat:*', '{downbeat-queue}:*']) {
    for await (const keys of redis.scanStream({ match: pattern, count: 500 }))
      if (Array.isArray(keys) && keys.length > 0) await redis.unlink(keys);
  }
  redis.disconnect();
}
