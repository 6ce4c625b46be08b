// The main job, end to end: from /decide to the recommendation card, with the real Bolt app and a real Redis.
import { expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat();
const { ines, noah } = peopleIds;

const orderFulfilment = {
  '1a': 'no',
  '1b': 'never',
  '1c': 'moderate',
  '2a': 'mixed',
  '2b': 'some',
  '2c': 'complex',
  '3a': 'several',
  '3b': 'wide',
  '3c': '2',
  '4a': 'some',
  '4b': 'reactors',
  '4c': 'one',
  '5a': 'one',
  '5b': 'one',
  '5c': 'whole',
} as const;

test('two people walk from /decide to the recommendation card in at most eight messages', async () => {
  const walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('Order fulfilment');
  await walk.answer(noah, orderFulfilment);
  const card = await walk.card('Orchestrate');
  expect(card.text).toContain('Order fulfilment');
  expect(walk.cards().length).toBeLessThanOrEqual(8);
});
