// The contract of the reminder port, the same for its double and for a real Redis; and what Redis alone can show.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreSilentError } from '../../src/application/decision-store.ts';
import { unstarted } from '../../src/domain/decision/decision.ts';
import { fold } from '../../src/domain/decision/evolve.ts';
import type { Digest } from '../../src/domain/decision/look-events.ts';
import { lookDue } from '../../src/domain/decision/next-due.ts';
import { createDecisionLists } from '../../src/redis/decision-lists.ts';
import { createDecisionStore } from '../../src/redis/decision-store.ts';
import { createDueDecisions } from '../../src/redis/due-decisions.ts';
import { createOwedEffects } from '../../src/redis/owed-effects.ts';
import { ana, ben, by, day, monday } from '../domain/decision/house.ts';
import { accept, ask, openProcess, remindersOf, team } from '../support/accepted-decisions.ts';
import { type House, oneFramework, openMemoryHouse } from '../support/memory-house.ts';
import { useRedis } from '../support/redis.ts';

const server = useRedis({ appendOnly: true });
let redis: Redis;
beforeAll(() => {
  redis = new Redis(server.url);
  redis.on('error', () => {});
});
afterAll(() => redis.disconnect());
beforeEach(() => server.flush());

const onRedis = (): House => ({
  store: createDecisionStore(redis),
  due: createDueDecisions(redis),
  lists: createDecisionLists(redis),
  frameworks: oneFramework,
});
const page = { offset: 0, limit: 100 };
const always = monday + 400 * day;
const longAfter = monday + 11 * day;

async function dueAtOf(house: House, decisionId: string): Promise<number> {
  const decision = fold(await house.store.history({ team, decisionId }), unstarted);
  return decision.status === 'unstarted' ? Number.NaN : (lookDue(decision) ?? Number.NaN);
}

/** The digests a decision was told in, as its reminders recorded them. */
async function digestsOf(house: House, decisionId: string): Promise<readonly Digest[]> {
  return (await house.store.history({ team, decisionId })).flatMap((event) =>
    event.type === 'ReminderDue' && event.digest !== null ? [event.digest] : [],
  );
}

