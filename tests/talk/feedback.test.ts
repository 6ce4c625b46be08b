// Whether an answer helped, and what could not be answered: kept with what it takes to mend the sources, and no words
// of private channels.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { channelIds, peopleIds, team } from '../../playground/server/default-workspace.ts';
import type { StoredMessage } from '../../playground/server/model.ts';
import { openCommandConnection } from '../../src/redis/connection.ts';
import { createFeedback } from '../../src/redis/feedback.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { openRecord } from '../support/record.ts';
import { conversationIn } from './conversation.ts';

const house = useDownbeat();
const { ines, noah } = peopleIds;
const inPublic = conversationIn(
  () => house.playground,
  () => channelIds.architecture,
);
const inPrivate = conversationIn(
  () => house.playground,
  () => channelIds.paymentsTeam,
);
const gapsScript = join(import.meta.dirname, '..', '..', 'src', 'cli', 'gaps.ts');

/** Clicks one of the two feedback buttons below an answer. */
async function click(user: string, answer: StoredMessage | undefined, which: 'positive' | 'negative'): Promise<void> {
  const [, value = ''] = new RegExp(`"${which}_button":.*?"value":("(?:[^"\\\\]|\\\\.)*")`, 'u').exec(
    JSON.stringify(answer?.blocks),
  ) ?? ['', '""'];
  const block = answer?.blocks.find(({ type }) => type === 'context_actions');
  const clicked = await house.playground.act({
    kind: 'block_action',
    user,
    source: { type: 'message', channel: answer?.channel ?? '', ts: answer?.ts ?? '' },
    blockId: String(block?.['block_id']),
    actionId: 'feedback',
    value: { type: 'feedback_buttons', value: JSON.parse(value) },
  });
  expect(clicked).toEqual({ ok: true });
}

test('an opinion is kept with question, passages and versions; what was not answered is listed by frequency', async () => {
  const record = await openRecord(house.redis.url);
  const redis = openCommandConnection(house.redis.url);
  await redis.connect();
  const opinions = () => createFeedback(redis, { days: 90 }).list(team.id, house.playground.clock.now());

  const [answer] = await inPublic.ask(record, { user: ines, text: '@Downbeat is compensation just a rollback?' });
  const [secret] = await inPrivate.ask(record, { user: ines, text: '@Downbeat is a saga of Hildegard a transaction?' });
  await click(noah, answer, 'positive');
  await click(ines, secret, 'positive');
  await click(ines, answer, 'negative');
  const form = await openForm(house.playground, ines, 'feedback-reason');
  expect(await form.send({ reason: 'It says nothing about money' })).toEqual({});
  await expect.poll(async () => (await opinions()).length, { timeout: 10_000 }).toBe(3);
  const about = {
    answer: answer?.threadTs,
    question: 'is compensation just a rollback?',
    by: 'passages',
    passages: expect.arrayContaining(['p3-compensation-is-not-rollback']),
    versions: { knowledge: expect.stringMatching(/\w/u), advisor: null },
  };
  expect(await opinions()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...about, person: noah, helpful: true, reason: null }),
      expect.objectContaining({ ...about, person: ines, helpful: false, reason: 'It says nothing about money' }),
      expect.objectContaining({ answer: secret?.threadTs, person: ines, helpful: true, question: null }),
    ]),
  );

  for (const [talk, text] of [
    [inPublic, 'who won the cup?'],
    [inPublic, 'what does the canteen serve on Friday?'],
    [inPublic, 'What does the canteen serve on Friday'],
    [inPrivate, 'what does Hildegard earn?'],
  ] as const)
    await talk.ask(record, { user: noah, text: `@Downbeat ${text}` });
  const { stdout } = await promisify(execFile)(process.execPath, [gapsScript, house.redis.url]);
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toBe(`workspace ${team.id}`);
  expect(lines[1]).toMatch(/^ +2 .*what does the canteen serve on Friday\?$/u);
  expect(lines.slice(2).join('\n')).toContain('who won the cup?');
  expect(stdout).toContain('(private channels)');
  expect(stdout).not.toContain('Hildegard');
  record.close();
  redis.disconnect();
});
