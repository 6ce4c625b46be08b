// Steps are drawn again at reassessment, with what changed since the acceptance said and marked.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { submitModal, typed } from '../slack/life/modals.ts';
import { beginningAt, DAY_MS, mondayMorning } from '../support/clock.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { type Drawn, drawnIn } from '../support/drawn.ts';
import { openForm } from '../support/form.ts';
import { orchestrated } from '../support/order-fulfilment.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat({ now: beginningAt(mondayMorning) });
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

/** What was drawn with a word about what changed, once there are so many messages of it. */
async function drawnAgain(count: number): Promise<readonly Drawn[]> {
  let again: readonly Drawn[] = [];
  await walk.until(`${count} drawings again`, async () => {
    const { ts } = await walk.root();
    const all = await drawnIn(house.playground, { channel: channelIds.architecture, ts });
    again = all.filter(({ text }) => text.includes('Since it was accepted'));
    return again.length >= count;
  });
  await settled(record);
  return again;
}

/** Keeps pictures to look at where somebody wants to: `SCREENSHOTS` names a folder. */
async function keep(drawn: readonly Drawn[]): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const [place, { files }] of drawn.entries())
    for (const { name, bytes } of files) await writeFile(join(folder, `again-${place + 1}-${name}`), await bytes());
}

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
  const [first, second] = await drawnAgain(2);
  for (const text of [first?.text, second?.text]) {
    expect(text).toContain('Added: “count the sale” (Reports).');
    expect(text).toContain('Removed: “send confirmation” (Mail).');
    expect(text).toContain('Changed: “authorise card” (Payments): its deadline.');
    expect(text).toContain('What has to follow: ');
  }
  expect(first?.text).toContain('the coordinator');
  expect(first?.files[0]?.alt).toContain('New: 4. Changed: 2. Removed, struck through: “send confirmation” (Mail).');

  house.playground.clock.advance(9 * DAY_MS);
  const opened = await house.playground.act({ kind: 'open_home', user: ines, tab: 'messages' });
  const direct = walkIn(() => house.playground, opened.ok && 'channel' in opened ? opened.channel : '');
  await direct.card('still hold');
  await settled(record);
  await direct.click(ines, 'look.0');
  expect(await (await openForm(house.playground, ines, 'look')).send({ 'ask-again': ['3a'] })).toEqual({});
  const round = await walk.card('Only these questions are asked again');
  expect(round.text).toContain('The steps have changed since it was accepted.');
  await settled(record);
  await walk.clickOn(noah, round.ts, 'draw.light');
  await drawnAgain(4);
  await walk.click(noah, 'draw.dark');
  const inRound = (await drawnAgain(6)).slice(2);
  for (const { files } of inRound)
    expect(files[0]?.alt).toContain('Removed, struck through: “send confirmation” (Mail).');
  await keep(inRound);

  await giveSteps(accepted);
  await walk.until('the round without a change of steps', async () => {
    const card = walk.cards().find(({ ts }) => ts === round.ts);
    return card !== undefined && !card.text.includes('The steps have changed');
  });
}, 150_000);

test('steps written to Downbeat alone are answered with where they belong', async () => {
  const opened = await house.playground.act({ kind: 'open_home', user: noah, tab: 'messages' });
  const channel = opened.ok && 'channel' in opened ? (opened.channel ?? '') : '';
  await house.playground.act({ kind: 'message', user: noah, channel, text: `steps\n${accepted}` });
  await eventually('where steps are given', () =>
    house.playground.state.ephemerals(noah).some(({ text }) => text.includes('Steps belong to a decision')),
  );
}, 120_000);
