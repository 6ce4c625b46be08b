// Steps asked for in their modal are owed: asked of the model once, shown whatever happens meanwhile, or honestly not.
import { beforeEach, expect, test } from 'vitest';
import type { ProposedSteps, StepsWanted } from '../../../src/application/drawings/propose-steps.ts';
import {
  askedForSteps,
  createProposeToAsker,
  proposeStepsEffect,
  type ShownProposal,
} from '../../../src/application/drawings/propose-to-asker.ts';
import { createFoldCache } from '../../../src/application/fold-cache.ts';
import { createStepDrafts } from '../../../src/redis/step-drafts.ts';
import { address, starting, useStore } from '../../redis/store-house.ts';
import { rememberingLog } from '../advice/parts.ts';

const house = useStore();
const asked = { person: 'U1', view: 'V1' };
const draft = { card: 'root', written: 'Mail: thank the customer', proposed: null } as const;
const proposed: ProposedSteps = { ok: true, text: 'Orders: accept order' };

let shown: ShownProposal[] = [];
let wanted: StepsWanted[] = [];

beforeEach(async () => {
  shown = [];
  wanted = [];
  await house.process()(starting());
  await createStepDrafts(house.connection).keep(address.team, asked.view, draft);
  await house.owed.owe(address, proposeStepsEffect(asked));
});

const accident = async () => {
  throw new Error('an accident');
};

/** Runs the effect as a worker does; what goes wrong with asking and with showing is the test's. */
function run({ ask = async () => {}, show = async () => {} } = {}) {
  const proposeToAsker = createProposeToAsker({
    owed: house.owed,
    store: house.store,
    folds: createFoldCache(10),
    drafts: createStepDrafts(house.connection),
    async proposeSteps(steps) {
      await ask();
      wanted.push(steps);
      return proposed;
    },
    stepsSurface: {
      async show(proposal) {
        await show();
        shown.push(proposal);
      },
    },
    room: 3_000,
    log: rememberingLog(),
  });
  return proposeToAsker(address, asked);
}

const owed = async () => (await house.owed.owedAt(address)).filter((effect) => askedForSteps(effect) !== null);
const toShow = { decision: address.decisionId, view: asked.view, card: draft.card, written: draft.written };

test('steps are asked for with what was typed, and shown in the modal they were asked for in', async () => {
  expect(await run()).toEqual({ done: true });
  expect(wanted).toMatchObject([{ person: 'U1', written: draft.written, room: 3_000, decision: { decisionId: 'd1' } }]);
  expect(shown).toEqual([{ ...toShow, proposed }]);
  expect(await owed()).toEqual([]);
});

test('once they are shown, nothing that was typed is anywhere in Redis', async () => {
  await run();
  expect(await house.connection.keys('*draft*')).toEqual([]);
});

test('until then what was typed is kept for an hour at most', async () => {
  const [key = ''] = await house.connection.keys('*draft*');
  const left = await house.connection.pttl(key);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(60 * 60_000);
});

test('where showing fails they stay owed, and the model is not asked again', async () => {
  await expect(run({ show: accident })).rejects.toThrow('an accident');
  expect(await owed()).toEqual([proposeStepsEffect(asked)]);
  expect(await run()).toEqual({ done: true });
  expect(shown).toEqual([{ ...toShow, proposed }]);
  expect(wanted).toHaveLength(1);
});

test('where asking fails that is said at once, and what was typed comes back', async () => {
  expect(await run({ ask: accident })).toEqual({ done: true });
  expect(shown).toEqual([{ ...toShow, proposed: { ok: false, because: 'no-answer' } }]);
  expect(await owed()).toEqual([]);
});

test('a repeated run shows nothing twice', async () => {
  await run();
  await house.owed.owe(address, proposeStepsEffect(asked));
  expect(await run()).toEqual({ done: true });
  expect(shown).toHaveLength(1);
  expect(wanted).toHaveLength(1);
  expect(await owed()).toEqual([]);
});

test('the effect says who asked and where, and no other effect does', () => {
  expect(askedForSteps(proposeStepsEffect(asked))).toEqual(asked);
  for (const other of ['card.root', 'why.1a.U1.V1', 'drawings.light', 'propose-steps', 'propose-steps.U1'])
    expect(askedForSteps(other)).toBeNull();
});
