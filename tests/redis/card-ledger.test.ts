// The ledger of messages in a real Redis: one marker a post, one holder a card.
import { expect, test } from 'vitest';
import { address, useStore } from './store-house.ts';

const house = useStore();

test('the marker of a post that was begun keeps its nonce, so that the lost message can be found', async () => {
  const first = await house.ledger.beginPosting(address, 'root', { nonce: 'one', since: 1 });
  const second = await house.ledger.beginPosting(address, 'root', { nonce: 'two', since: 2 });
  expect(first).toEqual({ state: 'posting', nonce: 'one', since: 1 });
  expect(second).toEqual({ state: 'posting', nonce: 'one', since: 2 });
});

test('a posted card takes no marker, a forgotten one does', async () => {
  await house.ledger.posted(address, 'root', { channel: 'C1', ts: '1.1', shown: 'abc' });
  expect(await house.ledger.beginPosting(address, 'root', { nonce: 'one', since: 1 })).toEqual({
    state: 'posted',
    channel: 'C1',
    ts: '1.1',
    shown: 'abc',
  });
  await house.ledger.forget(address, 'root');
  expect(await house.ledger.entry(address, 'root')).toBeNull();
  expect(await house.ledger.beginPosting(address, 'root', { nonce: 'two', since: 2 })).toMatchObject({ nonce: 'two' });
});

test('one worker at a time holds a card; only the holder gives it back', async () => {
  const lease = await house.ledger.lease(address, 'root', 10_000);
  expect(lease).not.toBeNull();
  expect(await house.ledger.lease(address, 'root', 10_000)).toBeNull();
  await house.ledger.release(address, 'root', 'somebody else');
  expect(await house.ledger.lease(address, 'root', 10_000)).toBeNull();
  await house.ledger.release(address, 'root', lease ?? '');
  expect(await house.ledger.lease(address, 'root', 10_000)).not.toBeNull();
});

test('the cards of a decision are listed with their messages', async () => {
  await house.ledger.posted(address, 'root', { channel: 'C1', ts: '1.1', shown: null });
  await house.ledger.beginPosting(address, 'pillar-1', { nonce: 'n', since: 5 });
  expect(await house.ledger.entries(address)).toEqual(
    new Map([
      ['root', { state: 'posted', channel: 'C1', ts: '1.1', shown: null }],
      ['pillar-1', { state: 'posting', nonce: 'n', since: 5 }],
    ]),
  );
});
