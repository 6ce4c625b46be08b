// From a click to the redrawn card, in a playground where nothing else happens.
import { setTimeout as wait } from 'node:timers/promises';
import { startPlaygroundHouse } from '../house/playground-house.ts';
import { line, type Measurement } from '../row.ts';
import { quantile } from '../statistics.ts';

const ROW = 'redraw';
const CHANNELS = 4;
const DECISIONS_EACH = 2;
/** The first clicks warm the app up and are not counted. */
const WARM_UP = 16;
const CLICKS = 120;
/** One click after another in this time, each on the next card: a card is clicked every 1.6 s. */
const EVERY_MS = 200;
const options = ['no', 'sync_part', 'sync_all'] as const;

/** See the top of the file. */
export const redraw: Measurement = {
  rows: [ROW],
  async measure() {
    const house = await startPlaygroundHouse();
    try {
      const cards: { readonly channel: string; readonly ts: string }[] = [];
      for (let index = 0; index < CHANNELS; index += 1) {
        const channel = house.addChannel(`redraw-${index}`);
        for (let each = 0; each < DECISIONS_EACH; each += 1) await house.decide(channel, `Decision ${index} ${each}`);
        const places = await house.buttons(channel, 'answer.1a.no', DECISIONS_EACH);
        cards.push(...places.map(({ ts }) => ({ channel, ts })));
      }
      const latencies: number[] = [];
      for (let turn = 0; turn < WARM_UP + CLICKS; turn += 1) {
        const card = cards[turn % cards.length];
        if (card === undefined) throw new Error('there is no card');
        const actionId = `answer.1a.${options[Math.floor(turn / cards.length) % options.length]}`;
        const { channel, ts } = card;
        const places = await house.buttons(channel, actionId, DECISIONS_EACH);
        const place = places.find((one) => one.ts === ts);
        if (place === undefined) throw new Error(`there is no button ${actionId}`);
        const versions = house.playground.state.edits(channel, ts).length;
        const clickedAt = performance.now();
        await house.click(channel, place, actionId);
        await house.until('a redrawn card', () =>
          house.playground.state.edits(channel, ts).length > versions ? true : undefined,
        );
        const took = performance.now() - clickedAt;
        if (turn >= WARM_UP) latencies.push(took);
        await wait(Math.max(0, EVERY_MS - took));
      }
      return [
        line(ROW, {
          measured: quantile(latencies, 0.95),
          unit: 'ms',
          budget: { of: 'measured', is: 'below', limit: 300 },
          how: `95th percentile of ${CLICKS} clicks, one every ${EVERY_MS} ms in turn on ${cards.length} cards; real app in Socket Mode, playground with Slack's limits; median ${quantile(latencies, 0.5).toFixed(0)} ms`,
        }),
      ];
    } finally {
      await house.close();
    }
  },
};
