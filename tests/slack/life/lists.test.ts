// Lists, search and Home show a person the decisions of channels they are in, and no others.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { app, channelIds, peopleIds } from '../../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../../support/downbeat.ts';
import { openForm } from '../../support/form.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { settled } from '../../support/settled.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { modalOf, submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true });
const { ines, noah, priya } = peopleIds;
let record: Record;
let walk: Walk;
let secret = '';

beforeAll(async () => {
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground);
  secret = house.playground.faults.addChannel({
    name: 'merger',
    kind: 'private',
    members: [ines, app.botUserId],
  });
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(noah, orchestrated);
  await walk.card('Orchestrate');
  await walk.type(noah, '/decide Refund on demand');
  const hidden = walkIn(() => house.playground, secret);
  await hidden.type(ines, '/decide Refund of the merger');
  await hidden.card('Refund of the merger');
  await settled(record);
});
afterAll(() => record.close());

/** The newest thing only this person sees, once it says so. */
const told = (person: string, words: string) =>
  eventually(`${person} being told “${words}”`, () =>
    house.playground.state.ephemerals(person).findLast(({ text }) => text.includes(words)),
  );

const homeSchema = z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string() })) });

/** Presses a button of a person's Home tab. */
async function pressOnHome(user: string, actionId: string): Promise<void> {
  const home = await eventually('a Home tab', () => house.playground.state.home(user));
  const row = homeSchema.parse(home.view).blocks.find(({ type }) => type === 'actions');
  await house.playground.act({
    kind: 'block_action',
    user,
    source: { type: 'view', viewId: home.id },
    blockId: row?.block_id ?? '',
    actionId,
    value: { type: 'button', value: actionId },
  });
}

describe('/decide list', () => {
  test('shows the decisions of this channel with how they stand', async () => {
    await walk.type(priya, '/decide list');
    const { text } = await told(priya, 'in this channel');
    expect(text).toContain('2 decisions in this channel');
    expect(text).toContain('Order fulfilment');
    expect(text).toContain('Recommended: orchestration');
    expect(text).toContain('Refund on demand');
    expect(text).not.toContain('merger');
  });

  test('is filtered by its buttons', async () => {
    const list = await told(priya, 'in this channel');
    const row = list.blocks.find((block) => JSON.stringify(block).includes('list.accepted'));
    await house.playground.act({
      kind: 'block_action',
      user: priya,
      source: { type: 'message', channel: channelIds.architecture, ts: list.ts },
      blockId: String(row?.['block_id'] ?? ''),
      actionId: 'list.accepted',
      value: { type: 'button', value: 'accepted' },
    });
    await told(priya, 'No accepted decision in this channel');
  });
});

describe('/decide search', () => {
  test('finds titles in the channels a person is in', async () => {
    await walk.type(ines, '/decide search refund');
    const { text } = await told(ines, 'refund');
    expect(text).toContain('Refund on demand');
    expect(text).toContain('Refund of the merger');
  });

  test('does not find what is in a private channel they are not in', async () => {
    await walk.type(noah, '/decide search refund');
    const { text } = await told(noah, 'refund');
    expect(text).toContain('Refund on demand');
    expect(text).not.toContain('merger');
  });
});

test('/decide status says how the decisions of this channel stand', async () => {
  await walk.type(priya, '/decide status');
  const { text } = await told(priya, 'Order fulfilment>  Recommended: orchestration');
  expect(text).toContain('2 decisions in this channel');
});

test('/decide mine shows what a person owns, and nothing of a channel they have left', async () => {
  house.playground.faults.removeFromChannel(secret, ines);
  house.playground.clock.advance(120_000);
  await walk.type(ines, '/decide mine');
  const { text } = await told(ines, 'owned by you');
  expect(text).toContain('1 decision owned by you');
  expect(text).not.toContain('merger');
});

