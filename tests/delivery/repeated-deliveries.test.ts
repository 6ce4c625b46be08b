// Slack delivers things more than once, and people click faster than networks: everything has one effect.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { fieldIds, shortcutIds, viewIds } from '../../src/slack/ids.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { copiesOf, openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const walk = walkIn(() => house.playground);
const { ines, noah, priya } = peopleIds;
const TEN_MINUTES = 10 * 60_000;

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

test('everything delivered three times, the last after ten minutes, has one effect', async () => {
  house.playground.faults.repeatDeliveries({ copies: 3, lastAfterMs: TEN_MINUTES });
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(ines, { '1a': 'no', '1b': 'never' });
  await walk.click(noah, 'skip.1');
  await walk.answer(noah, { '2a': 'event' });
  const id = await onlyDecision();
  await settled(record);
  const before = await record.events(id);
  house.playground.clock.advance(TEN_MINUTES + 1_000);
  await eventually('the last copies', () =>
    house.playground.state.deliveries().every((one) => one.attempts.length >= 3),
  );
  await settled(record);
  expect(await record.events(id)).toEqual(before);
  expect(before.map((event) => event.type)).toEqual([
    'DecisionStarted',
    'ThreadOpened',
    'QuestionAnswered',
    'QuestionAnswered',
    'PillarSkipped',
    'QuestionAnswered',
  ]);
  expect([...copiesOf(house.playground, channelIds.architecture).values()].every((copies) => copies === 1)).toBe(true);
  expect(await record.discrepancies(house.playground, id)).toEqual([]);
});

/** Everything there is to see and everything recorded, to compare before and after the last copies. */
async function everything(direct: string): Promise<unknown> {
  const ids = await record.decisionIds();
  const channels = [channelIds.architecture, direct];
  return {
    events: await Promise.all(ids.map((id) => record.events(id))),
    messages: channels.map((channel) => house.playground.state.messages(channel).map(({ ts, text }) => [ts, text])),
    told: [ines, noah].map((person) => house.playground.state.ephemerals(person).map(({ text }) => text)),
    modals: [ines, noah].map((person) => house.playground.state.modals(person).length),
  };
}

test('forms, shortcuts, questions and news of the channel have one effect as well', async () => {
  const { act, clock, faults, state } = house.playground;
  const channel = channelIds.architecture;
  faults.repeatDeliveries({ copies: 3, lastAfterMs: TEN_MINUTES });
  await walk.type(ines, '/decide');
  await (await openForm(house.playground, ines, viewIds.startDecision)).send({ [fieldIds.title]: 'Order fulfilment' });
  await walk.card('1 of 5');
  await walk.click(noah, 'note.1');
  await (await openForm(house.playground, noah, viewIds.addNote)).send({ [fieldIds.note]: 'See the wiki.' });
  const talk = await act({ kind: 'message', user: noah, channel, text: 'How do we ship?' });
  const ts = talk.ok ? (talk.ts ?? '') : '';
  await act({ kind: 'shortcut', user: noah, callbackId: shortcutIds.decideThis, channel, ts });
  await (await openForm(house.playground, noah, viewIds.startDecision)).send({});
  await walk.until('two decisions', async () => (await record.decisionIds()).length === 2);
  const threadTs = (await walk.root()).ts;
  const opened = await act({ kind: 'open_home', user: ines, tab: 'messages' });
  const direct = opened.ok ? (opened.channel ?? '') : '';
  const question = 'is compensation just a rollback?';
  await act({ kind: 'message', user: ines, channel, threadTs, text: `@Downbeat ${question}` });
  await act({ kind: 'message', user: ines, channel: direct, text: question });
  await eventually('an answer in each place', () =>
    [channel, direct].every((place) => state.messages(place).some(({ text }) => text.includes('[1]'))),
  );
  await settled(record);
  for (const archived of [true, false]) {
    faults.archiveChannel(channel, archived);
    await walk.until(`archived: ${archived}`, async () => {
      const decisions = await Promise.all((await record.decisionIds()).map((id) => record.decision(id)));
      return decisions.every(({ closed }) => (closed === 'archived') === archived);
    });
  }
  await settled(record);
  const before = await everything(direct);
  clock.advance(TEN_MINUTES + 1_000);
  await eventually('the last copies', () => state.deliveries().every((one) => one.attempts.length >= 3));
  await settled(record);
  expect(await everything(direct)).toEqual(before);
  const types = (await Promise.all((await record.decisionIds()).map((id) => record.events(id)))).flat();
  const counted = (type: string) => types.filter((event) => event.type === type).length;
  expect(['DecisionStarted', 'NoteAdded', 'PlaceChanged'].map(counted)).toEqual([2, 1, 4]);
  for (const place of [channel, direct])
    expect(state.messages(place).filter(({ text }) => text.includes('[1]'))).toHaveLength(1);
  expect([...copiesOf(house.playground, channel).values()].every((copies) => copies === 1)).toBe(true);
});

