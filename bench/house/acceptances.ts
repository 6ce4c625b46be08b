// Acceptances to be made by the thousand: copies of a decision that only waits for its owner's "accept".
import type { Redis } from 'ioredis';
import type { Append } from '../../src/application/decision-store.ts';
import type { Command } from '../../src/domain/decision/commands.ts';
import { keys } from '../../src/redis/keys.ts';
import { accept, team as modelTeam, openProcess } from '../../tests/support/accepted-decisions.ts';
import { openRedisHouse } from './accepted-copies.ts';

const MODEL = 'dMODELDECISION0';
const OWNER = 'U0MODELOWNER';
const COPIED_AT_ONCE = 500;

/** A decision whose acceptance can be made for any number of copies. */
export type AcceptanceModel = {
  /** The command by which the owner of any copy accepts it. */
  readonly command: Command;
  /** Makes decisions that wait for their acceptance. */
  copyOpen(ids: readonly string[]): Promise<void>;
  /** Makes the write an acceptance makes, for a decision of which nothing else is kept. */
  append(id: string): Promise<void>;
};

/** Accepts a decision once, and keeps what its acceptance wrote. */
export async function makeAcceptanceModel(client: Redis, team: string): Promise<AcceptanceModel> {
  const house = await openRedisHouse(client, modelTeam);
  const written: Append[] = [];
  const store = {
    ...house.store,
    append(write: Append) {
      written.push(write);
      return house.store.append(write);
    },
  };
  await openRedisHouse(client, team);
  await accept(openProcess({ ...house, store }), MODEL, { owner: OWNER, at: Date.now() });
  const last = written.at(-1);
  if (last === undefined) throw new Error('nothing was accepted');
  const before = (await client.lrange(keys.events(modelTeam, MODEL), 0, -1)).slice(0, last.expectedVersion);
  const command: Command = {
    type: 'AcceptDecision',
    by: { person: OWNER, member: true },
    at: last.at,
    zone: 'Europe/Brussels',
  };
  const text = JSON.stringify(last);
  return {
    command,
    async copyOpen(ids) {
      for (let from = 0; from < ids.length; from += COPIED_AT_ONCE) {
        const pipeline = client.pipeline();
        for (const id of ids.slice(from, from + COPIED_AT_ONCE))
          pipeline.rpush(keys.events(team, id), ...before.map((event) => event.replaceAll(MODEL, id)));
        await pipeline.exec();
      }
    },
    async append(id) {
      const write: Append = JSON.parse(text.replaceAll(MODEL, id));
      const appended = await house.store.append({ ...write, team, deliveryKey: `accept:${id}`, expectedVersion: 0 });
      if (appended.outcome !== 'appended') throw new Error(`the acceptance of ${id} was not written`);
    },
  };
}
