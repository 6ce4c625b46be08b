// The record in a real Redis: appended by version, once a delivery, whole or not at all.
import { describe, expect, test } from 'vitest';
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { loadDecision } from '../../src/application/load-decision.ts';
import { fold } from '../../src/domain/decision/evolve.ts';
import { address, answering, starting, useStore } from './store-house.ts';

const house = useStore();

async function options(): Promise<readonly string[]> {
  const events = await house.store.history(address);
  return events.flatMap((event) => (event.type === 'QuestionAnswered' ? [event.option] : []));
}

test('ten people answering differently within the same moment are all recorded, by ten processes', async () => {
  await house.process()(starting());
  const people = Array.from({ length: 10 }, (_, index) => `U${index + 10}`);
  const chosen = ['never', 'detect', 'tolerable', 'unknown'];
  const handled = await Promise.all(
    people.map((person, index) =>
      house.process()(answering(person, chosen[index % 4] ?? 'never', `100.${String(index).padStart(6, '0')}`)),
    ),
  );
  expect(handled.every((one) => one.ok)).toBe(true);
  const events = await house.store.history(address);
  expect(new Set(events.flatMap((event) => (event.type === 'QuestionAnswered' ? [event.by] : []))).size).toBe(10);
  const decision = fold(events);
  expect(decision.status !== 'unstarted' && decision.questions['1b']?.standing?.person).toBe('U19');
});

test('the same delivery a second time gets the first outcome and changes nothing', async () => {
  const handle = house.process();
  await handle(starting('start'));
  const first = await handle(answering('U1', 'never', '100.1', 'click'));
  const again = await house.process()(answering('U1', 'never', '100.1', 'click'));
  expect(first).toMatchObject({ ok: true, repeated: false });
  expect(again).toMatchObject({ ok: true, repeated: true });
  expect(await options()).toEqual(['never']);
  expect(await house.process()(starting('start'))).toMatchObject({ ok: true, repeated: true });
});

test('a click with an earlier time that arrives later is recorded and does not replace the later one', async () => {
  const handle = house.process();
  await handle(starting());
  await handle(answering('U1', 'never', '200.000000'));
  await handle(answering('U2', 'tolerable', '100.000000'));
  expect(await options()).toEqual(['never', 'tolerable']);
  const { decision } = await loadDecision({ store: house.store, folds: createFoldCache(1) }, address);
  expect(decision.status !== 'unstarted' && decision.questions['1b']?.standing?.option).toBe('never');
});

test('one decision a thread: the second start learns which one has it, and nothing of it is stored', async () => {
  await house.process()(starting('one', '5.5'));
  const second = await house.process()(starting('two', '5.5', 'd2'));
  expect(second).toEqual({ ok: false, threadTaken: 'd1' });
  expect(await house.store.history({ team: 'T1', decisionId: 'd2' })).toEqual([]);
  expect(await house.store.words({ team: 'T1', decisionId: 'd2' })).toEqual(new Map());
  expect(await house.store.decisionInThread('T1', 'C1:5.5')).toBe('d1');
});

test('a process that remembers an old state still decides on the newest', async () => {
  const [one, two] = [house.process(), house.process()];
  await one(starting());
  await one(answering('U1', 'never', '1.1'));
  await two(answering('U2', 'detect', '2.1'));
  await one(answering('U1', 'tolerable', '3.1'));
  expect(await options()).toEqual(['never', 'detect', 'tolerable']);
});

test('a process that remembers what Redis has lost starts from what Redis has', async () => {
  const handle = house.process();
  await handle(starting());
  await handle(answering('U1', 'never', '1.1'));
  await house.connection.rpop('downbeat:{T1}:decision:d1:events');
  await handle(answering('U2', 'detect', '2.1'));
  expect(await options()).toEqual(['detect']);
});

