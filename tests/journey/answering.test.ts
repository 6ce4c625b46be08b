// From the first question to the recommendation and beyond, with all that people do on the way (design.md §2, Answer).
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { room } from '../support/rooms.ts';
import { type Walk, walkIn } from '../support/walk.ts';

const house = useDownbeat({ shared: true });
const { ines, noah, priya } = peopleIds;
const dayMs = 24 * 60 * 60 * 1_000;

const pillars = [
  { '1a': 'no', '1b': 'never', '1c': 'moderate' },
  { '2a': 'mixed', '2b': 'some', '2c': 'complex' },
  { '3a': 'several', '3b': 'wide', '3c': '2' },
  { '4a': 'some', '4b': 'reactors', '4c': 'one' },
  { '5a': 'one', '5b': 'one', '5c': 'whole' },
] as const;

/** A decision that has just been started in a channel of its own. */
async function started(): Promise<Walk> {
  const walk = walkIn(() => house.playground, room(house.playground));
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  return walk;
}

/** A decision whose first pillars are answered. */
async function answered(count: number): Promise<Walk> {
  const walk = await started();
  for (const pillar of pillars.slice(0, count)) await walk.answer(noah, pillar);
  return walk;
}

/** The card that shows this pillar, folded or open, once it says the words. */
const pillarSaying = (walk: Walk, pillar: number, words: string) =>
  eventually(`card ${pillar} saying “${words}”`, () =>
    walk.cards().find(({ text }) => text.includes(`${pillar} of 5 · `) && text.includes(words)),
  );
const recommendationSaying = (walk: Walk, words: string) =>
  eventually(`a recommendation saying “${words}”`, () =>
    walk.cards().find(({ text }) => text.includes('Recommendation · round 1') && text.includes(words)),
  );

describe('an answer', () => {
  test('is seen by all with the name of who gave it, and the same click by another replaces it in the open', async () => {
    const walk = await started();
    await walk.click(ines, 'answer.1a.sync_all');
    await pillarSaying(walk, 1, `The whole outcome, chosen by <@${ines}>`);
    await walk.click(noah, 'answer.1a.no');
    const card = await pillarSaying(
      walk,
      1,
      `Only a receipt, chosen by <@${noah}>, replaces <@${ines}>: The whole outcome`,
    );
    expect(JSON.stringify(card.blocks)).toContain('✓ Only a receipt');
    expect(JSON.stringify(card.blocks)).not.toContain('✓ The whole outcome');
  });

  test('to the last question of a pillar folds it and brings the next card', async () => {
    const walk = await answered(1);
    await walk.card('2 of 5');
    const folded = await pillarSaying(walk, 1, 'use Change');
    expect(folded.text).toContain('Only a receipt');
    expect(folded.blocks).toHaveLength(1);
  });

  test('may be “don’t know”, and goes on like any other', async () => {
    const walk = await started();
    await walk.answer(noah, { '1a': 'unknown', '1b': 'unknown', '1c': 'unknown' });
    await walk.card('2 of 5');
    await pillarSaying(walk, 1, "Don't know");
  });

  test('may come from anybody of the workspace, named or not', async () => {
    const walk = await started();
    await walk.click(priya, 'answer.1b.never');
    await pillarSaying(walk, 1, `chosen by <@${priya}>`);
  });
});

describe('the part of 5c', () => {
  test('is named in a modal before anything is recorded, and stands in the recommendation', async () => {
    const walk = await answered(4);
    await walk.answer(noah, { '5a': 'one', '5b': 'one' });
    await walk.click(noah, 'answer.5c.part');
    const form = await openForm(house.playground, noah, 'name-part');
    expect(await form.send({ part: '   ' })).toEqual({ part: expect.stringContaining('name') });
    expect((await walk.card('5 of 5')).text).not.toContain('Yes, this part, chosen by');
    expect(await form.send({ part: 'payment & refund' })).toEqual({});
    await recommendationSaying(walk, 'payment &amp; refund');
    await pillarSaying(walk, 5, 'payment &amp; refund');
  });

  test('left unnamed is not recorded', async () => {
    const walk = await answered(4);
    await walk.click(noah, 'answer.5c.part');
    const form = await openForm(house.playground, noah, 'name-part');
    expect(Object.keys(await form.send())).toEqual(['part']);
    await walk.click(noah, 'answer.5a.one');
    const card = await pillarSaying(walk, 5, 'chosen by');
    expect(card.text.match(/chosen by/g)).toHaveLength(1);
  });
});

describe('a note', () => {
  test('stands under its question with a name, its address as a link', async () => {
    const walk = await started();
    await walk.click(priya, 'note.1');
    const form = await openForm(house.playground, priya, 'add-note');
    expect(await form.send({ 'note-question': '1b', note: 'By law: https://law.example/refunds *now*' })).toEqual({});
    const card = await pillarSaying(walk, 1, `Note by <@${priya}>`);
    expect(card.text).toContain('<https://law.example/refunds>');
    expect(card.text).not.toContain('*now*');
    await walk.click(noah, 'note.1');
    expect((await openForm(house.playground, noah, 'add-note')).words).toContain('By law');
  });

  test('needs words', async () => {
    const walk = await started();
    await walk.click(ines, 'note.1');
    const form = await openForm(house.playground, ines, 'add-note');
    expect(Object.keys(await form.send({ note: '' }))).toEqual(['note']);
  });
});

