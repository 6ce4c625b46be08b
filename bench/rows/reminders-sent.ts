// Ten thousand looks are due at once: each is told in exactly one message, at the pace Slack allows, and people go on deciding.
import { setTimeout as wait } from 'node:timers/promises';
import { team as workspace } from '../../playground/server/default-workspace.ts';
import { startPlayground } from '../../playground/server/playground.ts';
import { addLaterDates, makeAcceptedModel } from '../house/accepted-copies.ts';
import { startClockedApp } from '../house/processes.ts';
import { startBenchRedis } from '../house/redis.ts';
import { countTold } from '../looks/check.ts';
import { callsOf, look, type Peaks, postsToPeople, type Watched } from '../looks/meter.ts';
import { walkUntil } from '../looks/walker.ts';
import { fillWorkspace, type Mix, messagesOf } from '../looks/workspace.ts';
import { line, type Measurement } from '../row.ts';
import { quantile } from '../statistics.ts';

const ROW = 'reminders-sent';
const HELD = 100_000;
const mix: Mix = [
  { owners: 8_000, decisionsEach: 1 },
  { owners: 500, decisionsEach: 4 },
];
/** Slack's limits and our pace are so many times as wide. `BENCH_PACE_TIMES=1` is Slack's own pace: 40 minutes. */
const FASTER = 15;
const PACE_TIMES = Number(process.env.BENCH_PACE_TIMES ?? FASTER);
/** A tick a minute would be waited for up to a minute. */
const TICK_MS = 2_000;
const LOOK_EVERY_MS = 1_000;
/** How far it is is said on standard error: at Slack's own pace it takes long. */
const SAY_EVERY_MS = 30_000;
/** A message too many would come in this time. */
const AFTERWARDS_MS = 10_000;
/** The looks take no longer than this, or at Slack's own pace so many times as long. */
const PATIENCE_MS = 20 * 60_000;

/** See the top of the file. */
export const remindersSent: Measurement = {
  rows: [ROW],
  async measure() {
    const redis = await startBenchRedis();
    const playground = await startPlayground({ rateMultiplier: Number.POSITIVE_INFINITY });
    const settings = {
      SLACK_BOT_TOKEN: playground.botToken,
      SLACK_APP_TOKEN: playground.appToken,
      SLACK_API_URL: playground.apiUrl,
      REDIS_URL: redis.url,
    };
    const clockwork = { paceTimes: PACE_TIMES, tickEveryMs: TICK_MS };
    const apps = await Promise.all([startClockedApp(settings, clockwork), startClockedApp(settings, clockwork)]);
    const watched: Watched = { playground, redis: redis.client, apps, team: workspace.id };
    try {
      const copies = await fillWorkspace(playground, mix);
      const model = await makeAcceptedModel(redis.client, Date.now());
      await model.copyTo(workspace.id, copies);
      await addLaterDates(redis.client, workspace.id, { count: HELD - copies.length, from: model.dueAt });
      playground.faults.setRateMultiplier(PACE_TIMES);
      const processorBefore = await processorMs(watched);

      const forward = model.dueAt - Date.now();
      playground.clock.advance(forward);
      for (const app of apps) app.advance(forward);
      const began = performance.now();
      let over = false;
      const walking = walkUntil(playground, () => over);
      const peaks = await untilSent(watched, messagesOf(mix));
      const seconds = (performance.now() - began) / 1_000;
      const processor = (await processorMs(watched)) - processorBefore;
      over = true;
      const waits = await walking;
      await wait(AFTERWARDS_MS);
      const told = await countTold(watched, copies);
      const posts = callsOf(playground, 'chat.postMessage');
      const updates = callsOf(playground, 'chat.update');
      return [
        line(ROW, {
          measured: copies.length - told.once,
          unit: 'due looks not told exactly once',
          budget: { of: 'measured', is: 'at most', limit: 0 },
          how: [
            `${HELD} due dates held, ${copies.length} due at once: ${mix.map(({ owners, decisionsEach }) => `${owners} owners of ${decisionsEach}`).join(' and ')}, so ${messagesOf(mix)} messages`,
            `two processes in Socket Mode, Slack's limits and our pace ${PACE_TIMES} times as wide as Slack's`,
            `${told.messages} messages counted in the playground, ${told.lost} looks lost, ${told.wrong} doubled or misdirected`,
            `${seconds.toFixed(0)} s, ${((told.messages / seconds) * 60).toFixed(0)} messages a minute`,
            `429s: ${posts.tooMany} of posts, ${updates.tooMany} of edits; ${updates.taken} edits meanwhile`,
            `most owing at once ${peaks.owing}, most jobs ${peaks.queued}, Redis at most ${peaks.redisMb.toFixed(0)} MB, an app ${peaks.appMb.toFixed(0)} MB; processor time a message ${(processor / told.messages).toFixed(1)} ms`,
            `meanwhile a person walked: ${waits.start.length} starts, first card p95 ${inMs(waits.start)}; ${waits.click.length} clicks redrawn, median ${inMs(waits.click, 0.5)}, p95 ${inMs(waits.click)}; next card p95 ${inMs(waits.nextCard)}; waited for in vain ${waits.givenUp.length} times`,
          ].join('; '),
        }),
      ];
    } finally {
      await Promise.all(apps.map((app) => app.end()));
      await playground.close();
      await redis.close();
    }
  },
};

/** Waits until so many messages were posted to people. */
async function untilSent(watched: Watched, expected: number): Promise<Peaks> {
  const giveUpAt = Date.now() + PATIENCE_MS * Math.max(1, FASTER / PACE_TIMES);
  let peaks: Peaks = { owing: 0, queued: 0, redisMb: 0, appMb: 0 };
  let sayAt = Date.now();
  while (Date.now() < giveUpAt) {
    await wait(LOOK_EVERY_MS);
    peaks = await look(watched, peaks);
    const posted = postsToPeople(watched.playground);
    if (posted >= expected) return peaks;
    if (Date.now() < sayAt) continue;
    console.error(`${posted} of ${expected} messages; ${JSON.stringify(peaks)}`);
    sayAt += SAY_EVERY_MS;
  }
  throw new Error('the looks were not told in time');
}

async function processorMs({ apps }: Watched): Promise<number> {
  const all = await Promise.all(apps.map((app) => app.processorMs()));
  return all.reduce((sum, one) => sum + one, 0);
}

function inMs(waits: readonly number[], share = 0.95): string {
  return `${quantile(waits, share).toFixed(0)} ms`;
}
