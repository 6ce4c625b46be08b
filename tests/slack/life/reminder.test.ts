// What becomes of a reminder: put off once, left unanswered until the channel is asked, taken over, stopped.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { beginningAt, mondayMorning } from '../../support/clock.ts';
import { useDownbeat } from '../../support/downbeat.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { settled } from '../../support/settled.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { acceptIn, decisionIn, directTo, recommendIn, untilReminded } from './accepted.ts';
import { submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
const { ines, noah } = peopleIds;
let record: Record;
let walk: Walk;
let own: Walk;

beforeAll(async () => {
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground);
  await recommendIn(walk, ines, 'Order fulfilment');
  await acceptIn(house.playground, walk, ines);
  own = await directTo(house.playground, ines);
  await settled(record);
}, 60_000);
afterAll(() => record.close());

const now = () => decisionIn(record, walk);
const reminded = () => untilReminded(house.playground, record, walk);
async function choose(does: string, actionId: string): Promise<void> {
  const { decisionId, reminders } = await now();
  await own.choose(ines, actionId, `${does} reminder-${reminders} ${decisionId}`);
}
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

test('put off for a week it comes back then, and the thread hears nothing', async () => {
  await reminded();
  await own.card('Does Order fulfilment still hold?');
  const asked = house.playground.clock.now();
  const before = walk.cards().length;
  await choose('week', 'snooze');
  await own.card('Put off to');
  expect(dayOf((await now()).look?.nextAt ?? 0)).toBe(dayOf(asked + 7 * 24 * 60 * 60_000));
  await reminded();
  expect(dayOf(house.playground.clock.now())).toBe(dayOf(asked + 7 * 24 * 60 * 60_000));
  await settled(record);
  expect(own.cards()).toHaveLength(2);
  expect(walk.cards()).toHaveLength(before);
});

test('put off to a day it comes back on that day', async () => {
  const friday = dayOf(house.playground.clock.now() + 10 * 24 * 60 * 60_000);
  await choose('day', 'snooze');
  await submitModal(house.playground, ines, { day: typed.date(friday) });
  await walk.until('put off', async () => dayOf((await now()).look?.nextAt ?? 0) === friday);
  await reminded();
  expect(dayOf(house.playground.clock.now())).toBe(friday);
});

test('unanswered it asks the owner, the thread, the owner, then the channel once, and goes quiet', async () => {
  await reminded();
  await own.card('Asked again: nobody has looked for 1 week.');
  await reminded();
  const inThread = await walk.card(`<@${ines}> has not looked yet`);
  expect(house.playground.state.message(walk.channel, inThread.ts)?.threadTs).toBeDefined();
  await reminded();
  await own.card('Asked again: nobody has looked for 3 weeks.');
  await reminded();
  const inChannel = await walk.card('Who cares about it?');
  expect(house.playground.state.message(walk.channel, inChannel.ts)?.threadTs).toBeUndefined();
  expect((await now()).look?.nextAt).toBeNull();
});

test('whoever takes it over then is the one who is asked, until they stop the reminders', async () => {
  await walk.click(noah, 'adopt');
  await walk.card(`<@${noah}> looks after this decision now`);
  await reminded();
  const theirs = await directTo(house.playground, noah);
  await theirs.card('Does Order fulfilment still hold?');
  const { decisionId, reminders } = await now();
  await theirs.choose(noah, 'more', `stop reminder-${reminders} ${decisionId}`);
  await theirs.card('The reminders are stopped.');
  expect((await now()).look).toBeNull();
});
