// What a hundred thousand reminders cost while none is due: the processor time of the app and of Redis.
import { setTimeout as wait } from 'node:timers/promises';
import { addLaterDates } from '../house/accepted-copies.ts';
import { type ClockedProcess, startClockedApp } from '../house/processes.ts';
import { type BenchRedis, redisUse, startBenchRedis } from '../house/redis.ts';
import { benchTeam, type SlackStub, startSlackStub } from '../house/slack-stub.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'reminders-idle';
const HELD = 100_000;
/** Sixty times as often as usual: a minute of this has the ticks of an hour. */
const TICK_MS = 1_000;
const SETTLE_MS = 15_000;
const WATCHED_MS = 60_000;

/** See the top of the file. */
export const remindersIdle: Measurement = {
  rows: [ROW],
  async measure() {
    const slack = await startSlackStub();
    const [full, empty] = [await openIdle(slack, HELD), await openIdle(slack, 0)];
    try {
      await wait(SETTLE_MS);
      const before = await Promise.all([used(full), used(empty)]);
      await wait(WATCHED_MS);
      const after = await Promise.all([used(full), used(empty)]);
      const [withAll, withNone] = after.map(({ app, redis }, index) => ({
        app: (app - (before[index]?.app ?? 0)) / (WATCHED_MS / 1_000),
        redis: (redis - (before[index]?.redis ?? 0)) / (WATCHED_MS / 1_000),
      }));
      if (withAll === undefined || withNone === undefined) throw new Error('nothing was measured');
      return [
        line(ROW, {
          measured: withAll.app + withAll.redis,
          unit: 'ms of processor time a second',
          yardstick: withNone.app + withNone.redis,
          budget: { of: 'ratio', is: 'at most', limit: 1.5 },
          how: `${HELD} due dates held, none due, a look at them every ${TICK_MS / 1_000} s instead of every minute, for ${WATCHED_MS / 1_000} s: app ${withAll.app.toFixed(1)}, Redis ${withAll.redis.toFixed(1)}; yardstick: at the same time the same with an empty due set, app ${withNone.app.toFixed(1)}, Redis ${withNone.redis.toFixed(1)}`,
        }),
      ];
    } finally {
      await Promise.all([full.close(), empty.close()]);
      slack.close();
    }
  },
};

type Idle = { readonly app: ClockedProcess; readonly redis: BenchRedis; close(): Promise<void> };

async function openIdle(slack: SlackStub, held: number): Promise<Idle> {
  const redis = await startBenchRedis();
  await addLaterDates(redis.client, benchTeam.team, { count: held, from: Date.now() });
  const app = await startClockedApp(
    {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: 'bench-signing-secret',
      SLACK_API_URL: slack.apiUrl,
      REDIS_URL: redis.url,
    },
    { paceTimes: 1, tickEveryMs: TICK_MS },
  );
  return {
    app,
    redis,
    async close() {
      await app.end();
      await redis.close();
    },
  };
}

async function used({ app, redis }: Idle): Promise<{ readonly app: number; readonly redis: number }> {
  const [ofApp, { processorMs }] = await Promise.all([app.processorMs(), redisUse(redis.client)]);
  return { app: ofApp, redis: processorMs };
}
