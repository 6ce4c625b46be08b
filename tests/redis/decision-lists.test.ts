// Lists are projections of the record; one damaged line hides nothing.
import { expect, test } from 'vitest';
import { createDecisionLists } from '../../src/redis/decision-lists.ts';
import { starting, useStore } from './store-house.ts';

const house = useStore();

test('a channel lists its decisions, touched last first, and a damaged one is shown as damaged', async () => {
  const handle = house.process();
  await handle(starting('one', null, 'd1'));
  const later = starting('two', null, 'd2');
  await handle({ ...later, command: { ...later.command, at: 9_000 } });
  await house.connection.hset('downbeat:{T1}:summaries', 'd1', '{broken');
  const lists = createDecisionLists(house.connection);
  const listed = await lists.inChannel('T1', 'C1', 10);
  expect(listed.map((entry) => (entry.ok ? entry.summary.decisionId : `damaged ${entry.decisionId}`))).toEqual([
    'd2',
    'damaged d1',
  ]);
  expect(await lists.titles('T1', [{ decisionId: 'd2', title: 'title' }])).toEqual(
    new Map([['d2', 'Order fulfilment']]),
  );
});
