// A thousand random clicks by three people while Slack, the socket and Redis misbehave at random: what was acknowledged is
// recorded, nothing else is, and every card ends up showing its decision.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { optionIds, questionIds } from '../../src/domain/framework.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { copiesOf, openRecord, type Record } from '../support/record.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';

const OPERATIONS = 1_000;
const house = useDownbeat({ rateMultiplier: Number.POSITIVE_INFINITY });
const walk = walkIn(() => house.playground);
const people = [peopleIds.ines, peopleIds.noah, peopleIds.priya];

let record: Record;
beforeEach(async () => {
  record = await openRecord(house.redis.url);
});
afterEach(() => record.close());

const answer = fc.constantFrom(...questionIds.filter((question) => question !== '5c')).chain((question) =>
  fc.record({
    kind: fc.constant('answer' as const),
    person: fc.constantFrom(...people),
    actionId: fc.constantFrom(...optionIds[question], 'unknown').map((option) => `answer.${question}.${option}`),
  }),
);
const move = fc.record({
  kind: fc.constant('move' as const),
  person: fc.constantFrom(...people),
  actionId: fc
    .tuple(fc.constantFrom('skip', 'change', 'fold'), fc.integer({ min: 1, max: 5 }))
    .map(([verb, pillar]) => `${verb}.${pillar}`),
});
const slackFault = fc.record({
  kind: fc.constant('slack-fault' as const),
  method: fc.constantFrom('chat.postMessage', 'chat.update', 'response_url'),
  fault: fc.constantFrom(
    { kind: 'http', status: 500 } as const,
    { kind: 'rate_limited', seconds: 1 } as const,
    { kind: 'reset_connection' } as const,
    { kind: 'reset_after_effect' } as const,
    { kind: 'delay', ms: 50 } as const,
  ),
});
const repeat = fc.record({ kind: fc.constant('redeliver' as const), last: fc.integer({ min: 1, max: 3 }) });
const operations = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: answer },
    { weight: 4, arbitrary: move },
    { weight: 2, arbitrary: slackFault },
    { weight: 3, arbitrary: repeat },
  ),
  { minLength: OPERATIONS, maxLength: OPERATIONS },
);

test('a thousand random operations under faults leave the record whole and every card right', async () => {
  const seed = Number(process.env['DOWNBEAT_SEED'] ?? Date.now() % 2 ** 31);
  const [script = []] = fc.sample(operations, { numRuns: 1, seed });
  await walk.type(peopleIds.ines, '/decide Order fulfilment');
  await walk.card('1 of 5');
  const acknowledged = new Set<string>();
  for (let done = 0; done < script.length; done += 10) {
    if (done === 400) house.playground.faults.cutSockets();
    const awake = done === 600 ? house.redis.pause(1_500) : null;
    await Promise.all(
      script.slice(done, done + 10).map(async (operation) => {
        if (operation.kind === 'slack-fault')
          house.playground.faults.add({ method: operation.method, ...operation.fault });
        else if (operation.kind === 'redeliver') await house.playground.redeliver(operation.last);
        else if (await walk.pressIfThere(operation.person, operation.actionId)) {
          if (operation.kind === 'answer') acknowledged.add(`${operation.person} ${operation.actionId}`);
        }
      }),
    );
    await awake;
    await eventually('a socket', () => house.playground.connected());
    if (done % 250 === 200) await house.restartApp();
  }
  house.playground.faults.clear();
  await settled(record);

  const [id = ''] = await record.decisionIds();
  const events = await record.events(id);
  const recorded = new Set(
    events.flatMap((event) =>
      event.type === 'QuestionAnswered' ? [`${event.actionTs} ${event.by} ${event.question} ${event.option}`] : [],
    ),
  );
  const context = `seed ${seed}: run again with DOWNBEAT_SEED=${seed}`;
  expect(recorded.size, context).toBe(events.filter((event) => event.type === 'QuestionAnswered').length);
  // Whatever was acknowledged and not refused in words is recorded.
  const said = new Set(
    events.flatMap((event) =>
      event.type === 'QuestionAnswered' ? [`${event.by} answer.${event.question}.${event.option}`] : [],
    ),
  );
  const refused = people.flatMap((person) => house.playground.state.ephemerals(person));
  expect([...acknowledged].filter((click) => !said.has(click)).length, context).toBeLessThanOrEqual(refused.length);
  expect(said.size, context).toBeGreaterThan(20);
  const standing = (await record.decision(id)).questions;
  for (const [question, { standing: answered } = { standing: null }] of Object.entries(standing)) {
    const latest = events
      .flatMap((event) => (event.type === 'QuestionAnswered' && event.question === question ? [event] : []))
      .toSorted((a, b) => Number(a.actionTs) - Number(b.actionTs))
      .at(-1);
    expect(answered?.actionTs, `${context}, ${question}`).toBe(latest?.actionTs);
  }
  expect(await record.discrepancies(house.playground, id), context).toEqual([]);
  expect(
    [...copiesOf(house.playground, channelIds.architecture).values()].filter((copies) => copies > 1),
    context,
  ).toEqual([]);
}, 240_000);
