// Who sees what: what one person asks for stays with that person, what a decision says stands in its thread, what is due
// goes to whom it is due (peers.md §1: an ephemeral flag that was ignored made private answers public).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { acceptIn, directTo, recommendIn } from '../slack/life/accepted.ts';
import { beginningAt, DAY_MS, mondayMorning } from '../support/clock.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
const { ines, noah, priya } = peopleIds;
let record: Record;
beforeAll(async () => {
  record = await openRecord(house.redis.url);
});
afterAll(() => record.close());

/** How many sentences each person was told alone in a channel. */
const toldAlone = (channel: string) =>
  [ines, noah, priya].map(
    (person) => house.playground.state.ephemerals(person).filter((message) => message.channel === channel).length,
  );

test.each(['help', 'list', 'mine', 'status', 'search refund', '42'])(
  '“/decide %s” is answered to whoever typed it, and to nobody else',
  async (typed) => {
    const walk = walkIn(() => house.playground, room(house.playground));
    await walk.type(noah, `/decide ${typed}`);
    await eventually('an answer', () => toldAlone(walk.channel).some((count) => count > 0));
    expect(toldAlone(walk.channel)).toEqual([0, 1, 0]);
    expect(walk.cards()).toEqual([]);
  },
);

test('a click that is refused is told to whoever clicked; what was decided stands for all; what is due comes to its owner', async () => {
  const walk = walkIn(() => house.playground, room(house.playground));
  await recommendIn(walk, ines, 'Order fulfilment');
  await walk.click(noah, 'accept');
  await eventually('a refusal', () => toldAlone(walk.channel).some((count) => count > 0));
  expect(toldAlone(walk.channel)).toEqual([0, 1, 0]);
  await acceptIn(house.playground, walk, ines);
  await settled(record);
  const said = walk.cards().length;
  house.playground.clock.advance(9 * DAY_MS);
  await (await directTo(house.playground, ines)).card('still hold');
  await settled(record);
  expect(walk.cards()).toHaveLength(said);
  for (const other of [noah, priya]) expect((await directTo(house.playground, other)).cards()).toEqual([]);
});
