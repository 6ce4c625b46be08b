// Recorded clicks a second over HTTP, against a Bolt app that only acknowledges.

import { type HttpHouse, startHttpHouse } from '../house/http-house.ts';
import type { MeasuredProcess } from '../house/processes.ts';
import { type Model, makeModel } from '../house/seed.ts';
import { clicksOn, decisionIds } from '../load/clicks.ts';
import type { Click } from '../load/protocol.ts';
import type { Measurement } from '../row.ts';
import { line } from '../row.ts';
import { median } from '../statistics.ts';

const CONNECTIONS = 20;
/** Downbeat and the bare app take turns so often; the first turn of each is not counted. */
const TURNS = 6;

/** The sizes of design.md §8, with how many decisions are clicked and how often each in one turn. */
const sizes = [
  { events: 20, decisions: 1_500, clicksEach: 6 },
  { events: 600, decisions: 300, clicksEach: 30 },
] as const;
type Size = (typeof sizes)[number];

/** One measurement a size. */
export const throughput: readonly Measurement[] = sizes.map((size) => ({
  rows: [rowOf(size)],
  measure: () => measure(size),
}));

function rowOf({ events }: Size): string {
  return `throughput-${events}`;
}

type Turn = { readonly perSecond: number; readonly microsEach: number; readonly settledMs: number };

async function measure(size: Size): ReturnType<Measurement['measure']> {
  const house = await startHttpHouse();
  try {
    const model = await makeModel(house.redis.client, size.events);
    const app: Turn[] = [];
    const bare: Turn[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const ids = decisionIds(`${size.events}t${turn}n`, size.decisions);
      await model.copyTo(ids);
      await send({ house, model, to: house.app, clicks: clicksOn(ids, { from: 0, to: 1 }) });
      await house.settle();
      const recorded = await model.events(ids);
      const clicks = clicksOn(ids, { from: 1, to: 1 + size.clicksEach });
      const taken = await send({ house, model, to: house.app, clicks });
      app.push({ ...taken, settledMs: await house.settle() });
      checkRecorded(recorded + clicks.length, await model.events(ids));
      bare.push(await send({ house, model, to: house.bare, clicks }));
      await model.remove(ids);
    }
    const counted = { app: app.slice(1), bare: bare.slice(1) };
    const middle = (turns: readonly Turn[], figure: keyof Turn): number => median(turns.map((turn) => turn[figure]));
    return [
      line(rowOf(size), {
        measured: middle(counted.app, 'perSecond'),
        unit: 'clicks/s',
        yardstick: middle(counted.bare, 'perSecond'),
        budget: { of: 'ratio', is: 'at least', limit: 0.5 },
        how: `median of ${counted.app.length} turns, taken in turns with the bare app; ${size.decisions} decisions of ${size.events} events, ${size.decisions * size.clicksEach} different clicks a turn over ${CONNECTIONS} connections, every one found recorded; processor time a click ${Math.round(middle(counted.app, 'microsEach'))} µs (bare ${Math.round(middle(counted.bare, 'microsEach'))} µs); all cards redrawn ${Math.round(middle(counted.app, 'settledMs'))} ms after the last click`,
      }),
    ];
  } finally {
    await house.close();
  }
}

type Sending = {
  readonly house: HttpHouse;
  readonly model: Model;
  readonly to: MeasuredProcess;
  readonly clicks: Click[];
};

async function send({ house, model, to, clicks }: Sending): Promise<Turn> {
  const { signingSecret, replyUrl, generator } = house;
  const order = { port: to.port, signingSecret, replyUrl, card: model.card, clicks };
  const go = await generator.prepare({ ...order, pace: 'full', connections: CONNECTIONS });
  const before = await to.processorMs();
  const { seconds, failed } = await go();
  const processorMs = (await to.processorMs()) - before;
  if (failed > 0) throw new Error(`${failed} of ${clicks.length} clicks were not acknowledged`);
  return { perSecond: clicks.length / seconds, microsEach: (processorMs * 1_000) / clicks.length, settledMs: 0 };
}

/** A click that was acknowledged and not recorded would make the figure worthless. */
function checkRecorded(acknowledged: number, recorded: number): void {
  if (recorded !== acknowledged) throw new Error(`${acknowledged} events were acknowledged, ${recorded} are recorded`);
}