test('“Why we ask” explains the question to the one who asked', async () => {
  const walk = await started();
  await walk.click(ines, 'why.1a');
  const form = await openForm(house.playground, ines, 'why-we-ask');
  expect(form.words).toContain('How to answer');
  expect(JSON.stringify(house.playground.state.modals(noah))).not.toContain('How to answer');
});

describe('a pillar', () => {
  test('may be skipped: the next card comes, and what was not answered is said', async () => {
    const walk = await started();
    await walk.click(ines, 'answer.1a.no');
    await walk.click(ines, 'skip.1');
    await walk.card('2 of 5');
    await pillarSaying(walk, 1, 'not answered');
  });

  test('can be opened again, answered differently and folded again, without another message', async () => {
    const walk = await answered(2);
    await walk.card('3 of 5');
    const before = walk.cards().length;
    await walk.click(priya, 'change.1');
    await pillarSaying(walk, 1, 'Done folds this card again');
    await walk.click(priya, 'answer.1a.sync_all');
    await pillarSaying(walk, 1, `The whole outcome, chosen by <@${priya}>, replaces <@${noah}>: Only a receipt`);
    await walk.click(priya, 'fold.1');
    await pillarSaying(walk, 1, 'use Change');
    expect(walk.cards()).toHaveLength(before);
  });

  test('keeps the place of questions that another answer switched off, greyed and without buttons', async () => {
    const walk = await answered(2);
    await walk.answer(noah, { '3a': 'none' });
    await walk.card('4 of 5');
    await walk.click(ines, 'change.3');
    const card = await pillarSaying(walk, 3, 'Does not apply because of 3a');
    const shown = JSON.stringify(card.blocks);
    expect(shown).toContain('3b');
    expect(shown).toContain('3c');
    expect(shown).not.toMatch(/answer\.3[bc]\./);
    await walk.click(ines, 'answer.3a.several');
    await pillarSaying(walk, 3, 'Several');
    await eventually('the questions are back', () => JSON.stringify(walk.cards()).includes('answer.3b.wide'));
  });
});

describe('the root card', () => {
  test('shows progress once a pillar, and carries the result in the end', async () => {
    const walk = await answered(1);
    const root = () => walk.cards()[0]?.text ?? '';
    await eventually('1 of 5 on the root card', () => root().includes('1 of 5 pillars'));
    for (const pillar of pillars.slice(1)) await walk.answer(ines, pillar);
    await recommendationSaying(walk, 'Orchestrate');
    await eventually('the result on the root card', () => root().includes('Orchestrate it'));
    expect(walk.cards().length).toBeLessThanOrEqual(8);
  });
});

describe('the recommendation', () => {
  test('changes when an answer is changed afterwards, and says who changed what', async () => {
    const walk = await answered(5);
    await recommendationSaying(walk, 'Orchestrate it');
    const before = walk.cards().length;
    await walk.click(priya, 'change-answer');
    const empty = await openForm(house.playground, priya, 'change-answer');
    await empty.choose('pick-question', '5c');
    await eventually('the options', () => JSON.stringify(house.playground.state.modals(priya)).includes('option.5c'));
    const form = await openForm(house.playground, priya, 'change-answer');
    expect(form.initial).toMatchObject({ 'option.5c': 'whole' });
    expect(await form.send({ 'option.5c': 'part', part: '' })).toEqual({ part: expect.stringContaining('name') });
    expect(await form.send({ 'option.5c': 'part', part: 'payment' })).toEqual({});
    const card = await recommendationSaying(walk, 'orchestrate payment');
    expect(card.text).toContain(`<@${priya}> changed 5c`);
    expect(walk.cards()).toHaveLength(before);
  });

  test('is not given when fewer than three pillars are answered: the next best question is asked instead', async () => {
    const walk = await answered(2);
    for (const pillar of [3, 4, 5]) {
      await walk.card(`${pillar} of 5`);
      await walk.click(ines, `skip.${pillar}`);
    }
    const card = await recommendationSaying(walk, 'Too little is answered');
    expect(card.text).not.toMatch(/Orchestrate it|Choreograph it|Split it/);
    const asked = /answer\.([1-5][abc])\.([a-z0-9_+-]+)/.exec(JSON.stringify(card.blocks))?.[1] ?? '';
    expect(asked).toMatch(/^[345]/);
    await walk.click(noah, `answer.${asked}.unknown`);
    await pillarSaying(walk, Number(asked[0]), "Don't know");
    await walk.click(noah, 'change.3');
    await walk.click(noah, 'answer.3a.several');
    await recommendationSaying(walk, 'Why');
  });
});

test('a decision can rest for days and go on, with the app restarted meanwhile', async () => {
  const walk = await answered(2);
  await walk.card('3 of 5');
  house.playground.clock.advance(5 * dayMs);
  await house.restartApp();
  await wait(0);
  await walk.answer(priya, pillars[2]);
  await walk.card('4 of 5');
  await pillarSaying(walk, 3, 'use Change');
});
