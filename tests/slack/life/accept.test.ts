// Acceptance in Slack: only the owner's, after the best case for the other style, and seen on every card.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../../support/downbeat.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { settled } from '../../support/settled.ts';
import { type Walk, walkIn } from '../../support/walk.ts';
import { modalOf, submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true });
const { ines, noah, priya, tomas } = peopleIds;
let record: Record;
let walk: Walk;

beforeAll(async () => {
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(noah, orchestrated);
  await walk.card('Orchestrate');
});
afterAll(() => record.close());

const only = async () => record.decision((await record.decisionIds())[0] ?? '');
async function pick(user: string, does: string): Promise<void> {
  const { decisionId } = await only();
  await walk.choose(user, 'more', `${does} root ${decisionId}`);
}

const optionSchema = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() });
const menuSchema = z.object({ action_id: z.string(), options: z.array(optionSchema) });
const viewSchema = z.object({
  blocks: z.array(z.looseObject({ block_id: z.string(), accessory: z.unknown().optional() })),
});

/** Chooses in a menu of the modal a person has open, by its words. */
async function choose(user: string, actionId: string, words: string): Promise<void> {
  const { id, view } = await modalOf(house.playground, user);
  for (const { accessory, block_id: blockId } of viewSchema.parse(view).blocks) {
    const menu = menuSchema.safeParse(accessory).data;
    const option = menu?.action_id === actionId ? menu.options.find(({ text }) => text.text === words) : undefined;
    if (option === undefined) continue;
    const value = {
      type: 'static_select',
      selected_option: { ...option, text: { type: 'plain_text', text: words, emoji: false } },
    } as const;
    await house.playground.act({
      kind: 'block_action',
      user,
      source: { type: 'view', viewId: id },
      blockId,
      actionId,
      value,
    });
    return;
  }
  throw new Error(`the modal offers no ${words} under ${actionId}`);
}

