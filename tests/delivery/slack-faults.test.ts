// Slack misbehaves: the cards come right in the end, nobody is told a lie, nothing stands twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { app, channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { cardLateSentence } from '../../src/slack/sentences.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { copiesOf, openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const walk = walkIn(() => house.playground);
const { ines, noah, tomas } = peopleIds;
const { architecture, random } = channelIds;

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
});
afterEach(() => record.close());

async function onlyDecision(): Promise<string> {
  const [id, ...others] = await record.decisionIds();
  expect(others).toEqual([]);
  return id ?? '';
}

async function expectEverythingRight(): Promise<void> {
  await settled(record);
  expect(await record.discrepancies(house.playground, await onlyDecision())).toEqual([]);
  expect([...copiesOf(house.playground, architecture).values()].filter((copies) => copies > 1)).toEqual([]);
}

function toldOfDelay(person: string): readonly unknown[] {
  return house.playground.state.ephemerals(person).filter(({ text }) => text === cardLateSentence('first'));
}

describe.each([
  { name: 'a 500 before anything happens', fault: { kind: 'http', status: 500 }, times: 3 },
  { name: 'a 429', fault: { kind: 'rate_limited', seconds: 1 }, times: 3 },
  { name: 'a connection cut before anything happens', fault: { kind: 'reset_connection' }, times: 3 },
  { name: 'a connection cut after having posted', fault: { kind: 'reset_after_effect' }, times: 3 },
  { name: 'silence after having posted', fault: { kind: 'timeout_after_effect' }, times: 1 },
] as const)('when posting meets $name', ({ fault, times }) => {
  test('every card stands once and is right, and who started it was told once', async () => {
    house.playground.faults.add({ method: 'chat.postMessage', times, ...fault });
    await walk.type(ines, '/decide Order fulfilment');
    await walk.answer(noah, { '1a': 'no', '1b': 'never', '1c': 'low' });
    await walk.card('2 of 5');
    await expectEverythingRight();
    expect(toldOfDelay(ines)).toHaveLength(1);
    expect(toldOfDelay(noah)).toEqual([]);
  });
});

test('who answered the last question of a pillar is told when the next card is late, in the thread and once', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(ines, { '1a': 'no', '1b': 'never' });
  house.playground.faults.add({ method: 'chat.postMessage', kind: 'http', status: 500, times: 2 });
  await walk.click(noah, 'answer.1c.low');
  await walk.card('2 of 5');
  await expectEverythingRight();
  const [told, ...more] = house.playground.state.ephemerals(noah);
  expect([told?.text, told?.threadTs, more]).toEqual([cardLateSentence('next'), (await walk.root()).ts, []]);
  expect(house.playground.state.ephemerals(ines)).toEqual([]);
});

test('a start from a thread has no reply address: it is told in the thread, for that person alone', async () => {
  const { act, faults, state } = house.playground;
  faults.add({ method: 'chat.postMessage', kind: 'http', status: 500 });
  const talk = await act({ kind: 'message', user: ines, channel: architecture, text: 'How do we ship?' });
  const threadTs = talk.ok ? talk.ts : undefined;
  await act({ kind: 'message', user: ines, channel: architecture, threadTs, text: '@Downbeat decide Shipping' });
  await walk.card('1 of 5');
  await expectEverythingRight();
  expect(toldOfDelay(ines)).toHaveLength(1);
  expect(state.calls('chat.postEphemeral')).toHaveLength(1);
});

