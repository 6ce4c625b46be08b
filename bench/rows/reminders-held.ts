// A hundred thousand reminders are scheduled: how long that takes, and what memory they take in Redis.
import type { Redis } from 'ioredis';
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { createHandleCommand } from '../../src/application/handle-command.ts';
import { keys } from '../../src/redis/keys.ts';
import { type AcceptanceModel, makeAcceptanceModel } from '../house/acceptances.ts';
import { openRedisHouse } from '../house/accepted-copies.ts';
import { redisUse, startBenchRedis } from '../house/redis.ts';
import { line, type Measurement } from '../row.ts';

const TIME_ROW = 'reminders-scheduled';
const MEMORY_ROW = 'reminders-memory';
const TEAM = 'T0BENCH0001';
const HELD = 100_000;
/** So many of them are accepted through the door, which decides each anew; the rest are the same append. */
const THROUGH_THE_DOOR = 5_000;
/** Acceptances under way at once. */
const SIDE_BY_SIDE = 100;
const MB = 1_048_576;

/** See the top of the file. */
export const remindersHeld: Measurement = {
  rows: [TIME_ROW, MEMORY_ROW],
  async measure() {
    const redis = await startBenchRedis();
    const { client } = redis;
    try {
      const model = await makeAcceptanceModel(client, TEAM);
      const empty = await memoryBytes(client);
      await model.copyOpen(doorIds);
      const open = await memoryBytes(client);
      const door = await throughTheDoor(client, model);
      const accepted = await memoryBytes(client);
      const appended = await timed(appendIds, (id) => model.append(id));
      const after = await memoryBytes(client);
      const held = await client.zcard(keys.due(TEAM));
      // Unlike UNLINK it gives the memory back before it answers.
      await client.del(keys.due(TEAM));
      const dueBytes = after - (await memoryBytes(client));
      const bareBefore = await memoryBytes(client);
      const bare = await timed(appendIds, (id, index) => client.zadd('bare', Date.now() + index, id));
      const bareBytes = (await memoryBytes(client)) - bareBefore;
      return [
        line(TIME_ROW, {
          measured: door.seconds + appended.seconds,
          unit: 's',
          yardstick: (bare.seconds * HELD) / appendIds.length,
          budget: { of: 'ratio', is: 'at most', limit: 20 },
          how: `${held} due dates set, ${SIDE_BY_SIDE} acceptances under way at once: ${doorIds.length} accepted through the door (decided, folded, appended; ${door.msEach.toFixed(2)} ms each), ${appendIds.length} by the append an acceptance makes, through the same port and script (${appended.msEach.toFixed(2)} ms each); processor time of this process ${(door.processorSeconds + appended.processorSeconds).toFixed(1)} s; yardstick: a bare ZADD for each`,
        }),
        line(MEMORY_ROW, {
          measured: dueBytes / held,
          unit: 'bytes/reminder',
          yardstick: bareBytes / appendIds.length,
          budget: { of: 'ratio', is: 'at most', limit: 1.25 },
          how: `used_memory with and without the due set of ${held}: ${(dueBytes / MB).toFixed(1)} MB; yardstick: the same members in a bare sorted set; all an acceptance leaves (its events, the line in the lists, two lists, what is owed, the delivery's mark) ${((after - accepted) / appendIds.length).toFixed(0)} bytes; a whole accepted decision ${((accepted - empty) / doorIds.length).toFixed(0)} bytes, of which ${((accepted - open) / doorIds.length).toFixed(0)} came with its acceptance`,
        }),
      ];
    } finally {
      await redis.close();
    }
  },
};

const ids = Array.from({ length: HELD }, (_, index) => `dHELD${String(index).padStart(10, '0')}`);
const doorIds = ids.slice(0, THROUGH_THE_DOOR);
const appendIds = ids.slice(THROUGH_THE_DOOR);

async function throughTheDoor(client: Redis, model: AcceptanceModel): Promise<Took> {
  const { store, frameworks } = await openRedisHouse(client, TEAM);
  const handle = createHandleCommand({ store, frameworks, folds: createFoldCache(1), nudger: { nudge: () => {} } });
  return timed(doorIds, async (id) => {
    const handled = await handle({ team: TEAM, decisionId: id, deliveryKey: `accept:${id}`, command: model.command });
    if (!handled.ok) throw new Error(`the acceptance of ${id} was refused: ${JSON.stringify(handled)}`);
  });
}

type Took = { readonly seconds: number; readonly msEach: number; readonly processorSeconds: number };

/** Does something for each, so many at once. */
async function timed(each: readonly string[], run: (id: string, index: number) => Promise<unknown>): Promise<Took> {
  const before = process.cpuUsage();
  const began = performance.now();
  for (let from = 0; from < each.length; from += SIDE_BY_SIDE)
    await Promise.all(each.slice(from, from + SIDE_BY_SIDE).map((id, index) => run(id, from + index)));
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: milliseconds / 1_000,
    msEach: milliseconds / each.length,
    processorSeconds: (user + system) / 1_000_000,
  };
}

async function memoryBytes(client: Redis): Promise<number> {
  return (await redisUse(client)).memoryMb * MB;
}
