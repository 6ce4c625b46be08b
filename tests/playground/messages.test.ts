// Writing, editing, deleting and reading messages as Slack does it (slack-platform.md §7.1).
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, playground } from './support.ts';

const channel = channelIds.architecture;
const { ines } = peopleIds;
const divider = { type: 'divider' } as const;

async function start() {
  const world = await playground();
  return { world, slack: client(world) };
}

async function posted(slack: ReturnType<typeof client>, text = 'hello', thread_ts?: string): Promise<string> {
  const answer = await slack.chat.postMessage({ channel, text, ...(thread_ts === undefined ? {} : { thread_ts }) });
  return answer.ts ?? '';
}

describe('text', () => {
  test('is cut at 40000 characters when posted', async () => {
    const { world, slack } = await start();
    const ts = await posted(slack, 'x'.repeat(40_001));
    expect(world.state.message(channel, ts)?.text).toHaveLength(40_000);
  });

  test('of more than 4000 characters is refused in an edit', async () => {
    const { slack } = await start();
    const ts = await posted(slack);
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'x'.repeat(4000) }))).toBe('ok');
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'x'.repeat(4001) }))).toBe('msg_too_long');
  });

  test('or blocks there must be', async () => {
    const { slack } = await start();
    expect(await codeOf(slack.chat.postMessage({ channel, text: '' }))).toBe('no_text');
    expect(await codeOf(slack.chat.postMessage({ channel, text: '', blocks: [divider] }))).toBe('ok');
  });

  test('in Markdown excludes text and has 12000 characters at most', async () => {
    const { slack } = await start();
    const post = (args: object) => codeOf(slack.apiCall('chat.postMessage', { channel, ...args }));
    expect(await post({ markdown_text: '**a**' })).toBe('ok');
    expect(await post({ markdown_text: '**a**', text: 'a' })).toBe('markdown_text_conflict');
    expect(await post({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
  });
});

describe('an edit', () => {
  test('with text and no blocks removes the blocks, and what was before is remembered', async () => {
    const { world, slack } = await start();
    const first = await slack.chat.postMessage({ channel, text: 'a', blocks: [divider] });
    const ts = first.ts ?? '';
    await slack.chat.update({ channel, ts, text: 'b' });
    expect(world.state.message(channel, ts)).toMatchObject({ text: 'b', blocks: [] });
    expect(world.state.edits(channel, ts).map((version) => version.text)).toEqual(['a']);
    expect(world.state.edits(channel, ts)[0]?.blocks).toHaveLength(1);
  });

  test('of a message that is not there, or not the app’s, is refused', async () => {
    const { world, slack } = await start();
    const human = await world.act({ kind: 'message', user: ines, channel, text: 'mine' });
    const ts = human.ok ? (human.ts ?? '') : '';
    expect(await codeOf(slack.chat.update({ channel, ts, text: 'x' }))).toBe('cant_update_message');
    expect(await codeOf(slack.chat.delete({ channel, ts }))).toBe('cant_delete_message');
    expect(await codeOf(slack.chat.update({ channel, ts: '1700000000.000001', text: 'x' }))).toBe('message_not_found');
  });

  test('keeps metadata it does not mention', async () => {
    const { world, slack } = await start();
    const metadata = { event_type: 'card', event_payload: { key: 'k' } };
    const ts = (await slack.chat.postMessage({ channel, text: 'a', metadata })).ts ?? '';
    await slack.apiCall('chat.update', { channel, ts, text: 'b' });
    expect(world.state.message(channel, ts)?.metadata).toEqual(metadata);
  });
});

describe('deleting', () => {
  test('takes a message away', async () => {
    const { world, slack } = await start();
    const ts = await posted(slack);
    await slack.chat.delete({ channel, ts });
    expect(world.state.messages(channel)).toHaveLength(0);
    expect(await codeOf(slack.chat.delete({ channel, ts }))).toBe('message_not_found');
  });

  test('a root with replies leaves a tombstone nobody can edit', async () => {
    const { world, slack } = await start();
    const root = await posted(slack);
    await posted(slack, 'reply', root);
    await slack.chat.delete({ channel, ts: root });
    expect(world.state.message(channel, root)?.subtype).toBe('tombstone');
    expect(await codeOf(slack.chat.update({ channel, ts: root, text: 'x' }))).toBe('message_not_found');
  });
});

describe('reading back', () => {
  test('a thread begins with its root and shows metadata only when asked', async () => {
    const { slack } = await start();
    const root = await posted(slack, 'root');
    const metadata = { event_type: 'card', event_payload: { key: 'k' } };
    await slack.chat.postMessage({ channel, thread_ts: root, text: 'reply', metadata });
    const plain = await slack.conversations.replies({ channel, ts: root });
    const full = await slack.conversations.replies({ channel, ts: root, include_all_metadata: true });
    expect(plain.messages?.map(({ text }) => text)).toEqual(['root', 'reply']);
    expect(plain.messages?.[0]).toMatchObject({ reply_count: 1, thread_ts: root });
    expect(plain.messages?.[1]).not.toHaveProperty('metadata');
    expect(full.messages?.[1]).toHaveProperty('metadata', metadata);
    expect(await codeOf(slack.conversations.replies({ channel, ts: '1700000000.000001' }))).toBe('thread_not_found');
  });

  test('a channel comes newest first, in pages, without replies that were not broadcast', async () => {
    const { slack } = await start();
    const root = await posted(slack, 'one');
    await posted(slack, 'two');
    await posted(slack, 'hidden reply', root);
    await slack.chat.postMessage({ channel, thread_ts: root, text: 'shown reply', reply_broadcast: true });
    const first = await slack.conversations.history({ channel, limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await slack.conversations.history({ channel, limit: 2, cursor });
    expect(first.messages?.map(({ text }) => text)).toEqual(['shown reply', 'two']);
    expect(second.messages?.map(({ text }) => text)).toEqual(['one']);
    expect([first.has_more, second.has_more]).toEqual([true, false]);
  });
});

test('metadata has a form', async () => {
  const { slack } = await start();
  const post = (metadata: object) => codeOf(slack.apiCall('chat.postMessage', { channel, text: 'a', metadata }));
  expect(await post({ event_type: 'card', event_payload: { deep: { still: 'fine' } } })).toBe('ok');
  expect(await post({ event_type: 'card', event_payload: { too: { deep: { here: 1 } } } })).toBe(
    'invalid_metadata_format',
  );
  expect(await post({ event_payload: {} })).toBe('invalid_metadata_format');
  expect(await post({ event_type: 'card', event_payload: { big: 'x'.repeat(16_001) } })).toBe('metadata_too_large');
});

test('an ephemeral message is seen by its recipient only and cannot be edited', async () => {
  const { world, slack } = await start();
  const shown = await slack.chat.postEphemeral({ channel, user: ines, text: 'psst' });
  expect(world.state.ephemerals(ines).map(({ text }) => text)).toEqual(['psst']);
  expect(world.state.ephemerals(peopleIds.noah)).toHaveLength(0);
  const edit = slack.chat.update({ channel, ts: shown.message_ts ?? '', text: 'x' });
  expect(await codeOf(edit)).toBe('message_not_found');
  const stranger = slack.chat.postEphemeral({ channel, user: peopleIds.tomas, text: 'psst' });
  expect(await codeOf(stranger)).toBe('user_not_in_channel');
});

test('typed text is escaped, and names become mentions', async () => {
  const { world } = await start();
  await world.act({ kind: 'message', user: ines, channel, text: 'a <!channel> & @noah, see https://example.org/x' });
  expect(world.state.messages(channel)[0]?.text).toBe(
    `a &lt;!channel&gt; &amp; <@${peopleIds.noah}>, see <https://example.org/x>`,
  );
});
