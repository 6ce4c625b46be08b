// Answers that arrive claim by claim: streamed where the workspace has streams; whatever Slack does to one, every claim
// stands once in the end, with its sources.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import type { Fault } from '../../playground/server/faults.ts';
import type { StoredMessage } from '../../playground/server/model.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { askedAnew, conversationIn, newcomer, whatAnew } from './conversation.ts';
import { honest, useModelServer } from './model-server.ts';

const model = useModelServer({ deadlineMs: 8_000 });
const house = useDownbeat({ shared: true, model: model.settings });
let channel = '';
let person = '';
let record: Record;
let tests = 0;
const talk = conversationIn(
  () => house.playground,
  () => channel,
);

beforeEach(async () => {
  channel = room(house.playground);
  // Past the time in which a workspace that refused a stream is left alone.
  house.playground.clock.advance(11 * 60_000);
  tests += 1;
  person = newcomer(house.playground, channel, `asker-${tests}`);
  record = await openRecord(house.redis.url);
  // Nearly two seconds from the first claim to the end: time for one more piece on the way.
  model.says(honest, { chunkSize: 20, latency: 52 });
});
afterEach(() => {
  house.playground.faults.clear();
  house.playground.faults.grantScopes('channels:history');
  record.close();
});

const ask = () => talk.ask(record, { user: person, text: `@Downbeat ${askedAnew(tests)}` });

/** Calls about this test's channel. */
function calls(method: string) {
  return house.playground.state.calls(method).filter(({ args }) => args['channel'] === channel);
}

function expectWhole(message: StoredMessage | undefined): void {
  const shown = JSON.stringify(message?.blocks);
  for (const { text } of honest) expect(shown.split(`${text}\u00a0[1]`), text).toHaveLength(2);
  expect(shown.split('A model wrote this')).toHaveLength(2);
  expect(shown.split('feedback_buttons')).toHaveLength(2);
  expect(shown.split(', checked ')).toHaveLength(2);
  expect(shown).not.toContain('Still reading');
  expect(message?.stream).toBeUndefined();
}

test('an answer is streamed: begun with its first claim, closed with its sources, never edited', async () => {
  const answers = await ask();
  expect(answers).toHaveLength(1);
  expectWhole(answers[0]);
  expect(calls('chat.startStream')).toHaveLength(1);
  expect(calls('chat.stopStream')).toHaveLength(1);
  expect(calls('chat.startStream')[0]?.args).toMatchObject({ recipient_user_id: person });
  expect(calls('chat.update')).toEqual([]);
  expect(calls('chat.postMessage')).toEqual([]);
});

test('in a direct message as well, where nobody has to be named', async () => {
  const opened = await house.playground.act({ kind: 'open_home', user: peopleIds.ines, tab: 'messages' });
  channel = opened.ok ? (opened.channel ?? '') : '';
  const asked = await talk.say(peopleIds.ines, askedAnew(tests));
  await eventually('a stream', () => talk.replies(asked).length > 0);
  await settled(record);
  expect(talk.replies(asked)).toHaveLength(1);
  expectWhole(talk.replies(asked)[0]);
  expect(calls('chat.startStream')).toHaveLength(1);
});

test('an answer that is there at once is one post', async () => {
  model.says(honest, { chunkSize: 4_000 });
  const answers = await ask();
  expect(answers).toHaveLength(1);
  expect(calls('chat.startStream')).toEqual([]);
  expect(calls('chat.postMessage')).toHaveLength(1);
});

