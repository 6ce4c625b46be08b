// An explanation asked for under "Why we ask" is owed: looked up once, shown whatever happens meanwhile, or honestly not.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createExplainToAsker, whyEffect, whyName, whyOf } from '../../../src/application/converse/explain-to-asker.ts';
import type { Explanation } from '../../../src/application/converse/explanations.ts';
import { openCommandConnection } from '../../../src/redis/connection.ts';
import { createExplanations } from '../../../src/redis/explanations.ts';
import { createOwedEffects } from '../../../src/redis/owed-effects.ts';
import { useRedis } from '../../support/redis.ts';
import { rememberingLog } from '../advice/parts.ts';

const house = useRedis();
const address = { team: 'T1', decisionId: 'd1' };
const asked = { question: '1a', person: 'U1', view: 'V1' } as const;
const explanation: Explanation = {
  by: 'passages',
  claims: [{ text: 'Undo needs an owner.', sources: [] }],
  sources: [],
  nearest: [],
  noAnswer: null,
  fallback: null,
  versions: { knowledge: 'k1', advisor: null },
};

let redis: ReturnType<typeof openCommandConnection>;
let shown: (Explanation | null)[] = [];
let lookedUp = 0;

beforeAll(async () => {
  redis = openCommandConnection(house.url);
  await redis.connect();
});
afterAll(() => redis.disconnect());
beforeEach(async () => {
  await house.flush();
  shown = [];
  lookedUp = 0;
  await createOwedEffects(redis).owe(address, whyEffect(asked));
});

/** Runs the effect as a worker does; what goes wrong with looking up and with showing is the test's. */
function run({ lookUp = async () => {}, show = async () => {} } = {}) {
  const explanations = createExplanations(redis, { days: 90 });
  const explainToAsker = createExplainToAsker({
    owed: createOwedEffects(redis),
    explanations,
    async explainQuestion({ name, question }) {
      await lookUp();
      lookedUp += 1;
      await explanations.keep(address.team, name, { about: `question ${question}`, explanation });
      return explanation;
    },
    whySurface: {
      async show(_, what) {
        await show();
        shown.push(what);
      },
    },
    log: rememberingLog(),
  });
  return explainToAsker(address, asked);
}

const accident = async () => {
  throw new Error('an accident');
};
const owed = () => createOwedEffects(redis).owedAt(address);

test('it is looked up, kept to be shared, and shown', async () => {
  expect(await run()).toEqual({ done: true });
  expect(shown).toEqual([explanation]);
  expect(await createExplanations(redis, { days: 90 }).get('T1', whyName('V1'), 'question 1a')).toEqual(explanation);
  expect(await owed()).toEqual([]);
});

test('where showing fails it stays owed, and is not looked up again', async () => {
  await expect(run({ show: accident })).rejects.toThrow('an accident');
  expect(await owed()).toEqual([whyEffect(asked)]);
  await run();
  expect(shown).toEqual([explanation]);
  expect(lookedUp).toBe(1);
});

test('where looking up fails that is said at once', async () => {
  expect(await run({ lookUp: accident })).toEqual({ done: true });
  expect(shown).toEqual([null]);
  expect(await owed()).toEqual([]);
});

test('the effect says who asked what and where, and no other effect does', () => {
  expect(whyOf(whyEffect(asked))).toEqual(asked);
  for (const other of [
    'card.root',
    'answer.1700000000.000100',
    'share.1a.U1.why-V1',
    'explain-verdict',
    'why.9z.U1.V1',
  ])
    expect(whyOf(other)).toBeNull();
});