test('while replies fail as well, who started it is told as soon as they work again', async () => {
  const { clock, faults } = house.playground;
  const postsAgain = faults.add({ method: 'chat.postMessage', kind: 'http', status: 500, times: Infinity });
  faults.add({ method: 'response_url', kind: 'http', status: 500 });
  await walk.type(ines, '/decide Order fulfilment');
  await eventually('a failed reply', () => house.playground.state.calls('response_url').length > 0);
  expect(toldOfDelay(ines)).toEqual([]);
  clock.advance(61_000);
  await eventually('a reply', () => toldOfDelay(ines).length > 0);
  clock.advance(61_000);
  const tried = house.playground.state.calls('chat.postMessage').length;
  await eventually('one more try', () => house.playground.state.calls('chat.postMessage').length > tried);
  postsAgain();
  await walk.card('1 of 5');
  await expectEverythingRight();
  expect(toldOfDelay(ines)).toHaveLength(1);
});

test('a place that refuses in the end is told of after the delay was', async () => {
  house.playground.faults.add({ method: 'chat.postMessage', kind: 'http', status: 500 });
  await walk.type(ines, '/decide Order fulfilment');
  await eventually('the first sentence', () => toldOfDelay(ines).length > 0);
  house.playground.faults.archiveChannel(architecture);
  await eventually('the second', () => house.playground.state.ephemerals(ines).length > 1);
  expect(house.playground.state.ephemerals(ines)[1]?.text).toContain('archived');
});

describe.each([
  { name: 'message_not_found', code: 'message_not_found' },
  { name: 'edit_window_closed', code: 'edit_window_closed' },
  { name: 'cant_update_message', code: 'cant_update_message' },
])('when an edit is refused with $name', ({ code }) => {
  test('the card is posted anew and the older copy no longer acts', async () => {
    await walk.type(ines, '/decide Order fulfilment');
    const { ts } = await walk.card('1 of 5');
    await settled(record);
    const before = walk.cards().length;
    house.playground.faults.add({ method: 'response_url', kind: 'http', status: 404 });
    house.playground.faults.add({ method: 'chat.update', kind: 'error', code, match: (args) => args['ts'] === ts });
    await walk.click(ines, 'answer.1a.no');
    await eventually('a new copy', () => walk.cards().length > before);
    await settled(record);
    expect(await record.discrepancies(house.playground, await onlyDecision())).toEqual([]);
    const answersBefore = (await record.events(await onlyDecision())).length;
    const [older] = walk.cards().filter((card) => card.text.includes('1 of 5'));
    await walk.clickOn(noah, older?.ts ?? '', 'answer.1b.never');
    await eventually('a pointer', () =>
      house.playground.state.message(architecture, older?.ts ?? '')?.text.includes('older copy'),
    );
    expect(await record.events(await onlyDecision())).toHaveLength(answersBefore);
  });
});

test('without the right to read back, a post of unknown outcome is made again and the older copy turns into a pointer', async () => {
  house.playground.faults.revokeScopes('channels:history', 'groups:history', 'im:history');
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  house.playground.faults.add({ method: 'chat.postMessage', kind: 'reset_after_effect' });
  await walk.click(ines, 'skip.1');
  await eventually('two copies', () => walk.cards().filter((card) => card.text.includes('2 of 5')).length === 2);
  await settled(record);
  const [older] = walk.cards().filter((card) => card.text.includes('2 of 5'));
  await walk.clickOn(noah, older?.ts ?? '', 'answer.2a.event');
  await eventually('a pointer', () =>
    house.playground.state.message(architecture, older?.ts ?? '')?.text.includes('older copy'),
  );
  const answers = (await record.events(await onlyDecision())).filter((event) => event.type === 'QuestionAnswered');
  expect(answers).toEqual([]);
});

test('a socket cut in the middle loses no click that was acknowledged', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await walk.click(ines, 'answer.1a.no');
  house.playground.faults.cutSockets();
  await eventually('the socket is back', () => house.playground.state.calls('apps.connections.open').length >= 2);
  await walk.clickUntilTaken(ines, 'answer.1b.never');
  await walk.clickUntilTaken(ines, 'answer.1c.low');
  await walk.card('2 of 5');
  await expectEverythingRight();
});

