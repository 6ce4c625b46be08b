// Copies of a decision that was accepted through the real door, each with an owner and a place of its own, all due at once.
import type { Redis } from 'ioredis';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { createDecisionLists } from '../../src/redis/decision-lists.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createDueDecisions } from '../../src/redis/due-decisions.ts';
import { createFrameworks } from '../../src/redis/frameworks.ts';
import { keys } from '../../src/redis/keys.ts';
import { accept, team as modelTeam, openProcess } from '../../tests/support/accepted-decisions.ts';
import type { House } from '../../tests/support/memory-house.ts';

const MODEL = 'dMODELDECISION';
const OWNER = 'U0MODELOWNER';
/** The model's channel, title and thread, as `accept` makes them. */
const CHANNEL = '"C1"';
const TITLE = 'w';
const THREAD = `"threadTs":"${MODEL}"`;
const DAY_MS = 86_400_000;
const WRITTEN_AT_ONCE = 500;

/** A copy to be made. `place` is where its root card stands. */
export type Copy = {
  readonly id: string;
  readonly owner: string;
  readonly place: { readonly channel: string; readonly ts: string };
};

/** An accepted decision to make copies of. */
export type AcceptedModel = {
  /** When the model and all its copies are due. */
  readonly dueAt: number;
  copyTo(team: string, copies: readonly Copy[]): Promise<void>;
};

/** The real adapters on a Redis, as the tick and the door need them. */
export async function openRedisHouse(client: Redis, team: string): Promise<House> {
  const frameworks = createFrameworks(client, loadFramework().framework);
  await frameworks.keepCurrent(team);
  return {
    store: createDecisionStore(client),
    due: createDueDecisions(client),
    lists: createDecisionLists(client),
    frameworks,
  };
}

/** Accepts the model at a moment. It is taken out of the due set: only its copies are due. */
export async function makeAcceptedModel(client: Redis, at: number): Promise<AcceptedModel> {
  await accept(openProcess(await openRedisHouse(client, modelTeam)), MODEL, { owner: OWNER, at });
  const dueAt = Number(await client.zscore(keys.due(modelTeam), MODEL));
  const events = await client.lrange(keys.events(modelTeam, MODEL), 0, -1);
  const summary = (await client.hget(keys.summaries(modelTeam), MODEL)) ?? '';
  await client.zrem(keys.due(modelTeam), MODEL);
  return {
    dueAt,
    async copyTo(team, copies) {
      for (let from = 0; from < copies.length; from += WRITTEN_AT_ONCE) {
        const pipeline = client.pipeline();
        for (const copy of copies.slice(from, from + WRITTEN_AT_ONCE)) {
          const { id, owner, place } = copy;
          const renamed = (text: string): string => rename(text, copy);
          pipeline.rpush(keys.events(team, id), ...events.map(renamed));
          pipeline.hset(keys.words(team, id), TITLE, `Order fulfilment ${id}`);
          pipeline.hset(keys.summaries(team), id, renamed(summary));
          pipeline.hset(keys.cards(team, id), {
            ...standing('root', place),
            ...standing('recommendation', place),
          });
          pipeline.zadd(keys.due(team), dueAt, id);
          pipeline.zadd(keys.ownerList(team, owner), at, id);
          pipeline.zadd(keys.channelList(team, place.channel), at, id);
        }
        await pipeline.exec();
      }
    },
  };
}

/** Due dates a week after a moment and later, with no decision behind them: what else the due set holds. */
export async function addLaterDates(client: Redis, team: string, { count, from }: { count: number; from: number }) {
  for (let at = 0; at < count; at += WRITTEN_AT_ONCE) {
    const some = Array.from({ length: Math.min(WRITTEN_AT_ONCE, count - at) }, (_, index) => at + index);
    await client.zadd(keys.due(team), ...some.flatMap((index) => [from + 7 * DAY_MS + index, `later${index}`]));
  }
}

function rename(text: string, { id, owner, place }: Copy): string {
  return text
    .replaceAll(THREAD, `"threadTs":"${place.ts}"`)
    .replaceAll(MODEL, id)
    .replaceAll(OWNER, owner)
    .replaceAll(CHANNEL, `"${place.channel}"`);
}

function standing(card: string, { channel, ts }: Copy['place']): Readonly<Record<string, string>> {
  return { [`${card}|ts`]: ts, [`${card}|channel`]: channel, [`${card}|shown`]: '' };
}
