// Three decisions due for one owner: one message with three entries, each of which is answered on its own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { beginningAt, DAY_MS, mondayMorning } from '../../support/clock.ts';
import { useDownbeat } from '../../support/downbeat.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { room } from '../../support/rooms.ts';
import { settled } from '../../support/settled.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { acceptIn, allDecisions, decisionIn, directTo, recommendIn, untilReminded } from './accepted.ts';
import { submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
const { ines, noah } = peopleIds;
const titles = ['Order fulfilment', 'Refund on demand', 'Invoice run'];
let record: Record;
let walks: readonly Walk[];

beforeAll(async () => {
  record = await openRecord(house.redis.url);
  walks = titles.map(() => walkIn(() => house.playground, room(house.playground)));
  await Promise.all(walks.map((walk, index) => recommendIn(walk, ines, titles[index] ?? '')));
  for (const walk of walks) await acceptIn(house.playground, walk, ines);
  await settled(record);
}, 60_000);
afterAll(() => record.close());

const decisions = () => allDecisions(record);
const walkOf = (channel: string | undefined) => walkIn(() => house.playground, channel);
const direct = (person: string) => directTo(house.playground, person);

/** Where a decision stands in the digest, and the values its menu sends. */
async function entryOf(title: string) {
  const { decisionId, together } = await decisionIn(record, walkOf(walks[titles.indexOf(title)]?.channel));
  if (together === null) throw new Error(`${title} is in no digest`);
  const { lead, members } = together.digest;
  return { place: members.indexOf(decisionId), choice: (does: string) => `${does} reminder-1 ${decisionId} ${lead}` };
}

/** Chooses in the menu of one entry of the digest. */
async function chooseOn(title: string, does: string): Promise<void> {
  const { place, choice } = await entryOf(title);
  await (await direct(ines)).choose(ines, `not-now.${place}`, choice(does));
}

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

test('three looks of one morning are one message with three entries', async () => {
  const [first] = (await decisions()).toSorted((one, other) => (one.look?.nextAt ?? 0) - (other.look?.nextAt ?? 0));
  await untilReminded(house.playground, record, walkOf(first?.channel));
  const own = await direct(ines);
  const digest = await own.card('3 decisions are due for a look');
  for (const title of titles) expect(digest.text).toContain(title);
  await settled(record);
  expect(own.cards()).toHaveLength(1);
  expect((await decisions()).map(({ reminders }) => reminders)).toEqual([1, 1, 1]);
});

test('“Nothing has changed” on one of them touches that one alone', async () => {
  const own = await direct(ines);
  const [, refund = ''] = titles;
  await own.click(ines, `nothing-changed.${(await entryOf(refund)).place}`);
  const digest = await own.card('2 of 3 decisions still due for a look');
  expect(digest.text.split('\n').find((line) => line.startsWith(refund))).toContain('Nothing has changed: looked at');
  await settled(record);
  const looked = (await decisions()).filter(({ lastLook }) => lastLook?.outcome === 'unchanged');
  expect(looked).toHaveLength(1);
  expect(own.cards()).toHaveLength(1);
});

test('one that is put off to a day says so in its place and comes back on that day, alone', async () => {
  const own = await direct(ines);
  const order = walkOf(walks[0]?.channel);
  const day = dayOf(house.playground.clock.now() + 2 * DAY_MS);
  await chooseOn('Order fulfilment', 'month-or-day');
  await submitModal(house.playground, ines, { day: typed.date(day) });
  const digest = await own.card('1 of 3 decisions still due for a look');
  expect(digest.text).toContain('Order fulfilment: Put off to');
  await untilReminded(house.playground, record, order);
  expect(dayOf(house.playground.clock.now())).toBe(day);
  await own.card('Does Order fulfilment still hold?');
  await settled(record);
  expect(own.cards()).toHaveLength(2);
});

test('one that is handed over leaves the message and comes to its new owner', async () => {
  const own = await direct(ines);
  const invoice = walkOf(walks[2]?.channel);
  await chooseOn('Invoice run', 'hand-over');
  await submitModal(house.playground, ines, { 'new-owner': typed.user(noah) });
  const digest = await own.card('3 decisions were due for a look');
  expect(digest.text).toContain(`Invoice run: <@${noah}> looks after this decision now`);
  await untilReminded(house.playground, record, invoice);
  const asked = await (await direct(noah)).card('Does Invoice run still hold?');
  expect(asked.text).not.toContain('Order fulfilment');
  await settled(record);
  expect(own.cards()).toHaveLength(2);
});
