// What is kept of asking: one contract for every place it is kept in, Redis above all.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnswerBudget, BudgetLimits } from '../../../src/application/advice/answer-budget.ts';
import type { FeedbackEntry } from '../../../src/application/advice/feedback.ts';
import type { Gaps } from '../../../src/application/advice/gaps.ts';
import { createAnswerBudget } from '../../../src/redis/answer-budget.ts';
import { createFeedback } from '../../../src/redis/feedback.ts';
import { createGaps } from '../../../src/redis/gaps.ts';
import { keys } from '../../../src/redis/keys.ts';
import { createTranscripts } from '../../../src/redis/transcripts.ts';
import { useRedis } from '../../support/redis.ts';
import { createLocalBudget, createLocalGaps } from './parts.ts';

const redis = useRedis();
let connection: Redis;
let otherProcess: Redis;
beforeAll(async () => {
  connection = new Redis(redis.url);
  otherProcess = new Redis(redis.url);
  await Promise.all([connection.ping(), otherProcess.ping()]);
});
beforeEach(() => redis.flush());
afterAll(() => {
  connection.disconnect();
  otherProcess.disconnect();
});

const now = Date.UTC(2026, 10, 23, 9, 30, 20);
const minute = 60_000;
const day = 86_400_000;
const asker = { team: 'T1', person: 'U1', thread: 'C1:1.0' };

const budgets: readonly (readonly [string, (limits: BudgetLimits) => AnswerBudget])[] = [
  ['in Redis', (limits) => createAnswerBudget(connection, limits)],
  ['in one process', createLocalBudget],
];

describe.each(budgets)('the budget %s', (_, create) => {
  const limits = { thread: { minute: 2, day: 4 }, person: { minute: 3, day: 9 }, workspace: { minute: 5, day: 9 } };

  test('gives out what a minute has, and more in the next', async () => {
    const budget = create(limits);
    expect(await budget.take(asker, now)).toEqual({ ok: true });
    expect(await budget.take(asker, now + 1_000)).toEqual({ ok: true });
    expect(await budget.take(asker, now + 2_000)).toEqual({ ok: false, scope: 'thread', wait: 38_000 });
    expect(await budget.take(asker, now + minute)).toEqual({ ok: true });
  });

  test('gives out what a day has, whatever the minutes', async () => {
    const budget = create(limits);
    for (let count = 0; count < 4; count += 1) {
      expect(await budget.take(asker, now + count * minute)).toEqual({ ok: true });
    }
    expect(await budget.take(asker, now + 9 * minute)).toMatchObject({ ok: false, scope: 'thread' });
    expect(await budget.take(asker, now + day)).toEqual({ ok: true });
  });

  test('counts a person in all threads and the workspace over all people, but not another workspace', async () => {
    const budget = create(limits);
    const inThread = (thread: string, person = 'U1', team = 'T1') => budget.take({ team, person, thread }, now);
    for (const thread of ['a', 'b', 'c']) expect(await inThread(thread)).toEqual({ ok: true });
    expect(await inThread('d')).toMatchObject({ ok: false, scope: 'person' });
    for (const thread of ['e', 'f']) expect(await inThread(thread, 'U2')).toEqual({ ok: true });
    expect(await inThread('g', 'U3')).toMatchObject({ ok: false, scope: 'workspace' });
    expect(await inThread('g', 'U3', 'T2')).toEqual({ ok: true });
  });

  test('takes nothing anywhere when one scope is empty', async () => {
    const budget = create({ ...limits, thread: { minute: 1, day: 1 } });
    await budget.take(asker, now);
    for (let count = 0; count < 5; count += 1) await budget.take(asker, now);
    for (const thread of ['a', 'b']) expect(await budget.take({ ...asker, thread }, now)).toEqual({ ok: true });
  });
});

test('two processes share one budget, asked at the same time', async () => {
  const limits = {
    thread: { minute: 5, day: 50 },
    person: { minute: 50, day: 50 },
    workspace: { minute: 50, day: 50 },
  };
  const both = [createAnswerBudget(connection, limits), createAnswerBudget(otherProcess, limits)];
  const taken = await Promise.all(
    Array.from({ length: 10 }, () => both.map((budget) => budget.take(asker, now))).flat(),
  );
  expect(taken.filter(({ ok }) => ok)).toHaveLength(5);
});

const gapStores: readonly (readonly [string, (days: number) => Gaps])[] = [
  ['in Redis', (days) => createGaps(connection, { days })],
  ['in one process', createLocalGaps],
];

