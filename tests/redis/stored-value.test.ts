// What is kept beside a decision may be damaged or of an older make: it counts as absent and hides nothing else.
import { expect, test } from 'vitest';
import { createExplanations } from '../../src/redis/explanations.ts';
import { createFeedback } from '../../src/redis/feedback.ts';
import { keys } from '../../src/redis/keys.ts';
import { createPersonSettings } from '../../src/redis/person-settings.ts';
import { createTranscripts } from '../../src/redis/transcripts.ts';
import { useStore } from './store-house.ts';

const house = useStore();
const thread = { team: 'T1', channel: 'C1', threadTs: '1.0' } as const;
const days = 90;

test.each(['{"about":"1b","explanation":{"claims":"of an older make"}}', '{"about":', '7'])(
  'an explanation kept as %s counts as none, so that its card is drawn all the same',
  async (kept) => {
    const explanations = createExplanations(house.connection, { days });
    await house.connection.set(keys.explanation('T1', 'verdict'), kept);
    expect(await explanations.get('T1', 'verdict', '1b')).toBeNull();
  },
);

test('a turn that cannot be read leaves the rest of the conversation', async () => {
  const transcripts = createTranscripts(house.connection, { days });
  const said = { id: '2.0', from: 'person', person: 'U1', text: 'Is compensation a rollback?' } as const;
  await transcripts.keep(thread, said);
  await house.connection.hset(keys.transcript('T1', 'C1:1.0'), { '1.0': '{"from":"nobody"}', '3.0': 'not JSON' });
  expect(await transcripts.latest(thread, 10)).toEqual([said]);
});

test('an opinion that cannot be read leaves the others', async () => {
  const feedback = createFeedback(house.connection, { days });
  const versions = { knowledge: 'k', advisor: null };
  const opinion = { at: 1_000, person: 'U1', helpful: true, answer: '1.1', question: null, reason: null, versions };
  await feedback.keep('T1', { ...opinion, by: 'passages', passages: [] });
  await house.connection.hset(keys.feedback('T1'), 'old', '{"liked":true}');
  await house.connection.zadd(keys.dates(keys.feedback('T1')), 1_000, 'old');
  expect(await feedback.list('T1', 2_000)).toMatchObject([{ person: 'U1', answer: '1.1' }]);
});

test('settings that cannot be read count as none', async () => {
  const settings = createPersonSettings(house.connection);
  await house.connection.hset(keys.settings('T1'), { U1: '{"weekday":', U2: '{"weekday":9}' });
  expect([await settings.habits('T1', 'U1'), await settings.habits('T1', 'U2')]).toEqual([null, null]);
});
