// The record of a decision, as files in its thread: complete, once a state, and nothing private in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIds } from '../../../playground/server/default-workspace.ts';
import { decisionRecordSchema } from '../../../src/records/decision-record.ts';
import { verifyRecord } from '../../../src/records/verify-record.ts';
import { eventually, useDownbeat } from '../../support/downbeat.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { openRecord, type Record } from '../../support/record.ts';
import { settled } from '../../support/settled.ts';
import { walkIn } from '../../support/walk.ts';

const house = useDownbeat({ shared: true });
const { ines, noah } = peopleIds;
let record: Record;
beforeAll(async () => {
  record = await openRecord(house.redis.url);
});
afterAll(() => record.close());

const uploads = () => house.playground.state.calls('files.completeUploadExternal');

test('the record is shown as Markdown and as JSON, once however often it is asked for', async () => {
  const walk = walkIn(() => house.playground);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.answer(noah, orchestrated);
  await walk.card('Orchestrate');
  await walk.click(noah, 'export');
  await walk.click(noah, 'export');
  await settled(record);
  const shared = await eventually('the files', () =>
    house.playground.state.messages(walk.channel).find(({ files }) => files.length > 0),
  );
  expect(shared.files).toHaveLength(2);
  await walk.click(noah, 'export');
  const told = await eventually('a private word', () => house.playground.state.ephemerals(noah).at(-1));
  expect(told.text).toContain('already');
  await settled(record);
  expect(uploads()).toHaveLength(1);
});

test('the JSON holds the answers and the verdict, and the Markdown its title', async () => {
  const shared = house.playground.state
    .messages(walkIn(() => house.playground).channel)
    .find(({ files }) => files.length > 0);
  const [markdown = '', json = ''] = await Promise.all(
    (shared?.files ?? []).map(async (id) => (await fetch(`${house.playground.url}/files/${id}/x`)).text()),
  );
  const parsed = decisionRecordSchema.parse(JSON.parse(json));
  expect(parsed.title).toBe('Order fulfilment');
  expect(JSON.stringify(parsed)).toContain('"orchestration"');
  expect(verifyRecord(parsed, 0).problems).toEqual([]);
  expect(markdown).toContain('# Order fulfilment');
  expect(markdown).toContain(`decision-makers: ["${parsed.people[ines]}"]`);
  expect(markdown).not.toContain(ines);
});
