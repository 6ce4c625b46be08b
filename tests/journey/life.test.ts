// The life of a decision: three people disagree, reveal and settle; it is accepted; weeks pass; something changes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import type { QuestionId } from '../../src/domain/framework.ts';
import { defaultFrameworkFile } from '../../src/knowledge/load-framework.ts';
import { modalOf, submitModal, typed } from '../slack/life/modals.ts';
import { beginningAt, DAY_MS, mondayMorning } from '../support/clock.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { orchestrated } from '../support/order-fulfilment.ts';
import { openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { type Walk, walkIn } from '../support/walk.ts';

const house = useDownbeat({ shared: true, now: beginningAt(mondayMorning) });
const { ines, noah, priya } = peopleIds;
const pillars: readonly (readonly QuestionId[])[] = [
  ['1a', '1b', '1c'],
  ['2a', '2b', '2c'],
  ['3a', '3b', '3c'],
  ['4a', '4b', '4c'],
  ['5a', '5b', '5c'],
];
/** Noah sees one thing differently that would change the result; Priya one that would not. */
const opinions: Readonly<globalThis.Record<string, Readonly<Partial<globalThis.Record<QuestionId, string>>>>> = {
  [ines]: orchestrated,
  [noah]: { ...orchestrated, '3a': 'none' },
  [priya]: { ...orchestrated, '1c': 'low' },
};

const viewSchema = z.object({
  blocks: z.array(
    z.object({
      block_id: z.string(),
      elements: z.array(z.looseObject({ action_id: z.string().default(''), value: z.string().optional() })).default([]),
    }),
  ),
});

let folder = '';
let record: Record;
let walk: Walk;
let direct: Walk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downbeat-life-'));
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground);
  const opened = await house.playground.act({ kind: 'open_home', user: ines, tab: 'messages' });
  direct = walkIn(() => house.playground, opened.ok && 'channel' in opened ? opened.channel : '');
});
afterAll(async () => {
  record.close();
  await rm(folder, { recursive: true });
});

const only = async () => record.decision((await record.decisionIds())[0] ?? '');

async function answerPillar(person: string, pillar: number): Promise<void> {
  await walk.click(person, `my-answers.${pillar}`);
  const own = opinions[person] ?? {};
  const fields = (pillars[pillar - 1] ?? []).map((id) => [`option.${id}`, typed.radio(own[id] ?? 'unknown')] as const);
  await submitModal(house.playground, person, Object.fromEntries(fields));
  await eventually('the modal closed', () => house.playground.state.modals(person).length === 0);
}

/** Clicks a button of the modal a person has open. */
async function press(user: string, actionId: string): Promise<void> {
  const { id, view } = await modalOf(house.playground, user);
  const { blocks } = viewSchema.parse(view);
  const block = blocks.find(({ elements }) => elements.some(({ action_id }) => action_id === actionId));
  const value = block?.elements.find(({ action_id }) => action_id === actionId)?.value;
  await house.playground.act({
    kind: 'block_action',
    user,
    source: { type: 'view', viewId: id },
    blockId: block?.block_id ?? '',
    actionId,
    value: { type: 'button', ...(value === undefined ? {} : { value }) },
  });
}

async function acceptIt(): Promise<void> {
  await settled(record);
  await walk.click(ines, 'accept');
  await submitModal(house.playground, ines, { considered: typed.ticked('considered') });
  await walk.until('accepted', async () => (await only()).status === 'accepted');
}

/** A framework in which every answer speaks for the other style, as a team might edit its file. */
async function oppositeFramework(): Promise<string> {
  const other = { orchestration: 'choreography', choreography: 'orchestration' } as const;
  const edited = (await readFile(defaultFrameworkFile, 'utf8'))
    .replaceAll(
      /weight: (-?)([12])\b/g,
      (_all, minus: string, size: string) => `weight: ${minus === '' ? '-' : ''}${size}`,
    )
    .replaceAll(
      /leans: (orchestration|choreography)\b/g,
      (_all, style: keyof typeof other) => `leans: ${other[style]}`,
    );
  const file = join(folder, 'framework.yaml');
  await writeFile(file, edited);
  return file;
}

test('three people answer in private, and see one another’s answers only once a pillar is revealed', async () => {
  await walk.type(ines, '/decide');
  await modalOf(house.playground, ines);
  await submitModal(house.playground, ines, {
    title: typed.text('Order fulfilment'),
    owner: typed.user(ines),
    invited: typed.users([ines, noah, priya]),
  });
  await walk.click(ines, 'team-mode');
  await submitModal(house.playground, ines, { 'reveal-after': typed.radio('never') });
  await walk.card('Nobody has answered all of it yet');
  await answerPillar(ines, 1);
  await answerPillar(noah, 1);
  const waiting = await walk.card(`still to come: <@${priya}>`);
  expect(waiting.text).not.toContain('chosen');
  await answerPillar(priya, 1);
  await walk.card('2 of 5');
  await settled(record);
  const revealed = walk.cards().find((card) => card.text.startsWith('1 of 5'));
  expect(revealed?.text).toContain(`Moderate: <@${ines}>, <@${noah}>`);
});

