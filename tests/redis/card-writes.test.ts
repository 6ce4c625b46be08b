// One write of one card in a real Redis: begun by one worker at a time with all the card is drawn from, and ended once.
import { expect, test } from 'vitest';
import type { BegunWrite, CardWrite } from '../../src/application/card-writes.ts';
import { address, starting, useStore } from './store-house.ts';

const house = useStore();
const effect = 'card.root';
const write: CardWrite = { card: 'root', effect, sinceVersion: 0, leaseMs: 10_000 };
const allowance = { name: 'edits:d1:root', burst: 1, perMinute: 60 };

async function begun(): Promise<BegunWrite> {
  const begun = await house.writes.begin(address, write);
  if (begun.state !== 'begun') throw new Error(`the write is ${begun.state}`);
  return begun;
}

function ending({ lease, mark }: BegunWrite, shown: string | null = null) {
  const message = shown === null ? null : { channel: 'C1', ts: '1.1', shown };
  return house.writes.end(address, { card: 'root', effect, lease, mark, shown: message });
}

test('a write begins with the events, the words and the cards as they are at one moment', async () => {
  await house.process()(starting('first'));
  await house.ledger.posted(address, 'root', { channel: 'C1', ts: '1.1', shown: 'abc' });
  const { read, words, entries } = await begun();
  expect(read).toMatchObject({ version: 1, from: null, newer: [{ type: 'DecisionStarted' }] });
  expect(words).toEqual(new Map([['title', 'Order fulfilment']]));
  expect(entries).toEqual(await house.ledger.entries(address));
});

test('a write reads only the events the writer has not folded', async () => {
  await house.process()(starting('first'));
  const again = await house.writes.begin(address, { ...write, sinceVersion: 1 });
  expect(again).toMatchObject({ state: 'begun', read: { version: 1, newer: [] } });
});

test('nothing begins, and nothing is held, where nothing is owed', async () => {
  expect(await house.writes.begin(address, write)).toEqual({ state: 'settled' });
  expect(await house.ledger.lease(address, 'root', 10_000)).not.toBeNull();
});

test('a second worker waits until the first has ended', async () => {
  await house.owed.owe(address, effect);
  const first = await begun();
  expect(await house.writes.begin(address, write)).toEqual({ state: 'held' });
  expect(await ending(first)).toBe(true);
  expect(await house.writes.begin(address, write)).toEqual({ state: 'settled' });
});

test('what was asked for while the card was written stays owed, and what is shown is noted all the same', async () => {
  await house.owed.owe(address, effect);
  const first = await begun();
  await house.owed.owe(address, effect);
  expect(await ending(first, 'abc')).toBe(false);
  expect(await house.ledger.entry(address, 'root')).toMatchObject({ state: 'posted', ts: '1.1', shown: 'abc' });
  expect(await house.writes.begin(address, write)).toMatchObject({ state: 'begun' });
});

test('a worker that was too slow does not take the right to write from the one after it', async () => {
  await house.owed.owe(address, effect);
  const slow = await begun();
  await house.ledger.release(address, 'root', slow.lease);
  await house.owed.owe(address, effect);
  await begun();
  await ending(slow);
  expect(await house.writes.begin(address, write)).toEqual({ state: 'held' });
});

test('a decision that owes nothing any more leaves the set of those that do', async () => {
  await house.owed.owe(address, effect);
  await ending(await begun());
  expect(await house.owed.allOwed(address.team, 10)).toEqual([]);
});

test('an edit takes a use of the reply address, and none while it has to wait', async () => {
  const clicked = { card: 'root', channel: 'C1', ts: '1.1', replyUrl: 'https://reply.invalid/1' } as const;
  await house.process()({ ...starting('first'), clicked });
  const take = (now: number) => house.writes.takeEdit(address, { card: 'root', allowance, now });
  expect(await take(2_000)).toMatchObject({ wait: 0, reply: { url: 'https://reply.invalid/1', usesLeft: 4 } });
  expect(await take(2_400)).toEqual({ wait: 600, reply: null });
  expect(await take(3_000)).toMatchObject({ wait: 0, reply: { usesLeft: 3 } });
});
