// A reminder that reaches nobody: the owner's account went while nobody told Downbeat, so the thread is asked instead.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { beginningAt, mondayMorning } from '../../support/clock.ts';
import { useDownbeat } from '../../support/downbeat.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { room } from '../../support/rooms.ts';
import { settled } from '../../support/settled.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { acceptIn, decisionIn, directTo, recommendIn, untilReminded } from './accepted.ts';

const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
const { ines, noah, priya } = peopleIds;
let record: Record;
let ofInes: Walk;
let ofPriya: Walk;

beforeAll(async () => {
  record = await openRecord(house.redis.url);
  ofInes = walkIn(() => house.playground, room(house.playground));
  ofPriya = walkIn(() => house.playground, room(house.playground));
  await Promise.all([recommendIn(ofInes, ines, 'Order fulfilment'), recommendIn(ofPriya, priya, 'Invoice run')]);
  await acceptIn(house.playground, ofInes, ines);
  await acceptIn(house.playground, ofPriya, priya);
  await settled(record);
}, 60_000);
afterAll(() => record.close());

test('where Slack refuses the message, the thread is asked who takes over', async () => {
  const isForPriya = (args: globalThis.Record<string, unknown>) => args['channel'] === priya;
  house.playground.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'user_disabled', match: isForPriya });
  await untilReminded(house.playground, record, ofPriya);
  await ofPriya.card('Who takes it over?');
  expect(await decisionIn(record, ofPriya)).toMatchObject({ ownerGone: true, reminders: 1 });
});

test('where Slack would take the message though the account is gone, nothing is sent and the thread is asked', async () => {
  house.playground.faults.deactivateUser(ines, true);
  await untilReminded(house.playground, record, ofInes);
  await ofInes.card('Who takes it over?');
  await settled(record);
  expect(await decisionIn(record, ofInes)).toMatchObject({ ownerGone: true, reminders: 1 });
  const sent = house.playground.state.calls('chat.postMessage').filter(({ args }) => args['channel'] === ines);
  expect(sent).toEqual([]);
});

test('whoever takes over is asked about the look that reached nobody', async () => {
  await ofInes.click(noah, 'adopt');
  await ofInes.card(`<@${noah}> looks after this decision now`);
  await untilReminded(house.playground, record, ofInes);
  await (await directTo(house.playground, noah)).card('Does Order fulfilment still hold?');
  expect(await decisionIn(record, ofInes)).toMatchObject({ owner: noah, ownerGone: false, look: { occurrence: 1 } });
});
