// The process dies while it answers: the answer stands once in the end, and no claim stands twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { type Downbeat, startDownbeat } from '../../src/downbeat.ts';
import { createLog } from '../../src/log.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { configFor, eventually } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { useRedis } from '../support/redis.ts';
import { settled } from '../support/settled.ts';
import { conversationIn, wordsOf } from './conversation.ts';
import { honest, useModelServer } from './model-server.ts';

const redis = useRedis();
const model = useModelServer();
const talk = conversationIn(
  () => playground,
  () => channelIds.architecture,
);
const question = '@Downbeat is compensation just a rollback?';

let playground: Playground;
let app: AppProcess;
let survivor: Downbeat | undefined;
let record: Record;

/** Starts the app that takes over: a neighbour within this process, which starts sooner. */
function startSurvivor(): Promise<Downbeat> {
  return startDownbeat(
    { ...configFor(playground, redis), model: model.settings() },
    { log: createLog('error'), now: () => playground.clock.now(), deadWorkAfterMs: 2_400, onFatal() {} },
  );
}

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(() => {
    process.stderr.write(app.log());
  });
  await redis.flush();
  playground = await startPlayground({ rateMultiplier: 20 });
  app = await startAppProcess(playground, redis.url, {
    OPENAI_BASE_URL: model.settings().baseUrl ?? '',
    OPENAI_MODEL: 'm',
  });
  record = await openRecord(redis.url);
});
afterEach(async () => {
  record.close();
  await app.kill();
  await survivor?.close(2_000);
  survivor = undefined;
  await playground.close();
});

/** Asks, kills the app at a moment, starts another, and answers the replies once all is settled. */
async function dieAt(moment: () => boolean) {
  const asked = await talk.say(peopleIds.ines, question);
  await eventually('the moment to die', moment);
  await app.kill();
  playground.faults.clear();
  model.says(honest);
  survivor = await startSurvivor();
  await settled(record);
  return talk.replies(asked);
}

/** Every claim of the good answer stands exactly once. */
function expectWhole(text: string): void {
  for (const claim of honest) expect(text.split(`"${claim.text} [1]`).length - 1, claim.text).toBeLessThanOrEqual(1);
  expect(text).toContain(honest[0]?.text);
  expect(text).toContain(honest[2]?.text);
}

test('while the model is being asked', async () => {
  model.says(honest, { latency: 60_000 });
  const [answer, ...others] = await dieAt(() => model.mock.getRequests().length > 0);
  expect(others).toEqual([]);
  expectWhole(JSON.stringify(answer?.blocks));
});

test('while claims are arriving and some are shown', async () => {
  model.says(honest, { chunkSize: 20, latency: 150 });
  const [answer, ...others] = await dieAt(() => talk.sent().includes(honest[0]?.text ?? ''));
  expect(others).toEqual([]);
  expectWhole(JSON.stringify(answer?.blocks));
});

describe.each([
  { name: 'with the right to read back', scopes: true },
  { name: 'without it', scopes: false },
])('$name', ({ scopes }) => {
  beforeEach(() => {
    model.says(honest);
    if (!scopes) playground.faults.revokeScopes('channels:history', 'groups:history', 'im:history');
  });

  test('after the answer reached Slack, before its ts was kept', async () => {
    playground.faults.add({ method: 'chat.postMessage', kind: 'timeout_after_effect' });
    const answers = await dieAt(() => playground.state.calls('chat.postMessage').length > 0);
    // Where the app may not look, one answer too many misleads nobody.
    expect(answers).toHaveLength(scopes ? 1 : 2);
    for (const answer of answers) expect(wordsOf(answer)).toContain('A model wrote this');
  });
});
