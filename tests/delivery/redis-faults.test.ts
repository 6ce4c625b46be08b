// Redis dies, sleeps or is full: a person is told what is true, and what was acknowledged is kept.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat({}, { appendOnly: true });
const walk = walkIn(() => house.playground);
const { ines, noah } = peopleIds;

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await settled(record);
});
afterEach(() => record.close());

async function answersRecorded(): Promise<readonly string[]> {
  const [id = ''] = await record.decisionIds();
  return (await record.events(id)).flatMap((event) =>
    event.type === 'QuestionAnswered' ? [`${event.question}=${event.option}`] : [],
  );
}

async function expectRight(): Promise<void> {
  await settled(record);
  const [id = ''] = await record.decisionIds();
  expect(await record.discrepancies(house.playground, id)).toEqual([]);
}

test('while Redis is gone a click is told to be not recorded, and works again once it is back', async () => {
  await house.redis.kill();
  await walk.click(ines, 'answer.1a.no');
  const told = await eventually('a private sentence', () => house.playground.state.ephemerals(ines)[0]);
  expect(told.text).toMatch(/not recorded|may not be recorded/);
  await house.redis.restart();
  record.close();
  record = await openRecord(house.redis.url);
  await walk.clickUntilSaid(noah, 'answer.1b.never', async () => (await answersRecorded()).includes('1b=never'));
  expect(await answersRecorded()).toContain('1b=never');
  await expectRight();
});

test('while Redis sleeps for five seconds nobody is told that a click was recorded when it may not be', async () => {
  const awake = house.redis.pause(5_000);
  await walk.click(ines, 'answer.1a.no');
  const told = await eventually('a private sentence', () => house.playground.state.ephemerals(ines)[0]);
  expect(told.text).toContain('may not be recorded');
  await awake;
  await walk.click(ines, 'answer.1a.no');
  await walk.click(ines, 'answer.1b.never');
  await walk.until('both answers', async () => (await answersRecorded()).includes('1b=never'));
  expect((await answersRecorded()).filter((answer) => answer === '1a=no')).toHaveLength(1);
  await expectRight();
});

test('while Redis is out of memory a click is refused with words, and the card keeps showing what is recorded', async () => {
  await house.redis.fillMemory();
  await walk.click(ines, 'answer.1a.no');
  const told = await eventually('a private sentence', () => house.playground.state.ephemerals(ines)[0]);
  expect(told.text).toContain('That was not recorded: the store takes nothing new');
  await house.redis.freeMemory();
  expect(await answersRecorded()).toEqual([]);
  await walk.click(ines, 'answer.1a.no');
  await walk.until('the answer', async () => (await answersRecorded()).length === 1);
  await expectRight();
});

test('a channel that was archived while Redis was gone is known to be once the event comes again', async () => {
  const { clock, faults, state } = house.playground;
  const sent = () => state.deliveries().find(({ body }) => JSON.stringify(body).includes('channel_archive'));
  await house.redis.kill();
  faults.archiveChannel(channelIds.architecture);
  await eventually('two attempts in vain', () => (sent()?.attempts.length ?? 0) >= 2);
  expect(sent()?.attempts.some(({ acked }) => acked)).toBe(false);
  await house.redis.restart();
  record.close();
  record = await openRecord(house.redis.url);
  await walk.until('the app has Redis again', async () => (await fetch(`${house.appUrl}/readyz`)).ok);
  clock.advance(60_000);
  const [id = ''] = await record.decisionIds();
  await walk.until('the event was heard', async () => (await record.decision(id)).closed === 'archived');
});

test('what was acknowledged outlives the death of Redis', async () => {
  await walk.click(ines, 'answer.1a.no');
  await walk.click(noah, 'answer.1b.never');
  await walk.until('both answers', async () => (await answersRecorded()).length === 2);
  await house.redis.restart();
  record.close();
  record = await openRecord(house.redis.url);
  expect(await answersRecorded()).toEqual(['1a=no', '1b=never']);
  await walk.clickUntilSaid(ines, 'answer.1c.low', async () => (await answersRecorded()).includes('1c=low'));
  await walk.card('2 of 5');
  await expectRight();
});
