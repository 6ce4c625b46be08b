// The main job, end to end: from /decide to the recommendation card, with the real Bolt app and a real Redis.
import { expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { orchestrated } from '../support/order-fulfilment.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const { ines, noah } = peopleIds;

test('two people walk from /decide to the recommendation card in at most eight messages, and ask about it from there', async () => {
  const walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('Order fulfilment');
  await walk.answer(noah, orchestrated);
  const card = await walk.card('Orchestrate');
  expect(card.text).toContain('Order fulfilment');
  expect(walk.cards().length).toBeLessThanOrEqual(8);

  house.playground.faults.repeatDeliveries({ copies: 3 });
  await walk.click(noah, 'ask');
  await (await openForm(house.playground, noah, 'ask')).send({
    asking: 'Is *compensation* just a rollback, <!channel>?',
  });
  await expect.poll(() => walk.cards().at(-1)?.text).toContain('word for word');
  const asked = walk.cards().filter(({ text }) => text.includes(`<@${noah}> asks`));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).not.toContain('<!channel>');
});
