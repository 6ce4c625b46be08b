// How many `chat.update` a minute two teams cause who walk fifteen questions in three minutes each.
import { setTimeout as wait } from 'node:timers/promises';
import { questionIds } from '../../src/domain/framework.ts';
import { orchestrated } from '../../tests/support/order-fulfilment.ts';
import { type PlaygroundHouse, startPlaygroundHouse } from '../house/playground-house.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'chat-update';
/** A team's clicks are twelve seconds apart; here they are as many times closer, and a minute is as much shorter. */
const FASTER = 6;
const EVERY_MS = 12_000 / FASTER;
const MINUTE_MS = 60_000 / FASTER;
/** See the top of the file. */
export const updates: Measurement = {
  rows: [ROW],
  async measure() {
    const house = await startPlaygroundHouse();
    try {
      await Promise.all([walk(house, 'first-team', 0), walk(house, 'second-team', EVERY_MS / 2)]);
      await wait(5_000);
      const calls = house.playground.state.calls('chat.update');
      const times = calls.map(({ at }) => at);
      const inMinute = times.map((from) => times.filter((at) => at >= from && at < from + MINUTE_MS).length);
      return [
        line(ROW, {
          measured: Math.max(0, ...inMinute),
          unit: 'calls/minute',
          budget: { of: 'measured', is: 'at most', limit: 40 },
          how: `most calls in any minute of two walks of 15 questions at ${FASTER} times the pace, counted in a minute as much shorter; ${times.length} calls in all, ${calls.filter(({ answer }) => !answer.ok).length} of them refused`,
        }),
      ];
    } finally {
      await house.close();
    }
  },
};

async function walk(house: PlaygroundHouse, name: string, afterMs: number): Promise<void> {
  await wait(afterMs);
  const channel = house.addChannel(name);
  await house.decide(channel, 'Order fulfilment');
  for (const question of questionIds) {
    const actionId = `answer.${question}.${orchestrated[question]}`;
    const [place] = await house.buttons(channel, actionId);
    if (place !== undefined) await house.click(channel, place, actionId);
    await wait(EVERY_MS);
  }
}
