// The real app in HTTP mode with everything around it: Redis, a stand-in for Slack, the bare app, the load generator.
import { setTimeout as wait } from 'node:timers/promises';
import { keys } from '../../src/redis/keys.ts';
import { type Generator, startGenerator } from '../load/generator.ts';
import { type MeasuredProcess, startApp, startBareApp } from './processes.ts';
import { type BenchRedis, startBenchRedis } from './redis.ts';
import { benchTeam, startSlackStub } from './slack-stub.ts';

/** Owed effects are waited for no longer than this. */
const SETTLE_MS = 120_000;
const LOOK_EVERY_MS = 100;

/** A house in which clicks come by HTTP. */
export type HttpHouse = {
  readonly app: MeasuredProcess;
  readonly bare: MeasuredProcess;
  readonly redis: BenchRedis;
  readonly generator: Generator;
  readonly signingSecret: string;
  readonly replyUrl: string;
  /** Waits until every card has been made right; answers how many milliseconds that took. */
  settle(): Promise<number>;
  close(): Promise<void>;
};

/** Starts the house. `BENCH_NODE_OPTIONS` goes to the app alone: `--cpu-prof --cpu-prof-dir=…` writes a profile. */
export async function startHttpHouse(): Promise<HttpHouse> {
  const signingSecret = 'bench-signing-secret';
  const slack = await startSlackStub();
  const redis = await startBenchRedis();
  const [app, bare] = await Promise.all([
    startApp({
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      REDIS_URL: redis.url,
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
    }),
    startBareApp(signingSecret),
  ]);
  const generator = startGenerator();
  return {
    app,
    bare,
    redis,
    generator,
    signingSecret,
    replyUrl: slack.replyUrl,
    async settle() {
      const began = Date.now();
      while ((await redis.client.scard(keys.owing(benchTeam.team))) > 0) {
        if (Date.now() - began > SETTLE_MS) throw new Error('the cards did not come right');
        await wait(LOOK_EVERY_MS);
      }
      return Date.now() - began;
    },
    async close() {
      generator.close();
      await Promise.all([app.end(), bare.end()]);
      await redis.close();
      slack.close();
    },
  };
}
