// People and places go: the owner's account is deactivated, the channel is archived, shared, or loses the app.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { app, channelIds, peopleIds } from '../../../playground/server/default-workspace.ts';
import { useDownbeat } from '../../support/downbeat.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { settled } from '../../support/settled.ts';
import { walkIn } from '../../support/walk.ts';

const house = useDownbeat();
const { ines, noah } = peopleIds;
let record: Record;
beforeAll(async () => {
  record = await openRecord(house.redis.url);
});
afterAll(() => record.close());

/** A decision just started, and a look at its record. */
async function started() {
  const walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('Order fulfilment');
  await settled(record);
  const [id = ''] = await record.decisionIds();
  return { walk, now: () => record.decision(id) };
}

test('once the owner’s account is deactivated the thread is asked who takes over, and whoever clicks does', async () => {
  const { walk, now } = await started();
  house.playground.faults.deactivateUser(ines);
  await walk.card('Who takes it over?');
  expect((await now()).ownerGone).toBe(true);
  await walk.click(noah, 'adopt');
  await walk.card(`<@${noah}> looks after this decision now`);
  expect(await now()).toMatchObject({ owner: noah, ownerGone: false });
});

test('somebody else’s account being deactivated changes nothing', async () => {
  const { walk, now } = await started();
  house.playground.faults.deactivateUser(noah);
  house.playground.faults.deactivateUser(ines);
  await walk.until('the owner is gone', async () => (await now()).ownerGone);
  expect((await now()).owner).toBe(ines);
  await walk.card('Who takes it over?');
  await settled(record);
  expect(walk.cards().filter(({ text }) => text.includes('Who takes it over?'))).toHaveLength(1);
});

test('a decision knows that its channel was archived, and that it was brought back', async () => {
  const { walk, now } = await started();
  house.playground.faults.archiveChannel(channelIds.architecture);
  await walk.until('archived', async () => (await now()).closed === 'archived');
  house.playground.faults.archiveChannel(channelIds.architecture, false);
  await walk.until('brought back', async () => (await now()).closed === null);
});

test('a channel that takes no message tells what the event would have told', async () => {
  const { walk, now } = await started();
  house.playground.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'is_archived' });
  await walk.click(ines, 'skip.1');
  await walk.until('archived', async () => (await now()).closed === 'archived');
  house.playground.faults.deactivateUser(ines);
  await walk.card('Who takes it over?');
  await walk.until('brought back', async () => (await now()).closed === null);
});

test('a card that a closed channel refused waits for the channel, and stands as soon as it is brought back', async () => {
  const { walk, now } = await started();
  const { playground } = house;
  playground.faults.removeApp(channelIds.architecture);
  await walk.until('taken out', async () => (await now()).closed === 'app-removed');
  const posts = () =>
    playground.state.calls('chat.postMessage').filter(({ args }) => args['channel'] === channelIds.architecture);
  const before = posts().length;
  playground.faults.deactivateUser(ines);
  await walk.until('refused', async () => posts().length > before);
  await walk.until('owed', async () => (await record.owed()).some((effect) => effect.startsWith('card.adoption')));
  await playground.act({ kind: 'invite', user: noah, channel: channelIds.architecture, invitee: app.botUserId });
  await walk.card('Who takes it over?');
  expect(posts()).toHaveLength(before + 2);
});

test('a decision knows that the app was taken out of its channel and brought back, but not when it is anybody else', async () => {
  const { walk, now } = await started();
  const { playground } = house;
  playground.faults.removeFromChannel(channelIds.architecture, noah);
  playground.faults.removeApp(channelIds.architecture);
  await walk.until('taken out', async () => (await now()).closed === 'app-removed');
  await playground.act({ kind: 'invite', user: ines, channel: channelIds.architecture, invitee: app.botUserId });
  await walk.until('back again', async () => (await now()).closed === null);
});

test('a decision knows that its channel was shared with another organisation, and that it no longer is', async () => {
  const { walk, now } = await started();
  house.playground.faults.shareExternally(channelIds.architecture);
  await walk.until('shared', async () => (await now()).shared);
  house.playground.faults.unshare(channelIds.architecture);
  await walk.until('no longer shared', async () => !(await now()).shared);
});
