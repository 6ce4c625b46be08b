// Puts decisions of a given length into Redis: one is walked through the real door, the rest are copies of it.
import type { Redis } from 'ioredis';
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { createHandleCommand } from '../../src/application/handle-command.ts';
import { wordRef } from '../../src/application/word-ref.ts';
import type { Command } from '../../src/domain/decision/commands.ts';
import type { StartedDecision } from '../../src/domain/decision/decision.ts';
import type { AskedId } from '../../src/domain/framework.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { createCardLedger } from '../../src/redis/card-ledger.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createFrameworks } from '../../src/redis/frameworks.ts';
import { keys } from '../../src/redis/keys.ts';
import { renderCard } from '../../src/slack/cards/render-card.ts';
import { decisionHole } from '../load/click-body.ts';
import type { ClickedCard } from '../load/protocol.ts';
import { benchTeam } from './slack-stub.ts';

/** Answers that bring a decision to its third card with one question open: 12 events. */
const beginning = ['1a no', '1b never', '1c low', '2a event', '2b some', '2c some', '3a few', '3b local'] as const;
const BEGINNING_EVENTS = 12;
/** What is clicked after that, over and over: none of them completes the card, each is a change. */
export const changes = ['3a several', '3b wide', '3a few', '3b neighbour', '3b local'] as const;
/** The card the changes are clicked on. */
const CARD = 'pillar-3';
/** Where the copies' cards stand. */
export const cardTs = '1790000000.000100';

/** A decision to make copies of. */
export type Model = {
  /** The clicked card as the model's state draws it. */
  readonly card: ClickedCard;
  /** Makes copies under these ids. */
  copyTo(ids: readonly string[]): Promise<void>;
  /** How many events these decisions have together. */
  events(ids: readonly string[]): Promise<number>;
  /** Removes copies. */
  remove(ids: readonly string[]): Promise<void>;
};

/** Makes a model of so many events (12 or more), in which a third card waits for its last answer. */
export async function makeModel(redis: Redis, length: number): Promise<Model> {
  const { team } = benchTeam;
  const { framework, texts } = loadFramework();
  const decisionId = `${decisionHole}${length}`;
  const title = wordRef(decisionId, 'Order fulfilment');
  const words = { [title]: 'Order fulfilment' };
  const frameworks = createFrameworks(redis, framework);
  const store = createDecisionStore(redis);
  const handle = createHandleCommand({ store, folds: createFoldCache(1), frameworks, nudger: { nudge: () => {} } });
  await frameworks.keepCurrent(team);

  const { owner } = benchTeam;
  const by = { person: owner, member: true };
  let at = Date.now() - 3_600_000;
  async function give(command: Command): Promise<StartedDecision> {
    at += 1_000;
    const handled = await handle({ team, decisionId, deliveryKey: `${decisionId}-${at}`, command, words });
    if (!handled.ok) throw new Error(`the model decision refused ${command.type}: ${JSON.stringify(handled)}`);
    return handled.decision;
  }
  async function answer(choice: string): Promise<StartedDecision> {
    const [question, option] = readChoice(choice);
    const actionTs = (at / 1_000).toFixed(6);
    return give({ type: 'AnswerQuestion', by, at, question, option, part: null, actionTs });
  }

  await give({
    type: 'StartDecision',
    by,
    at,
    decisionId,
    title,
    framing: null,
    owner,
    invited: [],
    channel: benchTeam.channel,
    threadTs: null,
  });
  let decision = await give({ type: 'OpenThread', at, place: { channel: benchTeam.channel, threadTs: cardTs } });
  for (const choice of beginning) decision = await answer(choice);
  for (let turn = 0; turn < length - BEGINNING_EVENTS; turn += 1)
    decision = await answer(changes[turn % changes.length] ?? changes[0]);

  const address = { team, decisionId };
  const ledger = createCardLedger(redis);
  for (const card of ['root', 'pillar-1', 'pillar-2', CARD])
    await ledger.posted(address, card, { channel: benchTeam.channel, ts: cardTs, shown: null });
  const drawn = renderCard({
    card: CARD,
    decision: { ...decision, decisionId: decisionHole },
    words: new Map(Object.entries(words)),
    framework,
    texts,
    link: () => null,
  });
  const events = await redis.lrange(keys.events(team, decisionId), 0, -1);
  if (drawn === null || events.length !== length) throw new Error(`the model has ${events.length} events`);
  const kept = await Promise.all(hashesOf(decisionId).map((key) => redis.hgetall(key)));
  await redis.del(...keysOf(decisionId));
  await redis.srem(keys.owing(team), decisionId);

  return {
    card: { key: CARD, text: drawn.text, blocks: drawn.blocks },
    async copyTo(ids) {
      for (const id of ids) {
        const renamed = (text: string): string => text.replaceAll(decisionId, id);
        redis.rpush(keys.events(team, id), ...events.map(renamed)).catch(() => {});
        for (const [index, key] of hashesOf(id).entries()) {
          const hash = Object.entries(kept[index] ?? {}).map(([name, value]) => [name, renamed(value)]);
          if (hash.length > 0) redis.hset(key, Object.fromEntries(hash)).catch(() => {});
        }
      }
      const last = ids.at(-1) ?? '';
      if ((await redis.llen(keys.events(team, last))) !== length) throw new Error('the copies were not made');
    },
    async events(ids) {
      const lengths = await Promise.all(ids.map((id) => redis.llen(keys.events(team, id))));
      return lengths.reduce((sum, one) => sum + one, 0);
    },
    async remove(ids) {
      for (const id of ids) redis.unlink(...keysOf(id)).catch(() => {});
      await redis.ping();
    },
  };
}

/** "3b wide" as question and option. */
export function readChoice(choice: string): readonly [AskedId, string] {
  const [question, option] = choice.split(' ');
  const known = (['1a', '1b', '1c', '2a', '2b', '2c', '3a', '3b'] as const).find((id) => id === question);
  if (known === undefined || option === undefined) throw new Error(`${choice} is no answer`);
  return [known, option];
}

function hashesOf(id: string): readonly string[] {
  const { team } = benchTeam;
  return [keys.words(team, id), keys.snapshot(team, id), keys.cards(team, id)];
}

function keysOf(id: string): readonly string[] {
  const { team } = benchTeam;
  return [keys.events(team, id), keys.owed(team, id), ...hashesOf(id)];
}
