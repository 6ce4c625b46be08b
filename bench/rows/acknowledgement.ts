// How long an acknowledgement takes at a busy but ordinary pace.
import { startHttpHouse } from '../house/http-house.ts';
import type { MeasuredProcess } from '../house/processes.ts';
import { makeModel } from '../house/seed.ts';
import { clicksOn, decisionIds } from '../load/clicks.ts';
import { line, type Measurement } from '../row.ts';
import { quantile } from '../statistics.ts';

const ROW = 'acknowledgement';
const PER_SECOND = 300;
const SECONDS = 10;
const DECISIONS = 300;

/** See the top of the file. */
export const acknowledgement: Measurement = {
  rows: [ROW],
  async measure() {
    const house = await startHttpHouse();
    try {
      const model = await makeModel(house.redis.client, 20);
      const ids = decisionIds('ack', DECISIONS);
      await model.copyTo(ids);
      const { signingSecret, replyUrl, generator } = house;

      async function send(to: MeasuredProcess, turns: { from: number; to: number }): Promise<readonly number[]> {
        const order = { port: to.port, signingSecret, replyUrl, card: model.card, clicks: clicksOn(ids, turns) };
        const go = await generator.prepare({ ...order, pace: 'fixed', perSecond: PER_SECOND });
        const { failed, latencies } = await go();
        if (failed > 0) throw new Error(`${failed} clicks were not acknowledged`);
        return latencies;
      }
      await send(house.app, { from: 0, to: 5 });
      await send(house.bare, { from: 0, to: 5 });
      const app = await send(house.app, { from: 5, to: 5 + (SECONDS * PER_SECOND) / DECISIONS });
      await house.settle();
      const bare = await send(house.bare, { from: 5, to: 5 + (SECONDS * PER_SECOND) / DECISIONS });
      return [
        line(ROW, {
          measured: quantile(app, 0.99),
          unit: 'ms',
          yardstick: quantile(bare, 0.99),
          budget: { of: 'measured', is: 'below', limit: 50 },
          how: `99th percentile of ${app.length} clicks at ${PER_SECOND} a second over HTTP, from when each was due; ${DECISIONS} decisions of 20 events and more, effect workers running; median ${quantile(app, 0.5).toFixed(1)} ms; yardstick: the bare Bolt app`,
        }),
      ];
    } finally {
      await house.close();
    }
  },
};
