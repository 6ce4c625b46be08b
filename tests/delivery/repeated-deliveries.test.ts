// Slack delivers things more than once, and people click faster than networks: everything has one effect.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
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

test('three people clicking different answers at the same moment are all recorded', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await Promise.all(
    [ines, noah, priya].flatMap((person) => [
      walk.click(person, 'answer.1a.no'),
      walk.click(person, 'answer.1b.detect'),
      walk.click(person, 'answer.1c.low'),
    ]),
  );
  const id = await onlyDecision();
  await settled(record);
  const answers = (await record.events(id)).flatMap((event) => (event.type === 'QuestionAnswered' ? [event] : []));
  expect(new Set(answers.map(({ by, question }) => `${by} ${question}`)).size).toBe(9);
  expect(await record.discrepancies(house.playground, id)).toEqual([]);
});