describe('the Home tab', () => {
  test('shows what waits for a person, and is published only when it changed', async () => {
    await house.playground.act({ kind: 'open_home', user: ines, tab: 'home' });
    const home = await eventually('a Home tab', () => house.playground.state.home(ines));
    const shown = JSON.stringify(home.view);
    expect(shown.indexOf('Order fulfilment')).toBeGreaterThan(shown.indexOf('Waits for you'));
    expect(shown.indexOf('Order fulfilment')).toBeLessThan(shown.indexOf('Your decisions'));
    expect(shown).not.toContain('merger');
    const published = house.playground.state.calls('views.publish').length;
    await house.playground.act({ kind: 'open_home', user: ines, tab: 'home' });
    await house.playground.act({ kind: 'open_home', user: noah, tab: 'home' });
    await eventually('Noah’s tab', () => house.playground.state.home(noah));
    expect(house.playground.state.calls('views.publish')).toHaveLength(published + 1);
  });

  test('keeps a person’s settings for what they accept later', async () => {
    const asked = { weekday: '4', hour: '14', weeks: '2' };
    await pressOnHome(ines, 'home-settings');
    expect(await (await openForm(house.playground, ines, 'reminder-settings')).send(asked)).toEqual({});
    await walk.click(ines, 'accept');
    await submitModal(house.playground, ines, { considered: typed.ticked('considered') });
    await walk.until('accepted with those settings', async () => {
      const all = await Promise.all((await record.decisionIds()).map((id) => record.decision(id)));
      const schedule = all.find(({ status }) => status === 'accepted')?.schedule;
      return schedule?.weekday === 4 && schedule.hour === 14 && schedule.weeks === 2;
    });
    await pressOnHome(ines, 'home-settings');
    expect((await openForm(house.playground, ines, 'reminder-settings')).initial).toEqual(asked);
  });

  test('shows what has changed without being opened again, and only where it was opened before', async () => {
    const shown = (person: string) => JSON.stringify(house.playground.state.home(person)?.view ?? null);
    await eventually('the acceptance on Ines’ tab', () => shown(ines).includes('Accepted: orchestration'));
    expect(shown(ines)).toContain('Nothing waits for you');
    await walk.type(noah, '/decide Refund by hand');
    await eventually('the new decision on Noah’s tab', () => shown(noah).includes('Refund by hand'));
    await walk.type(priya, '/decide Returns');
    await walk.card('Returns');
    await settled(record);
    expect(house.playground.state.home(priya)).toBeUndefined();
  });

  test('starts a decision in a channel that is chosen', async () => {
    await pressOnHome(ines, 'home-start');
    await modalOf(house.playground, ines);
    await submitModal(house.playground, ines, {
      place: typed.conversation(channelIds.paymentsTeam),
      title: typed.text('Invoice run'),
      owner: typed.user(ines),
    });
    await walkIn(() => house.playground, channelIds.paymentsTeam).card('Invoice run');
  });
});

describe('who may see nothing', () => {
  const commands = ['list', 'status', 'mine', 'search Order'] as const;

  test('somebody who is not in the channel reads why its decisions are not shown', async () => {
    house.playground.faults.removeFromChannel(channelIds.architecture, priya);
    for (const command of ['list', 'status']) {
      await walk.type(priya, `/decide ${command}`);
      expect((await told(priya, 'You are not in this channel')).text).not.toContain('Order fulfilment');
    }
    await walk.type(priya, '/decide search Order');
    expect((await told(priya, 'No decision with')).text).not.toContain('Order fulfilment');
  });

  test('while Slack does not say who is where, nothing is shown to anybody', async () => {
    house.playground.clock.advance(120_000);
    house.playground.faults.add({ method: 'users.conversations', kind: 'error', code: 'internal_error', times: 50 });
    const before = house.playground.state.ephemerals(noah).length;
    for (const command of commands) await walk.type(noah, `/decide ${command}`);
    const answers = await eventually('an answer to each', () => {
      const since = house.playground.state.ephemerals(noah).slice(before);
      return since.length === commands.length ? since : null;
    });
    for (const { text } of answers)
      expect(text).toContain('Slack does not say at the moment which channels you are in');
    await house.playground.act({ kind: 'open_home', user: noah, tab: 'home' });
    const home = await eventually('the tab saying so', () => {
      const shown = JSON.stringify(house.playground.state.home(noah)?.view);
      return shown.includes('Slack does not say') ? shown : null;
    });
    expect(home).not.toContain('Refund');
  });
});