test.each([
  { name: 'a channel without Downbeat', prepare: () => {}, channel: random, says: '/invite' },
  {
    name: 'an archived channel',
    prepare: () => house.playground.faults.archiveChannel(architecture),
    channel: architecture,
    says: 'archived',
  },
  {
    name: 'a read-only channel',
    prepare: () => house.playground.faults.setPostingRule(architecture, 'read-only'),
    channel: architecture,
    says: 'Only some people',
  },
  {
    name: 'a thread-only channel',
    prepare: () => house.playground.faults.setPostingRule(architecture, 'threads-only'),
    channel: architecture,
    says: 'only in threads',
  },
])('in $name the starter gets one sentence and nothing is left behind', async ({ prepare, channel, says }) => {
  prepare();
  await house.playground.act({ kind: 'command', user: ines, channel, text: '/decide Order fulfilment' });
  const told = await eventually('a private sentence', () => house.playground.state.ephemerals(ines)[0]);
  expect(told.text).toContain(says);
  await settled(record);
  expect((await record.decision(await onlyDecision())).status).toBe('withdrawn');
});

test('a 429 holds up the channel it was given for and no other', async () => {
  const { faults } = house.playground;
  const slow = faults.addChannel({ name: 'slow', kind: 'public', members: [ines, app.botUserId] });
  faults.add({
    method: 'chat.postMessage',
    kind: 'rate_limited',
    seconds: 600,
    match: ({ channel }) => channel === slow,
  });
  const waiting = walkIn(() => house.playground, slow);
  await waiting.type(ines, '/decide Refunds');
  await eventually('the 429', () => house.playground.state.calls('chat.postMessage').length === 1);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(noah, { '1a': 'no', '1b': 'never', '1c': 'low' });
  await walk.card('2 of 5');
  expect(waiting.cards()).toEqual([]);
});

test.each([
  {
    name: 'archived',
    refusal: 'is_archived',
    close: () => house.playground.faults.archiveChannel(architecture),
    open: () => house.playground.faults.archiveChannel(architecture, false),
  },
  {
    name: 'one Downbeat was taken out of',
    refusal: 'not_in_channel',
    close: () => house.playground.faults.removeApp(architecture),
    open: () => house.playground.act({ kind: 'invite', user: ines, channel: architecture, invitee: app.botUserId }),
  },
])(
  'a channel that is $name in the middle keeps what is recorded, and its cards come right as soon as it is back',
  async ({ refusal, close, open }) => {
    const { state } = house.playground;
    await walk.type(ines, '/decide Order fulfilment');
    await walk.card('1 of 5');
    await settled(record);
    // The clicked card is redrawn through the click; without that every card meets the closed channel.
    house.playground.faults.add({ method: 'response_url', kind: 'http', status: 404, times: 100 });
    close();
    await walk.click(ines, 'answer.1a.no');
    await walk.click(noah, 'skip.1');
    const refused = (method: string) => state.calls(method).filter(({ answer }) => answer['error'] === refusal);
    await eventually('a post that was refused', () => refused('chat.postMessage').length > 0);
    await eventually('an edit that was refused', () => refused('chat.update').length > 0);
    await open();
    await walk.card('2 of 5');
    await expectEverythingRight();
    expect(walk.cards().some(({ text }) => text.includes('1 of 5') && text.includes('skipped'))).toBe(true);
  },
);

test('people of another organisation are refused privately and nothing is recorded', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  house.playground.faults.shareExternally(architecture);
  await walk.click(tomas, 'answer.1a.no');
  const told = await eventually('a private sentence', () => house.playground.state.ephemerals(tomas)[0]);
  expect(told.text).toContain('Only people of the workspace');
  expect(told.threadTs).toBe((await walk.root()).ts);
  // That the channel is shared now is recorded, by Downbeat itself; of the guest's click nothing is.
  const events = await record.events(await onlyDecision());
  expect(events.filter((event) => event.by === tomas || event.type === 'QuestionAnswered')).toEqual([]);
});
