// Steps are drawn again at reassessment, with what changed since the acceptance said and marked.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { submitModal, typed } from '../slack/life/modals.ts';
import { orchestrated } from '../slack/life/orchestrated.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const walk = walkIn(() => house.playground);
const { ines, noah } = peopleIds;

const accepted = `Orders: accept order / undo: cancel order
Payments: authorise card / undo: release authorisation
Shipping: ship parcel
Mail: send confirmation / optional`;
const edited = `Orders: accept order / undo: cancel order
Payments: authorise card / undo: release authorisation / deadline: 2 days
Shipping: ship parcel
Reports: count the sale / optional`;

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
});
afterEach(() => record.close());

const messagesWith = (words: string) =>
  house.playground.state.messages(channelIds.architecture).filter(({ text }) => text.includes(words));

async function giveSteps(steps: string): Promise<void> {
  await walk.click(ines, 'steps');
  expect(await (await openForm(house.playground, ines, 'steps')).send({ steps })).toEqual({});
}

test('steps edited after the acceptance are drawn with what changed, said in words', async () => {
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await giveSteps(accepted);
  await walk.card('Counted on the steps');
  await walk.answer(ines, orchestrated);
  await walk.card('The owner can accept it');
  await walk.click(ines, 'draw.light');
  await eventually('two drawings', () => messagesWith(' · Choreographed').length === 1);
  expect(messagesWith('Since it was accepted')).toEqual([]);
  await settled(record);
  await walk.click(ines, 'accept');
  await submitModal(house.playground, ines, { considered: typed.ticked('considered') });
  const [id = ''] = await record.decisionIds();
  await walk.until('accepted', async () => (await record.decision(id)).status === 'accepted');

  await giveSteps(edited);
  await walk.card('1 deadline');
  await settled(record);
  await walk.click(noah, 'draw.light');
  await eventually('both drawn again', () => messagesWith('Since it was accepted').length === 2);
  const [first, second] = messagesWith('Since it was accepted');
  for (const text of [first?.text, second?.text]) {
    expect(text).toContain('Added: “count the sale” (Reports).');
    expect(text).toContain('Removed: “send confirmation” (Mail).');
    expect(text).toContain('Changed: “authorise card” (Payments): its deadline.');
    expect(text).toContain('What has to follow: ');
  }
  expect(first?.text).toContain('the coordinator');
}, 60_000);

test('steps written to Downbeat alone are answered with where they belong', async () => {
  const opened = await house.playground.act({ kind: 'open_home', user: noah, tab: 'messages' });
  const channel = opened.ok && 'channel' in opened ? (opened.channel ?? '') : '';
  await house.playground.act({ kind: 'message', user: noah, channel, text: `steps\n${accepted}` });
  await eventually('where steps are given', () =>
    house.playground.state.ephemerals(noah).some(({ text }) => text.includes('Steps belong to a decision')),
  );
}, 60_000);