test('a mention delivered three times starts one decision and is answered once', async () => {
  house.playground.faults.repeatDeliveries({ copies: 3 });
  const talk = await house.playground.act({
    kind: 'message',
    user: ines,
    channel: channelIds.architecture,
    text: 'How do we ship?',
  });
  const threadTs = talk.ok ? talk.ts : undefined;
  await house.playground.act({
    kind: 'message',
    user: ines,
    channel: channelIds.architecture,
    threadTs,
    text: '@Downbeat decide Shipping',
  });
  await walk.card('Shipping');
  await house.playground.act({
    kind: 'message',
    user: ines,
    channel: channelIds.architecture,
    threadTs,
    text: '@Downbeat decide Shipping again',
  });
  await eventually('the link to the first', () => house.playground.state.ephemerals(ines).length > 0);
  await settled(record);
  expect(await record.decisionIds()).toHaveLength(1);
  expect(house.playground.state.ephemerals(ines)).toHaveLength(1);
  expect(house.playground.state.ephemerals(ines)[0]?.text).toContain('already has');
});

test('two clicks on one question by one person leave the later', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await Promise.all([walk.click(ines, 'answer.1b.never'), walk.click(ines, 'answer.1b.tolerable')]);
  const id = await onlyDecision();
  await settled(record);
  const answers = (await record.events(id)).flatMap((event) => (event.type === 'QuestionAnswered' ? [event] : []));
  expect(answers).toHaveLength(2);
  const later = answers.toSorted((a, b) => Number(a.actionTs) - Number(b.actionTs)).at(-1);
  expect((await record.decision(id)).questions['1b']?.standing?.option).toBe(later?.option);
  expect(await record.discrepancies(house.playground, id)).toEqual([]);
});

test('ten people clicking different answers at the same moment are all recorded', async () => {
  const others = Array.from({ length: 7 }, (_, index) =>
    house.playground.faults.addPerson({ name: `p${index}`, realName: `Person ${index}`, tz: 'Europe/Paris' }),
  );
  await walk.type(ines, '/decide Order fulfilment');
  const card = await walk.card('1 of 5');
  const options = ['1a.sync_all', '1a.sync_part', '1a.no', '1b.never', '1b.tolerable', '1b.detect', '1c.low', '1c.hot'];
  const clicks = [...options, '1a.unknown', '1b.unknown'].map((option) => `answer.${option}`);
  const people = [ines, noah, priya, ...others];
  await Promise.all(people.map((person, index) => walk.clickOn(person, card.ts, clicks[index] ?? '')));
  const id = await onlyDecision();
  await settled(record);
  const answers = (await record.events(id)).flatMap((event) => (event.type === 'QuestionAnswered' ? [event] : []));
  const said = answers.map(({ by, question, option }) => `${by} answer.${question}.${option}`);
  expect(said.toSorted()).toEqual(people.map((person, index) => `${person} ${clicks[index]}`).toSorted());
  expect(await record.discrepancies(house.playground, id)).toEqual([]);
});
