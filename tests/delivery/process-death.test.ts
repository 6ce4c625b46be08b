// The process dies at the worst moments: the record is whole, no card is missing, no card stands twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { eventually } from '../support/downbeat.ts';
import { copiesOf, openRecord, type Record } from '../support/record.ts';
import { useRedis } from '../support/redis.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const redis = useRedis();
const { ines, noah } = peopleIds;
const { architecture } = channelIds;
const walk = walkIn(() => playground);

let playground: Playground;
let app: AppProcess;
let record: Record;

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(() => {
    process.stderr.write(app.log());
  });
  await redis.flush();
  playground = await startPlayground({ rateMultiplier: 20 });
  app = await startAppProcess(playground, redis.url);
  record = await openRecord(redis.url);
  await walk.type(ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  await settled(record);
});
afterEach(async () => {
  record.close();
  await app.kill();
  await playground.close();
});

async function onlyDecision(): Promise<string> {
  const [id, ...others] = await record.decisionIds();
  expect(others).toEqual([]);
  return id ?? '';
}

/** Kills the app at the moment Slack is asked for something, and starts it anew. */
async function dieDuring(
  method: string,
  fault: 'drop_before' | 'timeout_after_effect',
  doing: () => Promise<void>,
): Promise<void> {
  const before = playground.state.calls(method).length;
  playground.faults.add({ method, kind: fault });
  await doing();
  await eventually(`a call of ${method}`, () => playground.state.calls(method).length > before);
  await app.kill();
  playground.faults.clear();
  app = await startAppProcess(playground, redis.url);
}

describe.each([
  { name: 'with the right to read back', scopes: true },
  { name: 'without it', scopes: false },
])('$name', ({ scopes }) => {
  beforeEach(() => {
    if (!scopes) playground.faults.revokeScopes('channels:history', 'groups:history', 'im:history');
  });

  test('killed before a post reached Slack: the card stands once', async () => {
    await dieDuring('chat.postMessage', 'drop_before', () => walk.click(ines, 'skip.1'));
    await settled(record);
    await walk.card('2 of 5');
    expect(await record.discrepancies(playground, await onlyDecision())).toEqual([]);
    expect([...copiesOf(playground, architecture).values()].filter((copies) => copies > 1)).toEqual([]);
  });

  test('killed after the post, before its ts was stored: one card acts, an older copy does not', async () => {
    await dieDuring('chat.postMessage', 'timeout_after_effect', () => walk.click(ines, 'skip.1'));
    await settled(record);
    const id = await onlyDecision();
    expect(await record.discrepancies(playground, id)).toEqual([]);
    const copies = walk.cards().filter((card) => card.text.includes('2 of 5'));
    if (scopes) {
      expect(copies).toHaveLength(1);
      return;
    }
    expect(copies).toHaveLength(2);
    const before = await record.events(id);
    await walk.clickOn(noah, copies[0]?.ts ?? '', 'answer.2a.event');
    await eventually('a pointer', () =>
      playground.state.message(architecture, copies[0]?.ts ?? '')?.text.includes('older copy'),
    );
    expect(await record.events(id)).toEqual(before);
  });

  test('killed before the append: the click is not acknowledged and nothing is recorded', async () => {
    const id = await onlyDecision();
    const before = await record.events(id);
    const awake = redis.pause(800);
    const click = walk.click(ines, 'answer.1a.no');
    await app.kill();
    await Promise.all([awake, click]);
    app = await startAppProcess(playground, redis.url);
    const after = await record.events(id);
    // The pause may have let the append through to Redis before the process died: then it is recorded, and shown.
    expect([before.length, before.length + 1]).toContain(after.length);
    await settled(record);
    expect(await record.discrepancies(playground, id)).toEqual([]);
  });

  test('killed in the middle of a redraw: the card comes right', async () => {
    await dieDuring('response_url', 'drop_before', () => walk.click(ines, 'answer.1a.no'));
    await settled(record);
    expect(await record.discrepancies(playground, await onlyDecision())).toEqual([]);
  });
});

test('asked to end, even while Slack answers nothing, it leaves with 0 and has kept what it acknowledged', async () => {
  await app.kill();
  app = await startAppProcess(playground, redis.url, {}, 'main');
  await Promise.all([walk.click(ines, 'answer.1a.no'), walk.click(noah, 'answer.1b.never')]);
  playground.faults.add({ method: '*', kind: 'drop_before', times: Number.POSITIVE_INFINITY });
  const asked = playground.state.calls().length;
  await walk.click(ines, 'skip.1');
  await eventually('a call without an answer', () => playground.state.calls().length > asked);
  expect(await app.terminate()).toBe(0);
  playground.faults.clear();
  const id = await onlyDecision();
  const types = (await record.events(id)).map(({ type }) => type);
  expect(types.filter((type) => type === 'QuestionAnswered' || type === 'PillarSkipped')).toHaveLength(3);
  app = await startAppProcess(playground, redis.url);
  await settled(record);
  expect(await record.discrepancies(playground, id)).toEqual([]);
  expect([...copiesOf(playground, architecture).values()].filter((copies) => copies > 1)).toEqual([]);
});

test('two processes side by side behave as one', async () => {
  const second = await startAppProcess(playground, redis.url);
  try {
    await walk.answer(ines, { '1a': 'no', '1b': 'never', '1c': 'low' });
    await walk.answer(noah, { '2a': 'event', '2b': 'none', '2c': 'simple' });
    await walk.card('3 of 5');
    await settled(record);
    const id = await onlyDecision();
    expect(await record.discrepancies(playground, id)).toEqual([]);
    expect([...copiesOf(playground, architecture).values()].filter((copies) => copies > 1)).toEqual([]);
  } finally {
    await second.kill();
  }
});