test('the owner can reveal a pillar before everybody has answered, and nobody else can', async () => {
  await answerPillar(ines, 2);
  await answerPillar(noah, 2);
  await walk.click(noah, 'reveal.2');
  expect((await only()).team?.revealed).toEqual([1]);
  await walk.click(ines, 'reveal.2');
  await walk.card('3 of 5');
  for (const pillar of [3, 4, 5]) for (const person of [ines, noah, priya]) await answerPillar(person, pillar);
  const card = await walk.card('Settle together');
  expect(card.text).toContain('3a');
  expect(card.text).toContain(`None: <@${noah}>`);
  expect(card.text).not.toContain(`1c  `);
});

test('they settle it, and the owner accepts', async () => {
  await walk.click(noah, 'change.3');
  await walk.click(noah, 'answer.3a.several');
  await walk.until('settled', async () => (await only()).questions['3a']?.given[noah]?.option === 'several');
  await acceptIt();
});

test('a week later the owner is reminded once, alone, and one tap says that nothing has changed', async () => {
  house.playground.clock.advance(9 * DAY_MS);
  const reminder = await direct.card('still hold');
  expect(reminder.text).toContain('would change it');
  const before = walk.cards().length;
  await direct.click(ines, 'nothing-changed.0');
  await direct.card('Nothing has changed: looked at');
  await settled(record);
  expect(direct.cards()).toHaveLength(1);
  expect(walk.cards()).toHaveLength(before);
  expect((await only()).unchangedLooks).toBe(1);
});

test('a change asks only the question concerned again, and the new recommendation says why it moved', async () => {
  house.playground.clock.advance(8 * DAY_MS);
  await walk.until('due', async () => (await only()).reminders === 2);
  await settled(record);
  await direct.click(ines, 'look.0');
  const items = (await only()).look?.items ?? [];
  const place = items.findIndex(({ changes }) => changes.every(({ question }) => question === '3a'));
  await press(ines, `watch.${place}.changed`);
  await walk.until('said', async () => Object.values((await only()).look?.answers ?? {}).includes('changed'));
  await submitModal(house.playground, ines, {});
  const round = await walk.card('Only these questions are asked again');
  expect((await only()).asksAgain).toEqual(['3a']);
  await walk.clickOn(noah, round.ts, 'answer.3a.none');
  const told = await walk.card('New recommendation');
  expect(told.text).toContain('The answers alone moved it.');
  expect(told.text).toContain('3a from “Three or more” to “None”');
});

test('an edited framework is offered at the next look; once its owner takes it on, the thread hears what it did', async () => {
  await walk.click(noah, 'answer.3a.several');
  await walk.card('The result stays');
  await acceptIt();
  const before = (await only()).framework;
  await house.restartApp(await oppositeFramework());
  const looks = (await only()).reminders;
  house.playground.clock.advance(8 * DAY_MS);
  await walk.until('due', async () => (await only()).reminders === looks + 1);
  const reminder = await direct.card('The framework has a new version');
  expect(reminder.text).toContain('Under it the old answers would give: Let the services react (−4)');
  await direct.click(ines, 'new-version');
  const told = await walk.card('count by a new version of the framework now');
  expect(told.text).toContain('It was orchestration (+4), now choreography (−4).');
  expect(told.text).toContain('The new version of the framework alone moved it.');
  expect(await only()).toMatchObject({ status: 'proposed', round: 3, acceptance: { framework: before } });
  await settled(record);
  expect((await walk.card('Recommendation · round 3')).text).toContain('Under a new version of the framework');
  expect((await direct.card('still hold')).text).not.toContain('has a new version');
  await acceptIt();
  await settled(record);
  const kept = walk.cards().find(({ ts }) => ts === told.ts);
  expect(kept?.text).toContain('It was orchestration (+4), now choreography (−4).');
});

test('the closing questions of a round lead to a decision for a part, and both link to one another', async () => {
  const { decisionId } = await only();
  await walk.click(priya, 'scope.isolation.yes');
  await walk.click(priya, 'follow-up');
  await submitModal(house.playground, priya, { title: typed.text('Refund on demand'), owner: typed.user(priya) });
  const part = await walk.card('Decision: Refund on demand');
  expect(part.text).toContain('Takes up a part of <');
  const whole = await walk.card('Parts decided on their own');
  expect(whole.text).toContain('Refund on demand');
  expect((await record.decision(decisionId)).followUps).toHaveLength(1);
});
