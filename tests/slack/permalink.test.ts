// Addresses of messages, in the form Slack gives them.
import { expect, it } from 'vitest';
import { permalink } from '../../src/slack/permalink.ts';

const shop = 'https://shop.slack.example/';

it('of a message in a channel is its time without the point', () => {
  expect(permalink(shop, { channel: 'C1', ts: '1700000000.000100' })).toBe(
    'https://shop.slack.example/archives/C1/p1700000000000100',
  );
});

it('of a reply names the thread, so that Slack opens it', () => {
  expect(permalink(shop, { channel: 'C1', ts: '1700000001.000200', threadTs: '1700000000.000100' })).toBe(
    'https://shop.slack.example/archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1',
  );
});

it('of the first message of a thread is that of a message', () => {
  const root = { channel: 'C1', ts: '1700000000.000100' };
  expect(permalink(shop, { ...root, threadTs: root.ts })).toBe(permalink(shop, root));
});

it('is the same whether or not the workspace’s address ends in a slash', () => {
  const message = { channel: 'C1', ts: '1700000000.000100' };
  expect(permalink('https://shop.slack.example', message)).toBe(permalink(shop, message));
});