const faults: readonly (readonly [string, Fault])[] = [
  ['a workspace without streams', { method: 'chat.startStream', kind: 'error', code: 'unknown_method' }],
  ['a recipient Slack misses', { method: 'chat.startStream', kind: 'error', code: 'missing_recipient_user_id' }],
  ['a start that comes too fast', { method: 'chat.startStream', kind: 'rate_limited', seconds: 1 }],
  ['a start that never reaches Slack', { method: 'chat.startStream', kind: 'reset_connection' }],
  ['a start whose answer is lost', { method: 'chat.startStream', kind: 'reset_after_effect' }],
  ['a sealed stream', { method: 'chat.appendStream', kind: 'error', code: 'message_not_in_streaming_state' }],
  ['a stream that is full', { method: 'chat.appendStream', kind: 'error', code: 'msg_too_long' }],
  ['a stream somebody stopped', { method: 'chat.appendStream', kind: 'error', code: 'stopped_by_user' }],
  ['a piece that comes too fast', { method: 'chat.appendStream', kind: 'rate_limited', seconds: 1 }],
  ['a piece that never reaches Slack', { method: 'chat.appendStream', kind: 'reset_connection' }],
  ['a piece whose answer is lost', { method: 'chat.appendStream', kind: 'reset_after_effect' }],
  ['a close that is refused', { method: 'chat.stopStream', kind: 'error', code: 'messaging_processing_failed' }],
  ['a close on a sealed stream', { method: 'chat.stopStream', kind: 'error', code: 'message_not_in_streaming_state' }],
  ['a close that never reaches Slack', { method: 'chat.stopStream', kind: 'reset_connection' }],
  ['a close whose answer is lost', { method: 'chat.stopStream', kind: 'reset_after_effect' }],
  ['a close that finds Slack down', { method: 'chat.stopStream', kind: 'http', status: 503 }],
];

describe('every claim stands once after', () => {
  test.each(faults)('%s', async (_, fault) => {
    house.playground.faults.add(fault);
    const answers = await ask();
    expect(answers).toHaveLength(1);
    expectWhole(answers[0]);
    expect(calls(fault.method)).not.toEqual([]);
  });

  test('Slack’s own five minutes', async () => {
    const asked = await talk.say(person, `@Downbeat ${askedAnew(tests)}`);
    await eventually('a stream', () => talk.replies(asked).length > 0);
    house.playground.clock.advance(6 * 60_000);
    await settled(record);
    expect(talk.replies(asked)).toHaveLength(1);
    expectWhole(talk.replies(asked)[0]);
  });
});

test('an answer somebody stops keeps what was shown, with its sources, and gets no more', async () => {
  model.says(honest, { chunkSize: 20, latency: 210 });
  const asked = await talk.say(person, `@Downbeat ${askedAnew(tests)}`);
  await eventually('a claim', () => talk.replies(asked).length > 0);
  await house.playground.act({ kind: 'stop_agent', user: person, channel, threadTs: asked });
  await eventually('an end', () => JSON.stringify(talk.replies(asked)).includes('feedback_buttons'));
  await settled(record);
  const shown = JSON.stringify(talk.replies(asked).map(({ blocks }) => blocks));
  expect(talk.replies(asked)).toHaveLength(1);
  expect(shown).toContain(honest[0]?.text);
  expect(shown).not.toContain(honest[2]?.text);
  expect(shown.split(', checked ')).toHaveLength(2);
  expect(house.playground.state.ephemerals(person).map(({ text }) => text)).toEqual([
    expect.stringContaining('I stopped'),
  ]);
});

test('where the app may not look, a lost start leaves a beginning behind, and the whole answer stands once', async () => {
  house.playground.faults.revokeScopes('channels:history');
  house.playground.faults.add({ method: 'chat.startStream', kind: 'reset_after_effect' });
  const answers = await ask();
  expect(answers).toHaveLength(2);
  expectWhole(answers[1]);
  expect(JSON.stringify(answers[0]?.blocks)).not.toContain('feedback_buttons');
});

test('a workspace that refused a stream is not asked at every answer', async () => {
  house.playground.faults.add({ method: 'chat.startStream', kind: 'error', code: 'unknown_method', times: 5 });
  await ask();
  model.says(honest, { chunkSize: 20, latency: 52 });
  const text = `@Downbeat ${whatAnew(tests)}`;
  expectWhole((await talk.ask(record, { user: person, text }))[0]);
  expect(calls('chat.startStream')).toHaveLength(1);
});