describe('a recommendation', () => {
  test('is accepted by nobody but its owner, who is named to others', async () => {
    await walk.click(noah, 'accept');
    const told = await eventually('a private word', () => house.playground.state.ephemerals(noah).at(-1));
    expect(told.text).toContain(`<@${ines}>`);
    expect(house.playground.state.modals(noah)).toEqual([]);
    expect((await only()).status).toBe('proposed');
  });

  test('that has changed since its owner began to read is not accepted', async () => {
    const answerTo3a = (option: string) => async () => (await only()).questions['3a']?.standing?.option === option;
    await walk.click(ines, 'accept');
    await modalOf(house.playground, ines);
    await walk.click(noah, 'change.3');
    await walk.click(noah, 'answer.3a.none');
    await walk.until('another answer', answerTo3a('none'));
    await submitModal(house.playground, ines, { considered: typed.ticked('considered') });
    const told = await eventually(
      'a word beside the field',
      () => house.playground.state.modals(ines).at(-1)?.errors?.['considered'],
    );
    expect(told).toContain('has changed while you were reading');
    expect((await only()).status).toBe('proposed');
    await walk.click(noah, `answer.3a.${orchestrated['3a']}`);
    await walk.until('the old answer', answerTo3a(orchestrated['3a']));
    await walk.click(noah, 'fold.3');
    await settled(record);
  });

  test('is not accepted before the best case for the other style was considered', async () => {
    await walk.click(ines, 'accept');
    const modal = await modalOf(house.playground, ines);
    expect(JSON.stringify(modal.view)).toContain('The best case for choreography');
    expect(JSON.stringify(modal.view)).toMatch(/\(4b\)\u00a0<https:[^|]+\|\[1\]>/);
    await submitModal(house.playground, ines, {});
    await eventually(
      'a word beside the field',
      () => house.playground.state.modals(ines).at(-1)?.errors?.['considered'],
    );
    expect((await only()).status).toBe('proposed');
    await submitModal(house.playground, ines, { rebuttal: typed.text('Payment is worth the coupling.') });
    await walk.until('accepted', async () => (await only()).status === 'accepted');
    expect((await only()).schedule?.zone).toBe('Europe/Brussels');
  });

  test('shows on the root card, the recommendation and in the thread that it is accepted', async () => {
    await settled(record);
    for (const words of ['Decision: Order fulfilment', 'Recommendation · round 1', 'Payment is worth the coupling']) {
      const card = await walk.card(words);
      expect(card.text).toContain('Accepted on');
      expect(card.text).toContain(`by <@${ines}>`);
    }
    expect(JSON.stringify((await walk.card('Recommendation · round 1')).blocks)).not.toContain('change-answer');
  });

  test('is followed by what next, where each choice is kept with the decision and the candidates stand on the card', async () => {
    await walk.click(noah, 'what-next');
    const known = (count: number) =>
      eventually(`a modal that knows ${count}`, () =>
        JSON.stringify(house.playground.state.modals(noah).at(-1)?.view ?? '').includes(`${count} of 9 known`),
      );
    await known(0);
    await choose(noah, 'tool.owned', 'Camunda 8');
    await known(1);
    await choose(noah, 'tool.reader', 'Business people too');
    await known(2);
    await walk.card('Candidate tools, from 2 of 9 answers: Camunda 8');
    expect((await only()).toolAnswers).toMatchObject({
      owned: { option: 'camunda', person: noah },
      reader: { option: 'business', person: noah },
    });
    await choose(noah, 'tool.reader', "Don't know");
    await walk.card('Candidate tools, from 1 of 9 answers');
  });

  test('is not handed over to somebody who cannot see it', async () => {
    await pick(ines, 'hand-over');
    await submitModal(house.playground, ines, { 'new-owner': typed.user(tomas) });
    const told = await eventually(
      'a word beside the field',
      () => house.playground.state.modals(ines).at(-1)?.errors['new-owner'],
    );
    expect(told).toContain('They are not in this channel');
    expect((await only()).owner).toBe(ines);
    await submitModal(house.playground, ines, { 'new-owner': typed.user(ines) });
  });

  test('is handed over, and then the new owner reopens and rejects it with a reason', async () => {
    await pick(ines, 'hand-over');
    await submitModal(house.playground, ines, { 'new-owner': typed.user(priya) });
    await walk.until('handed over', async () => (await only()).owner === priya);
    await pick(ines, 'reopen');
    expect((await only()).status).toBe('accepted');
    await pick(priya, 'reopen');
    await walk.until('reopened', async () => (await only()).status === 'proposed');
    await settled(record);
    await pick(priya, 'reject');
    await submitModal(house.playground, priya, { because: typed.text('We buy it instead.') });
    await settled(record);
    expect((await walk.card('Decision: Order fulfilment')).text).toContain('We buy it instead.');
  });

  test('that is replaced changes only once its successor is accepted, and both link to one another', async () => {
    await pick(priya, 'reopen');
    await settled(record);
    await walk.click(priya, 'accept');
    await submitModal(house.playground, priya, { considered: typed.ticked('considered') });
    await walk.until('accepted', async () => (await only()).status === 'accepted');
    const old = await only();
    await walk.choose(noah, 'more', `supersede root ${old.decisionId}`);
    await submitModal(house.playground, noah, {
      title: typed.text('Order fulfilment, again'),
      owner: typed.user(noah),
    });
    const successor = await walk.card('Decision: Order fulfilment, again');
    expect(successor.text).toContain('Replaces, once accepted, ');
    await walk.answer(noah, orchestrated);
    await walk.card('Order fulfilment, again. Recommendation');
    expect((await record.decision(old.decisionId)).status).toBe('accepted');
    await walk.click(noah, 'accept');
    await submitModal(house.playground, noah, { considered: typed.ticked('considered') });
    await walk.until('superseded', async () => (await record.decision(old.decisionId)).status === 'superseded');
    await settled(record);
    const accepted = await walk.card('Decision: Order fulfilment, again');
    expect(accepted.text).toMatch(/Replaces <[^|]+\|Order fulfilment>/);
    const first = walk.cards().find((card) => card.text.startsWith('Decision: Order fulfilment\n'));
    expect(first?.text).toContain('Superseded by <');
    expect(first?.text).toContain('Order fulfilment, again');
    const outcomes = walk.cards().filter(({ text }) => text.startsWith('Superseded by <'));
    expect(outcomes.map(({ text }) => text.includes('What was accepted on'))).toEqual([true]);
  });
});