describe.each(gapStores)('the gaps %s', (_, create) => {
  const unanswered = {
    at: now,
    message: 'C1:1.0',
    question: 'Which cloud is best?',
    reason: 'opinion',
    isPrivate: false,
  } as const;

  test('are counted whatever the case and punctuation, the most frequent first', async () => {
    const gaps = create(90);
    await gaps.keep('T1', { ...unanswered, message: 'C1:3.0', question: 'which cloud is BEST', at: now + 5 });
    await gaps.keep('T1', { ...unanswered, message: 'C1:2.0', question: 'how do I fly?', reason: 'nothing-found' });
    await gaps.keep('T1', unanswered);
    expect(await gaps.list('T1', now)).toEqual([
      { question: 'Which cloud is best?', reason: 'opinion', count: 2, first: now, last: now + 5 },
      { question: 'how do I fly?', reason: 'nothing-found', count: 1, first: now, last: now },
    ]);
    expect(await gaps.list('T2', now)).toEqual([]);
  });

  test('count a message once, however often it was tried to be answered', async () => {
    const gaps = create(90);
    await gaps.keep('T1', unanswered);
    await gaps.keep('T1', { ...unanswered, at: now + 5 });
    expect(await gaps.list('T1', now)).toMatchObject([{ count: 1, last: now + 5 }]);
  });

  test('have no words from private channels, and no addresses from public ones', async () => {
    const gaps = create(90);
    const asked = (message: string, question: string, isPrivate: boolean) =>
      gaps.keep('T1', { ...unanswered, message, question, isPrivate });
    await asked('C1:1.0', 'who fired Hildegard?', true);
    await asked('C1:2.0', 'who fired Gunther?', true);
    await asked('C1:3.0', 'who is ann@example.org?', false);
    const kept = await gaps.list('T1', now);
    expect(kept.map(({ question, count }) => [question, count])).toEqual([
      [null, 2],
      ['who is [mail address]?', 1],
    ]);
  });

  test('lose the words of a message that was deleted; who else asked stays counted', async () => {
    const gaps = create(90);
    await gaps.keep('T1', unanswered);
    await gaps.keep('T1', { ...unanswered, message: 'C1:2.0', question: 'How is Hildegard?' });
    await gaps.keep('T1', { ...unanswered, message: 'C2:1.0' });
    await gaps.forget('T1', 'C1:2.0');
    await gaps.forget('T1', unanswered.message);
    expect(await gaps.list('T1', now)).toMatchObject([{ question: unanswered.question, count: 1 }]);
    await gaps.forget('T1', 'C9:9.0');
    expect(await gaps.list('T1', now)).toHaveLength(1);
  });

  test('are forgotten after their days, each message by itself', async () => {
    const gaps = create(90);
    await gaps.keep('T1', unanswered);
    await gaps.keep('T1', { ...unanswered, message: 'C1:2.0', at: now + 80 * day });
    expect(await gaps.list('T1', now + 90 * day)).toMatchObject([{ count: 2 }]);
    expect(await gaps.list('T1', now + 91 * day)).toMatchObject([{ count: 1, first: now + 80 * day }]);
    expect(await gaps.list('T1', now + 171 * day)).toEqual([]);
  });
});

test('gaps counted by an older version are listed with the others', async () => {
  const counted = { question: 'which cloud is BEST', reason: 'opinion', count: 3, first: now, last: now + 1 };
  const field = 'public:opinion:which cloud is best';
  await connection.hset(keys.gaps('T1'), field, JSON.stringify(counted));
  await connection.zadd(keys.dates(keys.gaps('T1')), String(now + 1), field);
  const gaps = createGaps(connection, { days: 90 });
  const asked = { message: 'C1:1.0', question: 'Which cloud is best?', reason: 'opinion', isPrivate: false } as const;
  await gaps.keep('T1', { ...asked, at: now + 2 });
  expect(await gaps.list('T1', now)).toEqual([{ ...counted, count: 4, last: now + 2 }]);
});

test('nothing of a private or a deleted question is anywhere in Redis', async () => {
  const gaps = createGaps(connection, { days: 90 });
  const about = { at: now, question: 'who fired Hildegard?', reason: 'private' } as const;
  await gaps.keep('T1', { ...about, message: 'C1:1.0', isPrivate: true });
  await gaps.keep('T1', { ...about, message: 'C1:2.0', isPrivate: false });
  await gaps.forget('T1', 'C1:2.0');
  const stored = await connection.hgetall(keys.gaps('T1'));
  const dates = await connection.zrangebyscore(keys.dates(keys.gaps('T1')), '-inf', '+inf');
  expect(Object.keys(stored)).toEqual(['C1:1.0']);
  expect(dates).toEqual(['C1:1.0']);
  expect(JSON.stringify(stored)).not.toMatch(/hildegard/iu);
});

