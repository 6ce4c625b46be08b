// Many due dates held, many of them due at once: each is recorded once.
import type { Redis } from 'ioredis';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { createDecisionLists } from '../../src/redis/decision-lists.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createDueDecisions } from '../../src/redis/due-decisions.ts';
import { createFrameworks } from '../../src/redis/frameworks.ts';
import { keys } from '../../src/redis/keys.ts';
import { accept, openProcess, team } from '../../tests/support/accepted-decisions.ts';
import { startBenchRedis } from '../house/redis.ts';
import { line, type Measurement } from '../row.ts';

const ROW = 'reminders';
const HELD = 100_000;
const DUE = 10_000;
/** Looks due for one owner are told together; an owner of many decisions has about this many. */
const DECISIONS_AN_OWNER = 4;
const MODEL = 'dMODELDECISION';
const OWNER = 'U0MODELOWNER';
const DAY_MS = 86_400_000;
const COPIED_AT_ONCE = 500;

/** See the top of the file. */
export const reminders: Measurement = {
  rows: [ROW],
  async measure() {
    const redis = await startBenchRedis();
    const { client } = redis;
    try {
      const frameworks = createFrameworks(client, loadFramework().framework);
      await frameworks.keepCurrent(team);
      const house = {
        store: createDecisionStore(client),
        due: createDueDecisions(client),
        lists: createDecisionLists(client),
        frameworks,
      };
      const [one, other] = [openProcess(house), openProcess(house)];
      await accept(one, MODEL, { owner: OWNER });
      const dueAt = Number(await client.zscore(keys.due(team), MODEL));
      const ids = await copyModel(client, dueAt);
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
          how: `${held} due dates held, ${ids.length} of them due at once; two processes told the time at once, then one again: ${issued} looks recorded in ${seconds.toFixed(1)} s; counted in the record, the messages at Slack's pace are not part of it`,
        }),
      ];
    } finally {
      await redis.close();
    }
  },
};

/** Copies of the model that are due with it; the rest of the due dates, a week and more later, have no decision behind them. */
async function copyModel(client: Redis, dueAt: number): Promise<readonly string[]> {
  const events = await client.lrange(keys.events(team, MODEL), 0, -1);
  const summary = (await client.hget(keys.summaries(team), MODEL)) ?? '';
  await client.zrem(keys.due(team), MODEL);
  const ids = Array.from({ length: DUE }, (_, index) => `d${index}`);
  for (let at = 0; at < HELD; at += COPIED_AT_ONCE) {
    const pipeline = client.pipeline();
    for (let index = at; index < at + COPIED_AT_ONCE; index += 1) {
      const id = ids[index];
      if (id === undefined) {
        pipeline.zadd(keys.due(team), dueAt + 7 * DAY_MS + index, `later${index}`);
        continue;
      }
      const owner = `U0OWNER${Math.floor(index / DECISIONS_AN_OWNER)}`;
      const renamed = (text: string): string => text.replaceAll(MODEL, id).replaceAll(OWNER, owner);
      pipeline.rpush(keys.events(team, id), ...events.map(renamed));
      pipeline.hset(keys.summaries(team), id, renamed(summary));
      pipeline.zadd(keys.due(team), dueAt, id);
      pipeline.zadd(keys.ownerList(team, owner), dueAt, id);
    }
    await pipeline.exec();
  }
  return ids;
}

/** Decisions whose record does not hold exactly one reminder. */
async function countWrong(client: Redis, ids: readonly string[]): Promise<number> {
  let wrong = 0;
  for (const id of ids) {
    const events = await client.lrange(keys.events(team, id), 0, -1);
    if (events.filter((event) => event.includes('"type":"ReminderDue"')).length !== 1) wrong += 1;
  }
  return wrong;
}
