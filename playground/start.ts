// `npm start`: Slack when credentials are there, otherwise a workspace of its own in the browser.
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '../src/config.ts';
import { startDownbeat } from '../src/downbeat.ts';
import { endOnSignal } from '../src/end-on-signal.ts';
import { createLog } from '../src/log.ts';
import { startFailure } from '../src/start-error.ts';
import { resolveRedis } from './private-redis/resolve-redis.ts';
import { runPlayground } from './run-playground.ts';

/** Where everything a run leaves behind is kept: not part of the project's files. */
const cacheDir = fileURLToPath(new URL('../.cache', import.meta.url));
/** How long an orderly end may take. */
const DEADLINE_MS = 5_000;

const say = (line: string): void => console.log(line);

/** With nothing configured and outside production, Slack is played; otherwise missing settings are an error. */
function isPlayed(environment: NodeJS.ProcessEnv): boolean {
  return environment.NODE_ENV !== 'production' && !environment.SLACK_BOT_TOKEN;
}

async function start(): Promise<void> {
  const { env } = process;
  const production = env.NODE_ENV === 'production';
  const redis = production
    ? null
    : await resolveRedis({
        redisUrl: env.REDIS_URL,
        dataDir: `${cacheDir}/redis-data`,
        cacheDir: `${cacheDir}/redis`,
        say,
      });
  const close =
    isPlayed(env) && redis !== null
      ? await runPlayground({ redisUrl: redis.url, cacheDir, env, say })
      : await connect(redis?.url);
  endOnSignal({
    onSignal: () => say('Stopping…'),
    async close() {
      await close();
      await redis?.stop();
    },
    onFail: fail,
  });
}

/** The real thing: the same code against Slack. */
async function connect(redisUrl: string | undefined): Promise<() => Promise<void>> {
  const config = readConfig({ ...process.env, ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }) });
  const log = createLog(config.logLevel);
  const downbeat = await startDownbeat(config, { log, now: Date.now, onFatal: fail });
  return () => downbeat.close(DEADLINE_MS);
}

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : startFailure(error));
  process.exit(1);
}

process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);
start().catch(fail);
