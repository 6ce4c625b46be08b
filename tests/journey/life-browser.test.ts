// The life of a decision as three people see it: they disagree, reveal and settle; it is accepted; weeks pass; something
// changes; the new recommendation says why. In a browser, with pictures of every card on the way.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { acceptIn, decisionIn, directTo, recommendIn, untilReminded } from '../slack/life/accepted.ts';
import { submitModal, typed } from '../slack/life/modals.ts';
import { crossedLooks, noBrowser, useBrowserPage } from '../support/browser-page.ts';
import { beginningAt, DAY_MS, mondayMorning } from '../support/clock.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { orchestrated } from '../support/order-fulfilment.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { type Walk, walkIn } from '../support/walk.ts';

const { ines, noah, priya } = peopleIds;

describe.skipIf(noBrowser)('in the browser', () => {
  const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
  const shown = useBrowserPage(house, { pictures: 'life', looks: crossedLooks });
  const { closed, dialog, look, picture, problems, thread } = shown;
  let record: Record;
  let walk: Walk;

  beforeAll(async () => {
    record = await openRecord(house.redis.url);
    walk = walkIn(() => house.playground);
  });
  afterAll(() => record.close());

  const message = (words: string) => shown.page.getByTestId('message').filter({ hasText: words }).last();
  const press = (id: string, among: Locator = shown.page.locator('body')) =>
    among.locator(`[data-action-id="${id}"]`).last().click();

  const lookAtThread = async (user: string, where = walk) =>
    look(user, where.channel, (await decisionIn(record, where)).place?.threadTs);

  /** Answers a pillar in private, through its modal. */
  async function answerAlone(
    person: string,
    pillar: number,
    answers: globalThis.Record<string, string>,
  ): Promise<void> {
    await walk.click(person, `my-answers.${pillar}`);
    const fields = Object.entries(answers).filter(([question]) => question.startsWith(`${pillar}`));
    const filled = fields.map(([question, option]) => [`option.${question}`, typed.radio(option)] as const);
    await submitModal(house.playground, person, Object.fromEntries(filled));
  }

  /** Has a decision replaced by another one in its channel, and looks at what the old thread says of the new one. */
  async function replace(where: Walk): Promise<void> {
    const { decisionId } = await decisionIn(record, where);
    await where.choose(priya, 'more', `supersede root ${decisionId}`);
    await submitModal(house.playground, priya, { title: typed.text('One ledger for both'), owner: typed.user(priya) });
    await where.card('Replaces, once accepted, ');
    await where.answer(priya, orchestrated);
    await where.card('One ledger for both. Recommendation');
    await acceptIn(house.playground, where, priya);
    await where.card('What was accepted on');
    await settled(record);
    const { place } = await record.decision(decisionId);
    await look(priya, where.channel, place?.threadTs);
    await picture('outcome-superseded', thread().getByTestId('message').filter({ hasText: 'What was accepted on' }));
  }

  test('three people disagree, reveal, settle and accept', { timeout: 180_000 }, async () => {
    await walk.type(ines, '/decide');
    await submitModal(house.playground, ines, {
      title: typed.text('Order fulfilment'),
      owner: typed.user(ines),
      invited: typed.users([ines, noah, priya]),
    });
    await message('Order fulfilment').waitFor();
    await press('team-mode');
    await picture('team-mode-modal', dialog());
    await dialog().getByRole('button', { name: 'Answer as a team' }).click();
    await closed();
    await walk.card('Nobody has answered all of it yet');
    await lookAtThread(ines);
    await press('my-answers.1', thread());
    await dialog().getByRole('radio').first().waitFor();
    await picture('my-answers-modal', dialog());
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await closed();
    await answerAlone(ines, 1, orchestrated);
    await answerAlone(noah, 1, orchestrated);
    await message('still to come').waitFor();
    await picture('pillar-private', message('1 of 5'));
    await answerAlone(priya, 1, orchestrated);
    for (const pillar of [2, 3, 4, 5]) {
      await walk.card(`${pillar} of 5`);
      for (const person of [ines, noah])
        await answerAlone(person, pillar, person === noah ? { ...orchestrated, '3a': 'none' } : orchestrated);
      if (pillar === 3) await press('reveal.3', thread());
      else await answerAlone(priya, pillar, orchestrated);
    }
    await message('Settle together').waitFor();
    await picture('pillar-revealed', message('3 of 5'));
    await picture('recommendation-disagreed', message('Settle together'));
    await walk.click(noah, 'change.3');
    await walk.click(noah, 'answer.3a.several');
    await walk.until(
      'settled',
      async () => (await decisionIn(record, walk)).questions['3a']?.given[noah]?.option === 'several',
    );
    await settled(record);
    await press('accept', thread());
    await dialog().getByText('The best case for').waitFor();
    await picture('best-case-modal', dialog());
    await dialog().getByRole('checkbox').check();
    await dialog().getByRole('button', { name: 'Accept' }).click();
    await closed();
    await walk.card('Accepted on');
    await settled(record);
    await picture('outcome', message('before accepting'));
    await picture('root-accepted', thread().getByTestId('message').first());
  });

  test('weeks pass; a change asks its question again, and the new recommendation says why', {
    timeout: 180_000,
  }, async () => {
    await untilReminded(house.playground, record, walk);
    const own = await directTo(house.playground, ines);
    await own.card('still hold');
    await look(ines, own.channel);
    const reminder = shown.page.getByTestId('message').filter({ hasText: 'would change it' }).last();
    await picture('reminder', reminder);
    await press('nothing-changed.0');
    await message('Nothing has changed: looked at').waitFor();
    await picture('reminder-unchanged', message('Nothing has changed: looked at'));
    await untilReminded(house.playground, record, walk);
    await own.card('still hold');
    await press('nothing-changed.0');
    await walk.until('two looks', async () => (await decisionIn(record, walk)).unchangedLooks === 2);
    await untilReminded(house.playground, record, walk);
    await message('Look less often').waitFor();
    await picture('reminder-less-often', message('Look less often'));
    const { decisionId, reminders } = await decisionIn(record, walk);
    await own.choose(ines, 'snooze', `day reminder-${reminders} ${decisionId}`);
    await dialog().waitFor();
    await picture('snooze-date-modal', dialog());
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await closed();
    await press('look.0');
    await dialog().getByText('End the look').waitFor();
    await picture('look-modal', dialog());
    const items = (await decisionIn(record, walk)).look?.items ?? [];
    const place = items.findIndex(({ changes }) => changes.every(({ question }) => question === '3a'));
    await press(`watch.${place}.changed`, dialog());
    await dialog().getByText('✓ Changed').waitFor();
    await dialog().getByRole('button', { name: 'End the look' }).click();
    await closed();
    await lookAtThread(noah);
    await message('Only these questions are asked again').waitFor();
    await picture('round', message('Only these questions are asked again'));
    await press('answer.3a.none', thread());
    await message('New recommendation').waitFor();
    await settled(record);
    await picture('round-answered', message('New recommendation'));
    await picture('recommendation-round-2', message('Recommendation · round 2'));
    await look(ines, 'home');
    await picture('home', shown.page.getByTestId('home'));
    await press('home-settings');
    await dialog().getByText('How often').waitFor();
    await picture('reminder-settings-modal', dialog());
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await closed();
    expect(problems).toEqual([]);
  });

  test('what is seen seldom: finder, digest, hand over, end, thread and channel reminders, a new owner looked for', {
    timeout: 240_000,
  }, async () => {
    const sought = walkIn(() => house.playground, room(house.playground));
    await sought.type(ines, '/decide Stock count');
    await sought.click(ines, 'answer.1a.unknown');
    await sought.click(ines, 'find.1a');
    await look(ines, sought.channel);
    await dialog().waitFor();
    await picture('finder-modal', dialog());
    const day = new Date(house.playground.clock.now() + DAY_MS).toISOString().slice(0, 10);
    await submitModal(house.playground, ines, { finder: typed.user(noah), day: typed.date(day) });
    await sought.card('finds it out by');
    house.playground.clock.advance(4 * DAY_MS);
    const ofNoah = await directTo(house.playground, noah);
    await ofNoah.card('Do you know it by now?');
    await look(noah, ofNoah.channel);
    await picture('finder', message('Do you know it by now?'));

    const rooms = ['Refund on demand', 'Invoice run'].map((title) => ({
      title,
      where: walkIn(() => house.playground, room(house.playground)),
    }));
    for (const { title, where } of rooms) {
      await recommendIn(where, priya, title);
      await acceptIn(house.playground, where, priya);
    }
    const [refund, invoice] = rooms.map(({ where }) => where);
    if (refund === undefined || invoice === undefined) throw new Error('two rooms were made');
    await untilReminded(house.playground, record, refund);
    const ofPriya = await directTo(house.playground, priya);
    await ofPriya.card('2 decisions are due for a look');
    await look(priya, ofPriya.channel);
    await picture('digest', message('due for a look'));
    await ofPriya.click(priya, 'nothing-changed.0');
    await ofPriya.card('1 of 2 decisions still due for a look');
    await settled(record);
    await picture('digest-answered', message('due for a look'));
    const [open] = [await decisionIn(record, refund), await decisionIn(record, invoice)].filter(
      ({ look: one }) => one?.since !== null,
    );
    const where = open?.channel === refund.channel ? refund : invoice;
    await untilReminded(house.playground, record, where);
    await untilReminded(house.playground, record, where);
    await where.card('has not looked yet');
    await lookAtThread(priya, where);
    await picture('reminder-thread', thread().getByTestId('message').filter({ hasText: 'has not looked yet' }));
    await where.choose(priya, 'more', `hand-over root ${open?.decisionId}`);
    await dialog().waitFor();
    await picture('hand-over-modal', dialog());
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await closed();
    await where.choose(priya, 'more', `abandon root ${open?.decisionId}`);
    await dialog().waitFor();
    await picture('end-modal', dialog());
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await closed();
    await untilReminded(house.playground, record, where);
    await untilReminded(house.playground, record, where);
    await where.card('Who cares about it?');
    await look(noah, where.channel);
    await picture('reminder-channel', message('Who cares about it?'));
    await replace(where === refund ? invoice : refund);
    house.playground.faults.shareExternally(where.channel);
    house.playground.faults.deactivateUser(priya);
    await where.card('Who takes it over?');
    await lookAtThread(noah, where);
    await picture('adoption', thread().getByTestId('message').filter({ hasText: 'Who takes it over?' }));
    await settled(record);
    await picture('root-shared', thread().getByTestId('message').first());
    expect(problems).toEqual([]);
  });
});
