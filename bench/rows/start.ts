// How long the app takes to be ready with Redis already there, and what memory it holds when nothing happens.
import { setTimeout as wait } from 'node:timers/promises';
import { type MeasuredProcess, type Settings, startApp } from '../house/processes.ts';
import { startBenchRedis } from '../house/redis.ts';
import { startSlackStub } from '../house/slack-stub.ts';
import { line, type Measurement } from '../row.ts';
import { median } from '../statistics.ts';

const START_ROW = 'start';
const MEMORY_ROW = 'memory';
const STARTS = 5;
const IDLE_MS = 10_000;
const LOOK_MS = 10;

/** As the image starts it: with nothing compiled before, and nowhere to keep it. */
const AS_IMAGE = { NODE_DISABLE_COMPILE_CACHE: '1' } as const;

type Began = {
  readonly app: MeasuredProcess;
  readonly readyAt: number;
  readonly processorAt: number;
  readonly openAt: number;
};

/** Starts the app once. Seconds since its birth: when it said that it is ready, its processor time then, and when `/readyz` said so. */
async function begin(settings: Settings): Promise<Began> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const app = await startApp(settings);
  const readyAt = seconds();
  const processorAt = (await app.processorMs()) / 1_000;
  while (!(await fetch(`http://127.0.0.1:${app.port}/readyz`)).ok) await wait(LOOK_MS);
  return { app, readyAt, processorAt, openAt: seconds() };
}

/** See the top of the file. */
export const start: Measurement = {
  rows: [START_ROW, MEMORY_ROW],
  async measure() {
    const slack = await startSlackStub();
    const redis = await startBenchRedis();
    const settings = {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: 'bench-signing-secret',
      SLACK_API_URL: slack.apiUrl,
      REDIS_URL: redis.url,
    };
    try {
      const starts: Began[] = [];
      const again: number[] = [];
      let atStart = 0;
      let atIdle = 0;
      for (let index = 0; index < STARTS; index += 1) {
        const compiled = await begin(settings);
        again.push(compiled.readyAt);
        await compiled.app.end();
        const one = await begin({ ...settings, ...AS_IMAGE });
        starts.push(one);
        atStart = Math.max(atStart, await one.app.residentMb());
        if (index === STARTS - 1) {
          await wait(IDLE_MS);
          atIdle = await one.app.residentMb();
        }
        await one.app.end();
      }
      const ready = starts.map(({ readyAt }) => readyAt);
      const middle = (of: (one: Began) => number) => median(starts.map(of)).toFixed(2);
      return [
        line(START_ROW, {
          measured: median(ready),
          unit: 's',
          budget: { of: 'measured', is: 'below', limit: 2 },
          how: `median of ${STARTS} starts of src/main.ts in HTTP mode as the image starts it, from the process's birth to "downbeat is ready"; slowest ${Math.max(...ready).toFixed(2)} s; processor time ${middle(({ processorAt }) => processorAt)} s; until /readyz says so, once questions need not wait, ${middle(({ openAt }) => openAt)} s; with compiled code kept from the start before ${median(again).toFixed(2)} s`,
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
