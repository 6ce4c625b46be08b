// One decision that cannot be read keeps no other waiting; a store that is away for a moment is no damage.
import { beforeEach, expect, test } from 'vitest';
import { StoreSilentError } from '../../src/application/decision-store.ts';
import { createFoldCache } from '../../src/application/fold-cache.ts';
import { createReportGone } from '../../src/application/reassess/report-gone.ts';
import { relatedDecisions } from '../../src/application/related-decisions.ts';
import { accept, openProcess, type Process, team } from '../support/accepted-decisions.ts';
import { type House, openMemoryHouse } from '../support/memory-house.ts';
import { rememberingLog } from './advice/parts.ts';

const owner = 'U1';
const damage = new Error('the record is damaged');

let house: House;
let log: ReturnType<typeof rememberingLog>;
beforeEach(async () => {
  house = openMemoryHouse();
  log = rememberingLog();
  const process = openProcess(house);
  for (const id of ['d1', 'd2', 'd3']) await accept(process, id, { owner, zone: 'UTC' });
});

/** A process that cannot read one of the decisions. */
function unableToRead(broken: string, error: Error): { readonly house: House; readonly process: Process } {
  const store: House['store'] = {
    ...house.store,
    async read(address, since, deliveryKey) {
      if (address.decisionId === broken) throw error;
      return house.store.read(address, since, deliveryKey);
    },
  };
  const hurt = { ...house, store };
  return { house: hurt, process: openProcess(hurt) };
}

test('a card leaves a damaged decision out, and says so in the log', async () => {
  const { store } = unableToRead('d2', damage).house;
  const found = await relatedDecisions({ store, folds: createFoldCache(9), log }, team, ['d1', 'd2']);
  expect([...found.keys()]).toEqual(['d1']);
  expect(log.lines.join()).toContain('d2');
});

test('a card is not drawn without a decision that only could not be reached just then', async () => {
  const { store } = unableToRead('d2', new StoreSilentError('no reply')).house;
  const reading = relatedDecisions({ store, folds: createFoldCache(9), log }, team, ['d1', 'd2']);
  await expect(reading).rejects.toThrow(StoreSilentError);
});

test('the decisions of somebody who is gone hear of it, though one of them is damaged', async () => {
  const { process } = unableToRead('d2', damage);
  await createReportGone({ lists: house.lists, handleCommand: process.handle, log, now: () => 5_000 })(team, owner);
  const left = await Promise.all(['d1', 'd3'].map((id) => openProcess(house).decision(id)));
  expect(left.map(({ ownerGone }) => ownerGone)).toEqual([true, true]);
  expect(log.lines.join()).toContain('d2');
});

test('where the store is away, whoever reported it is told so, to report it again', async () => {
  const { process } = unableToRead('d2', new StoreSilentError('no reply'));
  const reporting = createReportGone({ lists: house.lists, handleCommand: process.handle, log, now: () => 5_000 });
  await expect(reporting(team, owner)).rejects.toThrow(StoreSilentError);
});
