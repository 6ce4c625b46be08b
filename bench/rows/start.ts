// How long the app takes to be ready with Redis already there, and what memory it holds when nothing happens.
import { setTimeout as wait } from 'node:timers/promises';
import { startApp } from '../house/processes.ts';
import { startBenchRedis } from '../house/redis.ts';
import { startSlackStub } from '../house/slack-stub.ts';
import { line, type Measurement } from '../row.ts';
import { median } from '../statistics.ts';

const START_ROW = 'start';
const MEMORY_ROW = 'memory';
const STARTS = 5;
const IDLE_MS = 10_000;

/** See the top of the file. */
export const start: Measurement = {
  rows: [START_ROW, MEMORY_ROW],
  async measure() {
    const slack = await startSlackStub();
    const redis = await startBenchRedis();
    try {
      const seconds: number[] = [];
      const processorSeconds: number[] = [];
      let atStart = 0;
      let atIdle = 0;
      for (let index = 0; index < STARTS; index += 1) {
        const began = performance.now();
        const app = await startApp({
          SLACK_BOT_TOKEN: 'xoxb-bench',
          SLACK_SIGNING_SECRET: 'bench-signing-secret',
          SLACK_API_URL: slack.apiUrl,
          REDIS_URL: redis.url,
        });
        seconds.push((performance.now() - began) / 1_000);
        processorSeconds.push((await app.processorMs()) / 1_000);
        atStart = Math.max(atStart, await app.residentMb());
        if (index === STARTS - 1) {
          await wait(IDLE_MS);
          atIdle = await app.residentMb();
        }
        await app.end();
      }
      return [
        line(START_ROW, {
          measured: median(seconds),
          unit: 's',
          budget: { of: 'measured', is: 'below', limit: 2 },
          how: `median of ${STARTS} starts of src/main.ts in HTTP mode, from the process's birth to "downbeat is ready"; slowest ${Math.max(...seconds).toFixed(2)} s; processor time ${median(processorSeconds).toFixed(2)} s`,
        }),
        line(MEMORY_ROW, {
          measured: atIdle,
          unit: 'MB',
          budget: { of: 'measured', is: 'below', limit: 200 },
          how: `resident memory (VmRSS) after ${IDLE_MS / 1_000} s without work; right after a start at most ${atStart.toFixed(0)} MB`,
        }),
      ];
    } finally {
      await redis.close();
      slack.close();
    }
  },
};
