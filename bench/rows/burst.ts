// How often a card is edited for ten clicks within a second.
import { setTimeout as wait } from 'node:timers/promises';
import type { Playground } from '../../playground/server/playground.ts';
import { type PlaygroundHouse, startPlaygroundHouse } from '../house/playground-house.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'burst-edits';
const BURSTS = 5;
const CLICKS = 10;
const EVERY_MS = 90;
/** Every edit a burst causes has been made after this long: edits of one card are a second apart. */
const QUIET_MS = 3_500;
const options = ['no', 'sync_part', 'sync_all'] as const;

/** See the top of the file. */
export const burst: Measurement = {
  rows: [ROW],
  async measure() {
    const house = await startPlaygroundHouse();
    try {
      const channel = house.addChannel('burst');
      await house.decide(channel, 'Order fulfilment');
      const [card] = await house.buttons(channel, 'answer.1a.no');
      if (card === undefined) throw new Error('there is no card');
      await wait(QUIET_MS);
      const edits: number[] = [];
      for (let index = 0; index < BURSTS; index += 1) {
        const before = house.playground.state.edits(channel, card.ts).length;
        await clickTen(house, channel);
        await wait(QUIET_MS);
        edits.push(house.playground.state.edits(channel, card.ts).length - before);
      }
      return [
        line(ROW, {
          measured: Math.max(...edits),
          unit: 'edits',
          budget: { of: 'measured', is: 'at most', limit: 2 },
          how: `most edits, by chat.update or response_url, after any of ${BURSTS} bursts of ${CLICKS} clicks in ${(CLICKS - 1) * EVERY_MS} ms on one card; refused calls: ${refused(house.playground)}`,
        }),
      ];
    } finally {
      await house.close();
    }
  },
};

async function clickTen(house: PlaygroundHouse, channel: string): Promise<void> {
  const clicks: Promise<void>[] = [];
  for (let turn = 0; turn < CLICKS; turn += 1) {
    const actionId = `answer.1a.${options[turn % options.length]}`;
    const [place] = await house.buttons(channel, actionId);
    if (place !== undefined) clicks.push(house.click(channel, place, actionId));
    await wait(EVERY_MS);
  }
  await Promise.all(clicks);
}

function refused(playground: Playground): number {
  return playground.state.calls().filter(({ answer }) => !answer.ok).length;
}
