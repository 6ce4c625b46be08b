// What people change afterwards: an edited question is followed and not answered twice, a deleted one is forgotten, and
// Downbeat's own edits are nobody's question.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleIds, team } from '../../playground/server/default-workspace.ts';
import { openCommandConnection } from '../../src/redis/connection.ts';
import { createTranscripts } from '../../src/redis/transcripts.ts';
import { conversationOf } from '../../src/slack/conversation-of.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { openRecord, type Record } from '../support/record.ts';
import { room } from '../support/rooms.ts';
import { settled } from '../support/settled.ts';
import { walkIn } from '../support/walk.ts';
import { conversationIn } from './conversation.ts';
import { honest, useModelServer } from './model-server.ts';

const model = useModelServer({ deadlineMs: 8_000 });
const house = useDownbeat({ shared: true, model: model.settings });
const { ines } = peopleIds;

let channel = '';
let record: Record;
let redis: ReturnType<typeof openCommandConnection>;
const talk = conversationIn(
  () => house.playground,
  () => channel,
);

beforeEach(async () => {
  house.playground.clock.advance(61_000);
  record = await openRecord(house.redis.url);
  redis = openCommandConnection(house.redis.url);
  await redis.connect();
  model.says(honest);
});
afterEach(() => {
  record.close();
  redis.disconnect();
});

/** The decision's thread in a channel, and a mention; or a message in Downbeat's own messages, which opens its thread. */
const places = [
  {
    place: 'a channel',
    mention: '@Downbeat ',
    async open() {
      channel = room(house.playground);
      const walk = walkIn(() => house.playground, channel);
      await walk.type(ines, '/decide Order fulfilment');
      await walk.card('1 of 5');
      await settled(record);
      return (await walk.root()).ts;
    },
  },
  {
    place: 'Downbeat’s messages',
    mention: '',
    async open() {
      const opened = await house.playground.act({ kind: 'open_home', user: ines, tab: 'messages' });
      channel = opened.ok ? (opened.channel ?? '') : '';
      return undefined;
    },
  },
];

const transcript = (threadTs: string) =>
  createTranscripts(redis, { days: 90, conversationOf }).latest({ team: team.id, channel, threadTs }, 99);

/** What people said in the thread, as it is kept. */
async function said(threadTs: string): Promise<readonly string[]> {
  return (await transcript(threadTs)).filter(({ from }) => from === 'person').map(({ text }) => text);
}

async function act(kind: 'edit_message' | 'delete_message', ts: string, text = ''): Promise<void> {
  expect(await house.playground.act({ kind, user: ines, channel, ts, text })).toMatchObject({ ok: true });
}

function lastPrompt(): string {
  return JSON.stringify(model.mock.getRequests().at(-1)?.body);
}

test.each(places)(
  'an edited question in $place is followed and not answered again, a deleted one is forgotten',
  async ({ mention, open }) => {
    const root = await open();
    const ask = (text: string, threadTs: string | undefined) => talk.say(ines, `${mention}${text}`, threadTs);
    const first = await ask('is compensation just a rollbakc of Hildegard’s?', root);
    const thread = root ?? first;
    await expect.poll(() => talk.replies(thread).length, { timeout: 10_000 }).toBe(1);
    const asked = model.mock.getRequests().length;

    await act('edit_message', first, `${mention}is compensation just a rollback?`);
    await expect.poll(() => said(thread), { timeout: 10_000 }).toEqual(['is compensation just a rollback?']);
    await settled(record);
    expect(talk.replies(thread)).toHaveLength(1);
    expect(model.mock.getRequests()).toHaveLength(asked);

    const second = await ask('and what does it cost Gunther?', thread);
    await expect.poll(() => talk.replies(thread).length, { timeout: 10_000 }).toBe(2);
    await settled(record);
    expect(lastPrompt()).toContain('just a rollback?');
    expect(lastPrompt()).not.toContain('Hildegard');

    await act('delete_message', second);
    await expect.poll(() => said(thread), { timeout: 10_000 }).toEqual(['is compensation just a rollback?']);
    await ask('how do I compensate a payment?', thread);
    await expect.poll(() => talk.replies(thread).length, { timeout: 10_000 }).toBe(3);
    await settled(record);
    expect(lastPrompt()).not.toContain('Gunther');
    // Downbeat's own messages were edited all the while, its cards and its answers.
    for (const { from, person } of await transcript(thread)) expect(person).toBe(from === 'person' ? ines : null);

    // The root of a thread in its own messages leaves a tombstone behind; elsewhere the question is a reply like any other.
    await act('delete_message', first);
    await expect.poll(() => said(thread), { timeout: 10_000 }).toEqual(['how do I compensate a payment?']);
  },
);
