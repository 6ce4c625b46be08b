// Without a mention: clear questions in a decision's thread are answered, human talk is left alone; and what is
// suggested to whoever opens Downbeat's messages.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';
import { conversationIn, wordsOf } from './conversation.ts';

const house = useDownbeat({ shared: true });
const walk = walkIn(() => house.playground);
const talk = conversationIn(
  () => house.playground,
  () => channelIds.architecture,
);
const { ines, noah, priya } = peopleIds;

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
});
afterEach(() => record.close());

test('a clear question in a decision’s thread is answered once; talk, other threads, bots and people’s own questions are not', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await settled(record);
  const { ts: root } = await walk.root();
  const elsewhere = await talk.say(noah, 'Lunch');
  for (const text of [
    'I think a saga is fine',
    'Who is at the office tomorrow?',
    '@Noah is compensation just a rollback?',
  ])
    await talk.say(priya, text, root);
  await talk.say(noah, 'is compensation just a rollback?', elsewhere);
  for (const text of ['is a saga a transaction?', '@Downbeat what is an idempotent receiver?'])
    house.playground.faults.sayAsBot({ channel: talk.channel, text, threadTs: root });
  await talk.say(noah, 'is compensation just a rollback?', root);
  await talk.say(noah, '@Downbeat what is an outbox?', root);
  await eventually('two answers', () => talk.replies(root).length === 2);
  await settled(record);
  expect(talk.replies(root)).toHaveLength(2);
  expect(wordsOf(talk.replies(root)[0])).toContain('compensation is not a rollback');
  expect(wordsOf(talk.replies(root)[1])).toContain('outbox');
  expect(talk.replies(elsewhere)).toEqual([]);
});

test('questions are suggested once to whoever opens the messages', async () => {
  for (let visit = 0; visit < 2; visit += 1)
    await house.playground.act({ kind: 'open_home', user: ines, tab: 'messages' });
  await eventually('prompts', () => house.playground.state.calls('assistant.threads.setSuggestedPrompts').length > 0);
  await settled(record);
  const calls = house.playground.state.calls('assistant.threads.setSuggestedPrompts');
  expect(calls.map(({ answer }) => answer['ok'])).toEqual([true]);
});
