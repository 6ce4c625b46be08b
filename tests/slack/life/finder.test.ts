// An answer nobody knows: somebody finds it out, is reminded once, and answers right there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { waitsOf } from '../../../src/domain/decision/waits.ts';
import { DAY_MS } from '../../support/clock.ts';
import { eventually, useDownbeat } from '../../support/downbeat.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { room } from '../../support/rooms.ts';
import { settled } from '../../support/settled.ts';
import { walkIn } from '../../support/walk.ts';
import { decisionIn, directTo } from './accepted.ts';
import { submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true });
const { ines, noah, priya } = peopleIds;
let record: Record;
beforeAll(async () => {
  record = await openRecord(house.redis.url);
});
afterAll(() => record.close());

test('whoever promised an answer is asked for it once, alone, and their click records it', async () => {
  const { playground } = house;
  const walk = walkIn(() => playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.click(ines, 'answer.1a.unknown');
  await walk.click(ines, 'find.1a');
  const day = new Date(playground.clock.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  await submitModal(playground, ines, { finder: typed.user(noah), day: typed.date(day) });
  await walk.card(`<@${noah}> finds it out by`);
  const opened = await playground.act({ kind: 'open_home', user: noah, tab: 'messages' });
  const direct = walkIn(() => playground, opened.ok && 'channel' in opened ? opened.channel : '');
  expect(direct.cards()).toHaveLength(0);
  playground.clock.advance(8 * DAY_MS);
  await direct.card('Do you know it by now?');
  await settled(record);
  playground.clock.advance(30 * DAY_MS);
  await direct.click(noah, 'answer.1a.no');
  await direct.card('Thank you');
  await settled(record);
  expect(direct.cards()).toHaveLength(1);
  const [id = ''] = await record.decisionIds();
  expect((await record.decision(id)).questions['1a']?.standing).toMatchObject({ option: 'no', person: noah });
});

test('where their account is gone, the question and the owner’s Home ask who else can, and that one is asked', async () => {
  const { playground } = house;
  const walk = walkIn(() => playground, room(playground));
  const name = async (person: string) => {
    await walk.click(ines, 'find.1a');
    const day = new Date(playground.clock.now() + 3 * DAY_MS).toISOString().slice(0, 10);
    await submitModal(playground, ines, { finder: typed.user(person), day: typed.date(day) });
    await walk.card(`<@${person}> finds it out by`);
  };
  await walk.type(ines, '/decide Stock count');
  await walk.click(ines, 'answer.1a.unknown');
  await name(noah);
  playground.faults.deactivateUser(noah, true);
  playground.clock.advance(8 * DAY_MS);
  await walk.card(`<@${noah}> wanted to find it out and is no longer here. Who else can?`);
  await walk.until('the owner is asked for another', async () =>
    waitsOf(await decisionIn(record, walk)).some(({ person, why }) => person === ines && why === 'name-finder'),
  );
  await settled(record);
  await name(priya);
  playground.clock.advance(8 * DAY_MS);
  await (await directTo(playground, priya)).card('Do you know it by now?');
});

test('only somebody in the channel is asked: the message to them alone names the decision', async () => {
  const { playground } = house;
  const walk = walkIn(() => playground, room(playground));
  // Who is where is remembered for a minute.
  playground.clock.advance(120_000);
  await walk.type(ines, '/decide Payroll');
  await walk.click(ines, 'answer.1a.unknown');
  playground.faults.removeFromChannel(walk.channel, priya);
  await walk.click(ines, 'find.1a');
  const day = typed.date(new Date(playground.clock.now() + 3 * DAY_MS).toISOString().slice(0, 10));
  await submitModal(playground, ines, { finder: typed.user(priya), day });
  const told = await eventually(
    'a word beside the field',
    () => playground.state.modals(ines).at(-1)?.errors?.['finder'],
  );
  expect(told).toContain('They are not in this channel');
  expect((await decisionIn(record, walk)).finders).toEqual({});
  await submitModal(playground, ines, { finder: typed.user(ines), day });
  await walk.card(`<@${ines}> finds it out by`);
});