describe.each([
  ['the double', openMemoryHouse],
  ['a real Redis', onRedis],
])('due decisions on %s', (_, open) => {
  it('are those whose moment has come, the longest overdue first, page by page', async () => {
    const house = open();
    const process = openProcess(house);
    await accept(process, 'd1');
    await accept(process, 'd2', { at: monday - 7 * day });
    const [first, second] = [await dueAtOf(house, 'd2'), await dueAtOf(house, 'd1')];
    expect(await house.due.due(team, first - 1, page)).toEqual([]);
    expect(await house.due.due(team, first, page)).toEqual([
      { decisionId: 'd2', dueAt: first, owner: ana, look: true },
    ]);
    const all = await house.due.due(team, second, page);
    expect(all.map(({ decisionId }) => decisionId)).toEqual(['d2', 'd1']);
    expect(await house.due.due(team, second, { offset: 1, limit: 1 })).toEqual(all.slice(1));
    expect(await house.due.due('T2', always, page)).toEqual([]);
  });

  it('leave the set when nothing more is to come', async () => {
    const house = open();
    const process = openProcess(house);
    await accept(process, 'd1');
    await ask(process, 'd1', { type: 'StopLooks', ...by(ana), at: monday });
    expect(await house.due.due(team, always, page)).toEqual([]);
  });

  it('are reminded of once each, however often and by however many processes the time is told', async () => {
    const house = open();
    const [one, other] = [openProcess(house), openProcess(house)];
    for (const id of ['d1', 'd2', 'd3']) await accept(one, id);
    await Promise.all([one.tick(longAfter), other.tick(longAfter)]);
    await other.tick(longAfter);
    await one.tick(longAfter - 5 * day);
    expect(Object.fromEntries(await remindersOf(house, ['d1', 'd2', 'd3']))).toEqual({
      'd1 1': 1,
      'd2 1': 1,
      'd3 1': 1,
    });
  });

  it('lose nothing when the scheduler was down for three days', async () => {
    const house = open();
    const process = openProcess(house);
    await accept(process, 'd1');
    const due = await dueAtOf(house, 'd1');
    expect(await process.tick(due + 3 * day)).toEqual({ issued: 1, left: 0 });
    expect(await process.tick(due + 3 * day + 60_000)).toEqual({ issued: 0, left: 0 });
    expect([...(await remindersOf(house, ['d1'])).values()]).toEqual([1]);
  });

  it('of one owner are told together, those of others alone', async () => {
    const house = open();
    const process = openProcess(house);
    for (const id of ['d1', 'd2']) await accept(process, id);
    await accept(process, 'd3', { owner: ben });
    await process.tick(longAfter);
    const digests = await Promise.all(
      ['d1', 'd2', 'd3'].map(async (decisionId) =>
        (await house.store.history({ team, decisionId })).flatMap((event) =>
          event.type === 'ReminderDue' ? [event.digest] : [],
        ),
      ),
    );
    const [first, second, third] = digests.flat();
    expect(digests.map((told) => told.length)).toEqual([1, 1, 1]);
    expect(first?.members.toSorted()).toEqual(['d1', 'd2']);
    expect(first).toMatchObject({ owner: ana, reminder: 1 });
    expect(second).toEqual(first);
    expect(third).toBeNull();
  });

  it('told together are recorded all or none, whenever the process dies', async () => {
    const ids = ['d1', 'd2', 'd3'];
    for (const dies of ['before the write', 'after the write'] as const) {
      const house = open();
      for (const id of ids) await accept(openProcess(house), id, { owner: `U-${dies}` });
      let deaths = 0;
      const dying: House['store'] = {
        ...house.store,
        async append(write) {
          deaths += 1;
          if (dies === 'after the write') await house.store.append(write);
          throw new StoreSilentError('died');
        },
      };
      await openProcess({ ...house, store: dying }).tick(longAfter);
      expect(deaths).toBeGreaterThan(0);
      const recorded = [...(await remindersOf(house, ids)).values()];
      expect(recorded).toEqual(dies === 'after the write' ? [1, 1, 1] : []);
      await openProcess(house).tick(longAfter + 60_000);
      await openProcess(house).tick(longAfter + 120_000);
      expect([...(await remindersOf(house, ids)).values()]).toEqual([1, 1, 1]);
      const leads = await Promise.all(ids.map(async (id) => (await digestsOf(house, id)).map(({ lead }) => lead)));
      expect(new Set(leads.flat()).size).toBe(1);
      await server.flush();
    }
  });

  it('told together by two processes at once are told once, in one message', async () => {
    const house = open();
    const ids = ['d1', 'd2', 'd3', 'd4'];
    const [one, other] = [openProcess(house), openProcess(house)];
    for (const id of ids) await accept(one, id);
    await Promise.all([one.tick(longAfter), other.tick(longAfter + 1)]);
    await other.tick(longAfter + 60_000);
    expect([...(await remindersOf(house, ids)).values()]).toEqual([1, 1, 1, 1]);
    const told = (await Promise.all(ids.map((id) => digestsOf(house, id)))).flat();
    expect(new Set(told.map(({ lead }) => lead)).size).toBe(1);
    expect(told.map(({ members }) => members.toSorted())).toEqual(ids.map(() => ids));
  });

  it('of the same morning are told with the first of them, not minutes apart', async () => {
    const house = open();
    const ids = ['d1', 'd2', 'd3'];
    const process = openProcess(house);
    for (const id of ids) await accept(process, id);
    const moments = await Promise.all(ids.map((id) => dueAtOf(house, id)));
    expect(new Set(moments).size).toBe(3);
    expect(await process.tick(Math.min(...moments))).toEqual({ issued: 1, left: 0 });
    expect([...(await remindersOf(house, ids)).values()]).toEqual([1, 1, 1]);
    expect(await process.tick(Math.max(...moments))).toEqual({ issued: 0, left: 0 });
  });

  it('changes two decisions in one write when one takes the other’s place', async () => {
    const house = open();
    const [process, other] = [openProcess(house), openProcess(house)];
    await accept(process, 'old');
    const stamp = { ...by(ana), at: monday };
    await ask(process, 'new', {
      type: 'StartDecision',
      ...stamp,
      decisionId: 'new',
      title: 'w',
      framing: null,
      owner: ana,
      invited: [],
      channel: 'C1',
      threadTs: null,
      origin: { kind: 'supersedes', decisionId: 'old' },
    });
    await ask(process, 'new', { type: 'OpenThread', at: monday, place: { channel: 'C1', threadTs: 'new' } });
    const statusOf = async (decisionId: string) => fold(await house.store.history({ team, decisionId })).status;
    for (const [question, option] of Object.entries({ '1a': 'no', '1b': 'never', '1c': 'low' } as const))
      await ask(process, 'new', {
        type: 'AnswerQuestion',
        ...stamp,
        question: question === '1a' ? '1a' : question === '1b' ? '1b' : '1c',
        option,
        part: null,
        actionTs: '1700000000.000100',
      });
    for (const [question, option] of [
      ['2a', 'command'],
      ['2b', 'all'],
      ['2c', 'complex'],
      ['3a', 'several'],
      ['3b', 'wide'],
      ['3c', '3+'],
    ] as const)
      await ask(process, 'new', {
        type: 'AnswerQuestion',
        ...stamp,
        question,
        option,
        part: null,
        actionTs: '1700000000.000100',
      });
    for (const pillar of [4, 5] as const) await ask(process, 'new', { type: 'SkipPillar', ...stamp, pillar });
    await ask(process, 'new', { type: 'ConsiderBestCase', ...stamp, rebuttal: null });
    expect(await statusOf('old')).toBe('accepted');
    // Somebody writes to the old one meanwhile: the process that accepts has not seen it.
    await ask(other, 'old', { type: 'AddNote', ...by(ben), at: monday, question: '2b', note: 'w-note' });
    await ask(process, 'new', { type: 'AcceptDecision', ...stamp, zone: 'UTC' });
    expect(await statusOf('new')).toBe('accepted');
    expect(await statusOf('old')).toBe('superseded');
    expect((await house.due.due(team, always, page)).map(({ decisionId }) => decisionId)).toEqual(['new']);
  });
});

