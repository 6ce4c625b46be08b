// Streamed messages and the status line (slack-platform.md §5.2, §5.3), with the real client's streamer.
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds, team } from '../../playground/server/default-workspace.ts';
import { client, codeOf, playground } from './support.ts';

const channel = channelIds.architecture;
const recipient = { recipient_user_id: peopleIds.ines, recipient_team_id: team.id };

async function start() {
  const world = await playground();
  const slack = client(world);
  const thread_ts = (await slack.chat.postMessage({ channel, text: 'question' })).ts ?? '';
  const begin = () => slack.chat.startStream({ channel, thread_ts, ...recipient, markdown_text: 'one ' });
  return { world, slack, thread_ts, begin };
}

test('a stream grows and ends as an ordinary message', async () => {
  const { world, slack, thread_ts } = await start();
  const streamer = slack.chatStream({ channel, thread_ts, ...recipient, buffer_size: 1 });
  await streamer.append({ markdown_text: 'one ' });
  expect(world.state.thread(channel, thread_ts)[1]?.stream).toBeDefined();
  await streamer.append({ markdown_text: 'two' });
  await streamer.stop({ blocks: [{ type: 'divider' }] });
  const [, message] = world.state.thread(channel, thread_ts);
  expect(message).toMatchObject({ text: 'one two', stream: undefined });
  expect(message?.blocks.map(({ type }) => type)).toEqual(['markdown', 'divider']);
});

describe('a stream', () => {
  test.each([
    ['recipient_user_id', 'missing_recipient_user_id'],
    ['recipient_team_id', 'missing_recipient_team_id'],
    ['thread_ts', 'invalid_arguments'],
  ])('in a channel needs %s', async (left, code) => {
    const { slack, thread_ts } = await start();
    const args = Object.entries({ channel, thread_ts, ...recipient }).filter(([key]) => key !== left);
    expect(await codeOf(slack.apiCall('chat.startStream', Object.fromEntries(args)))).toBe(code);
  });

  test('in a DM needs no recipient', async () => {
    const { slack } = await start();
    const dm = await slack.chat.postMessage({ channel: peopleIds.ines, text: 'question' });
    const args = { channel: dm.channel ?? '', thread_ts: dm.ts ?? '' };
    expect(await codeOf(slack.chat.startStream(args))).toBe('ok');
  });

  test('that is live cannot be edited, one that is not live cannot grow', async () => {
    const { slack, begin } = await start();
    const ts = (await begin()).ts ?? '';
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'x' }))).toBe('streaming_state_conflict');
    await slack.chat.stopStream({ channel, ts });
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'x' }))).toBe('ok');
    const append = slack.chat.appendStream({ channel, ts, markdown_text: 'x' });
    expect(await codeOf(append)).toBe('message_not_in_streaming_state');
  });

  test('is dropped after five minutes', async () => {
    const { world, slack, begin } = await start();
    const ts = (await begin()).ts ?? '';
    world.clock.advance(4 * 60_000);
    expect(await codeOf(slack.chat.appendStream({ channel, ts, markdown_text: 'x' }))).toBe('ok');
    world.clock.advance(2 * 60_000);
    const late = slack.chat.stopStream({ channel, ts });
    expect(await codeOf(late)).toBe('message_not_in_streaming_state');
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'instead' }))).toBe('ok');
  });

  test('takes tasks and refuses unknown chunks and too much text', async () => {
    const { world, slack, begin } = await start();
    const ts = (await begin()).ts ?? '';
    const append = (args: object) => codeOf(slack.apiCall('chat.appendStream', { channel, ts, ...args }));
    const task = { type: 'task_update', id: 't', title: 'Searching', status: 'in_progress' };
    expect(await append({ chunks: [task] })).toBe('ok');
    expect(world.state.message(channel, ts)?.blocks[0]).toMatchObject({ type: 'task_card', title: 'Searching' });
    expect(await append({ chunks: [{ type: 'confetti' }] })).toBe('invalid_chunks');
    expect(await append({ markdown_text: 'x'.repeat(12_000) })).toBe('msg_too_long');
    expect(world.state.message(channel, ts)?.text).toBe('one ');
  });
});

describe('the status line of a thread', () => {
  test('goes with the app’s next message', async () => {
    const { world, slack, thread_ts } = await start();
    await slack.assistant.threads.setStatus({ channel_id: channel, thread_ts, status: 'looking it up' });
    expect(world.state.status(channel, thread_ts)).toBe('looking it up');
    await slack.chat.postMessage({ channel, thread_ts, text: 'answer' });
    expect(world.state.status(channel, thread_ts)).toBeUndefined();
  });

  test('goes by itself after two minutes', async () => {
    const { world, slack, thread_ts } = await start();
    await slack.assistant.threads.setStatus({ channel_id: channel, thread_ts, status: 'looking it up' });
    world.clock.advance(119_000);
    expect(world.state.status(channel, thread_ts)).toBe('looking it up');
    world.clock.advance(1_000);
    expect(world.state.status(channel, thread_ts)).toBeUndefined();
  });
});

test('at most four prompts are suggested', async () => {
  const { slack } = await start();
  const suggest = (count: number) => {
    const prompts = Array.from({ length: count }, () => ({ title: 'Ask', message: 'Why?' }));
    return codeOf(slack.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts }));
  };
  expect([await suggest(4), await suggest(5)]).toEqual(['ok', 'too_many_prompts']);
});