test('a snapshot stands for what is older, and folds to the same state', async () => {
  const handle = house.process();
  await handle(starting());
  for (let click = 0; click < 120; click += 1)
    await handle(answering(`U${click % 2}`, click % 3 === 0 ? 'never' : 'detect', `${click}.5`));
  const read = await house.store.read(address, 0, null);
  expect(read.from?.version).toBe(100);
  expect(read.newer).toHaveLength(read.version - 100);
  expect(fold(read.newer, read.from?.decision)).toEqual(fold(await house.store.history(address)));
});

test('erased words leave the decision as it is', async () => {
  await house.process()(starting());
  const before = fold(await house.store.history(address));
  await house.connection.del('downbeat:{T1}:decision:d1:words');
  expect(fold(await house.store.history(address))).toEqual(before);
  expect((await house.store.words(address)).get('title')).toBeUndefined();
});

describe('what an append owes', () => {
  test('is owed until it is settled with the mark that was read, and again when somebody asks meanwhile', async () => {
    const handle = house.process();
    await handle(starting());
    const mark = (await house.owed.markOf(address, 'card.root')) ?? '';
    expect(await house.owed.allOwed('T1', 10)).toEqual([{ ...address, effect: 'card.root', urgency: 'now' }]);
    await house.owed.owe(address, 'card.root');
    expect(await house.owed.settle(address, 'card.root', mark)).toBe(false);
    const later = (await house.owed.markOf(address, 'card.root')) ?? '';
    expect(await house.owed.settle(address, 'card.root', later)).toBe(true);
    expect(await house.owed.markOf(address, 'card.root')).toBeNull();
    expect(await house.owed.allOwed('T1', 10)).toEqual([]);
  });

  test('comes in its turn where time brought it, and at once where somebody waits for it', async () => {
    const urgencies = async () => (await house.owed.allOwed('T1', 10)).map(({ urgency }) => urgency);
    await house.owed.owe(address, 'card.root', 'in-turn');
    expect(await urgencies()).toEqual(['in-turn']);
    await house.owed.owe(address, 'card.root');
    expect(await urgencies()).toEqual(['now']);
    await house.owed.owe(address, 'card.root', 'in-turn');
    expect(await urgencies()).toEqual(['now']);
  });
});

describe('a click on a card', () => {
  const clicked = { card: 'pillar-1', channel: 'C1', replyUrl: 'https://reply.invalid/1' } as const;

  test('that is no longer the card records nothing', async () => {
    const handle = house.process();
    await handle(starting());
    await house.ledger.posted(address, 'pillar-1', { channel: 'C1', ts: '9.9', shown: null });
    const handled = await handle({ ...answering('U1', 'never', '1.1'), clicked: { ...clicked, ts: '8.8' } });
    expect(handled).toEqual({ ok: false, staleCard: '9.9' });
    expect(await options()).toEqual([]);
  });

  test('proves that its message stands, while its post is still waiting for an answer', async () => {
    const handle = house.process();
    await handle(starting());
    await house.ledger.beginPosting(address, 'pillar-1', { nonce: 'n1', since: 1 });
    await handle({ ...answering('U1', 'never', '1.1'), clicked: { ...clicked, ts: '8.8' } });
    expect(await house.ledger.entry(address, 'pillar-1')).toEqual({
      state: 'posted',
      channel: 'C1',
      ts: '8.8',
      shown: null,
    });
  });

  test('gives five redraws through its reply address, and none when it has expired', async () => {
    const handle = house.process();
    await handle(starting());
    await handle({ ...answering('U1', 'never', '1.1'), clicked: { ...clicked, ts: '8.8' } });
    const taken = await Promise.all(
      Array.from({ length: 6 }, () => house.ledger.takeReplyUrl(address, 'pillar-1', 3_000)),
    );
    expect(taken.filter((reply) => reply !== null)).toHaveLength(5);
    await handle({ ...answering('U1', 'detect', '2.1'), clicked: { ...clicked, ts: '8.8' } });
    expect(await house.ledger.takeReplyUrl(address, 'pillar-1', 3_000 + 31 * 60_000)).toBeNull();
  });
});
