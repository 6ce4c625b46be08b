// Many due dates held, many of them due at once: each is recorded once.
import type { Redis } from 'ioredis';
import { keys } from '../../src/redis/keys.ts';
import { openProcess, team } from '../../tests/support/accepted-decisions.ts';
import { addLaterDates, makeAcceptedModel, openRedisHouse } from '../house/accepted-copies.ts';
import { startBenchRedis } from '../house/redis.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'reminders';
const HELD = 100_000;
const DUE = 10_000;
/** Looks due for one owner are told together; an owner of many decisions has about this many. */
const DECISIONS_AN_OWNER = 4;
const place = { channel: 'C1', ts: '1790000000.000100' };

/** See the top of the file. */
export const reminders: Measurement = {
  rows: [ROW],
  async measure() {
    const redis = await startBenchRedis();
    const { client } = redis;
    try {
      const house = await openRedisHouse(client, team);
      const [one, other] = [openProcess(house), openProcess(house)];
      const { dueAt, copyTo } = await makeAcceptedModel(client, Date.now());
      const ids = Array.from({ length: DUE }, (_, index) => `d${index}`);
      const owner = (index: number): string => `U0OWNER${Math.floor(index / DECISIONS_AN_OWNER)}`;
      await copyTo(
        team,
        ids.map((id, index) => ({ id, owner: owner(index), place })),
      );
      await addLaterDates(client, team, { count: HELD - DUE, from: dueAt });
      const held = await client.zcard(keys.due(team));

      const began = performance.now();
      const ticked = await Promise.all([one.tick(dueAt), other.tick(dueAt)]);
      const seconds = (performance.now() - began) / 1_000;
      const again = await one.tick(dueAt);
      const wrong = await countWrong(client, ids);
      const issued = ticked.reduce((sum, { issued: some }) => sum + some, again.issued);
      return [
        line(ROW, {
          measured: wrong,
          unit: 'decisions not reminded of exactly once',
          budget: { of: 'measured', is: 'at most', limit: 0 },
          how: `${held} due dates held, ${ids.length} of them due at once; two processes told the time at once, then one again: ${issued} looks recorded in ${seconds.toFixed(1)} s; counted in the record; reminders-sent counts the messages`,
        }),
      ];
    } finally {
      await redis.close();
    }
  },
};

/** Decisions whose record does not hold exactly one reminder. */
async function countWrong(client: Redis, ids: readonly string[]): Promise<number> {
  let wrong = 0;
  for (const id of ids) {
    const events = await client.lrange(keys.events(team, id), 0, -1);
    if (events.filter((event) => event.includes('"type":"ReminderDue"')).length !== 1) wrong += 1;
  }
  return wrong;
}