describe('feedback', () => {
  const entry: FeedbackEntry = {
    at: now,
    answer: 'C1:2.0',
    person: 'U1',
    helpful: true,
    reason: null,
    question: 'is compensation a rollback?',
    by: 'model',
    passages: ['p3-compensation-is-not-rollback'],
    versions: { knowledge: 'k1', advisor: 'a1' },
  };

  test('is one opinion a person and answer: the latest', async () => {
    const feedback = createFeedback(connection, { days: 90 });
    await feedback.keep('T1', entry);
    await feedback.keep('T1', { ...entry, person: 'U2' });
    await feedback.keep('T1', { ...entry, at: now + 1, helpful: false, reason: 'too short' });
    const kept = await feedback.list('T1', now);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ ...entry, at: now + 1, helpful: false, reason: 'too short' });
    expect(await feedback.list('T2', now)).toEqual([]);
  });

  test('loses the words of a question that was deleted, and nothing else', async () => {
    const feedback = createFeedback(connection, { days: 90 });
    await feedback.keep('T1', entry);
    await feedback.keep('T1', { ...entry, answer: 'C1:3.0' });
    await feedback.forgetQuestion('T1', entry.answer, now);
    const kept = await feedback.list('T1', now);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ ...entry, question: null });
    expect(kept).toContainEqual({ ...entry, answer: 'C1:3.0' });
  });

  test('is forgotten after its days', async () => {
    const feedback = createFeedback(connection, { days: 90 });
    await feedback.keep('T1', entry);
    await feedback.keep('T1', { ...entry, person: 'U2', at: now + 91 * day });
    expect(await feedback.list('T1', now + 91 * day)).toMatchObject([{ person: 'U2' }]);
  });
});

describe('transcripts', () => {
  const thread = { team: 'T1', channel: 'C1', threadTs: '1.0' };
  const turn = (id: string, text: string) => ({ id, from: 'person', person: 'U1', text }) as const;

  test('give the latest turns in order, however they came in', async () => {
    const transcripts = createTranscripts(connection, { days: 90 });
    for (const [id, text] of [
      ['30.000000', 'third'],
      ['9.000000', 'first'],
      ['20.000000', 'second'],
    ] as const) {
      await transcripts.keep(thread, turn(id, text));
    }
    expect((await transcripts.latest(thread, 9)).map(({ text }) => text)).toEqual(['first', 'second', 'third']);
    expect((await transcripts.latest(thread, 2)).map(({ text }) => text)).toEqual(['second', 'third']);
    expect(await transcripts.latest({ ...thread, threadTs: '2.0' }, 9)).toEqual([]);
    expect(await transcripts.latest({ ...thread, team: 'T2' }, 9)).toEqual([]);
  });

  test('respect edits, deletions, redeliveries, and the wish to be forgotten', async () => {
    const transcripts = createTranscripts(connection, { days: 90 });
    await transcripts.keep(thread, turn('1.0', 'wrong'));
    await transcripts.keep(thread, turn('1.0', 'right'));
    await transcripts.keep(thread, turn('2.0', 'regretted'));
    await transcripts.keep(thread, turn('2.0', 'regretted'));
    expect((await transcripts.latest(thread, 9)).map(({ text }) => text)).toEqual(['right', 'regretted']);
    await transcripts.forget(thread, '2.0');
    expect((await transcripts.latest(thread, 9)).map(({ text }) => text)).toEqual(['right']);
    await transcripts.erase(thread);
    expect(await connection.keys('*transcript*')).toEqual([]);
  });

  test('are kept for their days and hold a hundred turns', async () => {
    const transcripts = createTranscripts(connection, { days: 90 });
    for (let count = 1; count <= 103; count += 1) await transcripts.keep(thread, turn(`${count}.0`, `turn ${count}`));
    const kept = await transcripts.latest(thread, 500);
    expect(kept).toHaveLength(100);
    expect(kept[0]?.text).toBe('turn 4');
    const [key = ''] = await connection.keys('*transcript*');
    const left = await connection.pttl(key);
    expect(left).toBeGreaterThan(89 * day);
    expect(left).toBeLessThanOrEqual(90 * day);
  });
});
