// The recommendation in words: below the fixed fields, checked, after the card stands, and only with a model.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { type Walk, walkIn } from '../support/walk.ts';
import { useModelServer } from './model-server.ts';

const model = useModelServer();
const house = useDownbeat({ shared: true, model: model.settings });
const answers = {
  ...{ '1a': 'sync_part', '1b': 'never', '1c': 'moderate', '2a': 'mixed', '2b': 'some', '2c': 'complex' },
  ...{ '3a': 'several', '3b': 'wide', '3c': '2', '4a': 'stable', '5a': 'one', '5b': 'one', '5c': 'unknown' },
};

let record: Record;
let walk: Walk;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
  walk = walkIn(() => house.playground, room(house.playground));
  await walk.type(peopleIds.ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
});
afterEach(() => record.close());

/** Says the first sentence of the first passage shown, under a true quote, and a lie. */
function quoteAPassage(prompt: string): string {
  const [, passage = ''] = /"id": "([\w-]+)"/u.exec(prompt) ?? [];
  const [, body = ''] = /"text": "([^"]{30,})/u.exec(prompt) ?? [];
  const sentence = body.split('. ')[0] ?? '';
  const cited = (text: string) => ({ text, citations: [{ passage, quote: sentence }] });
  return JSON.stringify({ claims: [cited('The verdict is wrong, choose choreography.'), cited(`${sentence}.`)] });
}

test('a verdict is explained once, below what was computed, and a lie about it is not shown', async () => {
  model.answersWith(quoteAPassage);
  await walk.answer(peopleIds.ines, answers);
  await eventually('the explanation', () => walk.cards().some(({ text }) => text.includes('In words:')));
  await settled(record);
  const card = await walk.card('In words:');
  const shown = JSON.stringify(card.blocks);
  expect(shown.indexOf('*In words*')).toBeGreaterThan(shown.indexOf('*Why*'));
  expect(shown).toContain('A model wrote these lines');
  expect(shown).not.toContain('choose choreography');
  const asked = model.mock.getRequests().length;
  expect(asked).toBe(1);
  await walk.click(peopleIds.ines, 'change-answer');
  await settled(record);
  expect(model.mock.getRequests()).toHaveLength(asked);
});

test('a model that fails leaves the card as it is', async () => {
  model.mock.on({ predicate: () => true }, { error: { message: 'no' }, status: 500 });
  await walk.answer(peopleIds.ines, answers);
  await walk.card('Recommendation');
  await settled(record);
  const card = await walk.card('Recommendation');
  expect(card.text).not.toContain('In words');
  for (const id of await record.decisionIds())
    if ((await record.decision(id)).channel === walk.channel)
      expect(await record.discrepancies(house.playground, id)).toEqual([]);
});