describe('on a real Redis alone', () => {
  it('a restart in the middle loses and doubles nothing', async () => {
    const house = onRedis();
    const ids = ['d1', 'd2', 'd3', 'd4'];
    const process = openProcess(house);
    for (const id of ids) await accept(process, id);
    const ticking = process.tick(longAfter).catch(() => null);
    await server.restart();
    await ticking;
    await redis.ping();
    const after = openProcess(house);
    await after.tick(longAfter + 60_000);
    await after.tick(longAfter + 120_000);
    expect([...(await remindersOf(house, ids)).values()]).toEqual([1, 1, 1, 1]);
  });

  it('a damaged decision is left, and keeps nobody else waiting', async () => {
    const house = onRedis();
    const process = openProcess(house);
    for (const id of ['d1', 'd2']) await accept(process, id);
    await redis.lset(`downbeat:{${team}}:decision:d1:events`, 3, '{"type":"Nonsense"}');
    const fresh = openProcess(house);
    expect(await fresh.tick(longAfter)).toEqual({ issued: 1, left: 1 });
    expect((await house.due.due(team, longAfter, page)).map(({ decisionId }) => decisionId)).toEqual(['d1']);
  });

  it('the first of a hundred thousand is found by looking at one', async () => {
    const pipeline = redis.pipeline();
    for (let start = 0; start < 100_000; start += 10_000) {
      const members = Array.from({ length: 10_000 }, (_, index) => [start + index + 1_000, `d${start + index}`]).flat();
      pipeline.zadd(`downbeat:{${team}}:due`, ...members);
    }
    await pipeline.exec();
    expect(await redis.zcard(`downbeat:{${team}}:due`)).toBe(100_000);
    const [first, ...rest] = await onRedis().due.due(team, 1_000, page);
    expect(first?.decisionId).toBe('d0');
    expect(rest).toEqual([]);
  });

  it('the owner’s list follows a decision that is handed over', async () => {
    const process = openProcess(onRedis());
    await accept(process, 'd1');
    await ask(process, 'd1', { type: 'HandOver', ...by(ana), at: monday, to: ben, zone: 'UTC' });
    expect(await redis.zrange(`downbeat:{${team}}:list:owner:${ana}`, '0', '-1')).toEqual([]);
    expect(await redis.zrange(`downbeat:{${team}}:list:owner:${ben}`, '0', '-1')).toEqual(['d1']);
  });
});

it('a reminder comes in its turn, alone or in a digest; what its owner does then is shown at once', async () => {
  const house = onRedis();
  const process = openProcess(house);
  for (const decisionId of ['d1', 'd2']) await accept(process, decisionId);
  const owed = createOwedEffects(redis);
  for (const { decisionId, effect } of await owed.allOwed(team, 100)) {
    const mark = (await owed.markOf({ team, decisionId }, effect)) ?? '';
    await owed.settle({ team, decisionId }, effect, mark);
  }
  await process.tick(longAfter);
  const reminded = await owed.allOwed(team, 100);
  expect(new Set(reminded.map(({ decisionId }) => decisionId))).toEqual(new Set(['d1', 'd2']));
  expect(new Set(reminded.map(({ urgency }) => urgency))).toEqual(new Set(['in-turn']));

  await ask(process, 'd1', {
    type: 'ConfirmNothingChanged',
    ...by(ana),
    at: longAfter + 1_000,
    occurrence: 1,
  });
  const urgent = (await owed.allOwed(team, 100)).filter(({ urgency }) => urgency === 'now');
  expect(urgent.map(({ decisionId }) => decisionId)).toContain('d1');
  expect(urgent.map(({ effect }) => effect)).toContain('card.root');
});
