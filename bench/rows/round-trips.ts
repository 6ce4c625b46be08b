// How many commands Redis is sent, one after another, before a click is acknowledged.
import { setTimeout as wait } from 'node:timers/promises';
import { type HttpHouse, startHttpHouse } from '../house/http-house.ts';
import { monitorRedis, type SeenCommand } from '../house/monitor.ts';
import { makeModel } from '../house/seed.ts';
import { clicksOn, decisionIds } from '../load/clicks.ts';
import type { Click, ClickedCard } from '../load/protocol.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'round-trips';
/** Each decision is clicked twice: the first time the app does not know it, the second time it does. */
const DECISIONS = 10;
/** The first click of all makes Redis learn the scripts; it is not counted. */
const WARM_UP = 1;

/** See the top of the file. */
export const roundTrips: Measurement = {
  rows: [ROW],
  async measure() {
    const house = await startHttpHouse();
    const seen: SeenCommand[] = [];
    const stopMonitor = await monitorRedis(house.redis.url, (command) => seen.push(command));
    try {
      const model = await makeModel(house.redis.client, 20);
      const ids = decisionIds('trip', DECISIONS + WARM_UP);
      await model.copyTo(ids);
      await countBefore({ house, card: model.card, click: clicksOn(ids.slice(0, 1), { from: 0, to: 1 }), seen });
      const cold: number[] = [];
      const warm: number[] = [];
      for (const id of ids.slice(WARM_UP))
        for (const [turn, counts] of [cold, warm].entries()) {
          const click = clicksOn([id], { from: turn, to: turn + 1 });
          counts.push(await countBefore({ house, card: model.card, click, seen }));
        }
      return [
        line(ROW, {
          measured: Math.max(...cold, ...warm),
          unit: 'round trips',
          budget: { of: 'measured', is: 'at most', limit: 2 },
          how: `most commands (MONITOR) on the connection that appends, between a click and its acknowledgement; ${cold.length} clicks on decisions the process has not seen: ${Math.max(...cold)}, ${warm.length} on ones it knows: ${Math.max(...warm)}`,
        }),
      ];
    } finally {
      stopMonitor();
      await house.close();
    }
  },
};

type Counting = {
  readonly house: HttpHouse;
  readonly card: ClickedCard;
  readonly click: Click[];
  readonly seen: SeenCommand[];
};

/** Sends one click alone and counts what its connection sent up to the append, which is the last thing waited for. */
async function countBefore({ house, card, click, seen }: Counting): Promise<number> {
  const { signingSecret, replyUrl, generator } = house;
  await house.settle();
  await wait(50);
  seen.length = 0;
  const order = { port: house.app.port, signingSecret, replyUrl, card, clicks: click };
  const go = await generator.prepare({ ...order, pace: 'fixed', perSecond: 1 });
  const before = seen.length;
  await go();
  await house.settle();
  await wait(50);
  const commands = seen.slice(before);
  const append = commands.findIndex(({ name, from }, index) => isScript(name) && appends(commands, index, from));
  const connection = commands[append]?.from;
  if (connection === undefined) throw new Error('no append was seen');
  return commands.slice(0, append + 1).filter(({ from }) => from === connection).length;
}

function isScript(name: string): boolean {
  return name.toLowerCase() === 'evalsha' || name.toLowerCase() === 'eval';
}

/** The append is the script that pushes an event: its inner commands follow it. */
function appends(commands: readonly SeenCommand[], index: number, from: string): boolean {
  const next = commands.findIndex((command, at) => at > index && command.from === from);
  const inner = commands.slice(index + 1, next === -1 ? undefined : next);
  return inner.some(({ name, from: source }) => source === 'lua' && name.toLowerCase() === 'rpush');
}
