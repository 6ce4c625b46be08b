// The form of one's own private answers, sent back for one of them and sent again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { myAnswers } from '../../../src/domain/decision/team.ts';
import { pillarNumbers, pillarQuestionIds } from '../../../src/domain/framework.ts';
import { useDownbeat } from '../../support/downbeat.ts';
import { openForm } from '../../support/form.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { walkIn } from '../../support/walk.ts';
import { decisionIn } from './accepted.ts';
import { submitModal, typed } from './modals.ts';

const house = useDownbeat({ shared: true });
const { ines, noah } = peopleIds;
let record: Record;
beforeAll(async () => {
  record = await openRecord(house.redis.url);
});
afterAll(() => record.close());

test('what was changed before it was sent again is taken as well', async () => {
  const walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide');
  const start = await openForm(house.playground, ines, 'start-decision');
  await start.send({ title: 'Order fulfilment', invited: [ines, noah] });
  await walk.click(ines, 'team-mode');
  await submitModal(house.playground, ines, { 'reveal-after': typed.radio('never') });
  for (const pillar of pillarNumbers.slice(0, -1))
    for (const person of [ines, noah]) {
      await walk.click(person, `my-answers.${pillar}`);
      const answers = pillarQuestionIds[pillar].map((id) => [`option.${id}`, orchestrated[id]] as const);
      await (await openForm(house.playground, person, 'my-answers')).send(Object.fromEntries(answers));
    }
  await walk.click(noah, 'my-answers.5');
  const form = await openForm(house.playground, noah, 'my-answers');
  const sentBack = await form.send({ 'option.5a': 'one', 'option.5b': 'one', 'option.5c': 'part' });
  expect(sentBack).toEqual({ part: expect.stringContaining('name') });
  expect(await form.send({ 'option.5a': 'nobody', 'option.5b': 'one', 'option.5c': 'part', part: 'Refund' })).toEqual(
    {},
  );
  const mine = myAnswers(await decisionIn(record, walk), noah);
  expect(pillarQuestionIds[5].map((id) => mine[id]?.option)).toEqual(['nobody', 'one', 'part']);
});
