// Files, and what the workspace keeps between runs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, eventually, playground } from './support.ts';

const channel = channelIds.architecture;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'downbeat-playground-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function uploaded(slack: ReturnType<typeof client>, thread_ts: string) {
  await slack.filesUploadV2({
    channel_id: channel,
    thread_ts,
    file: Buffer.from('# Record'),
    filename: 'record.md',
    title: 'The record',
    alt_text: 'The record as text',
    initial_comment: 'Here it is',
  });
}

describe('a file', () => {
  test('is uploaded in three steps and appears in the thread a moment later', async () => {
    const world = await playground();
    const slack = client(world);
    const root = (await slack.chat.postMessage({ channel, text: 'root' })).ts ?? '';
    await uploaded(slack, root);
    expect(world.state.thread(channel, root)).toHaveLength(1);
    const message = await eventually(() => world.state.thread(channel, root)[1]);
    expect(message.text).toBe('Here it is');
    const info = await slack.files.info({ file: message.files[0] ?? '' });
    expect(info.file).toMatchObject({ title: 'The record', mimetype: 'text/markdown', size: 8 });
    const got = await fetch(info.file?.url_private ?? '');
    expect(await got.text()).toBe('# Record');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('whose bytes never came cannot be completed, nor one shown where the app may not post', async () => {
    const slack = client(await playground());
    const missing = await slack.files.getUploadURLExternal({ filename: 'a.png', length: 3 });
    const complete = (id: string, channel_id: string) =>
      codeOf(slack.files.completeUploadExternal({ files: [{ id }], channel_id }));
    expect(await complete(missing.file_id ?? '', channel)).toBe('file_not_found');
    await fetch(missing.upload_url ?? '', { method: 'POST', body: 'abc' });
    expect(await complete(missing.file_id ?? '', channelIds.random)).toBe('not_in_channel');
    expect(await complete(missing.file_id ?? '', channel)).toBe('ok');
  });

  test('of another length than announced is refused', async () => {
    const slack = client(await playground());
    const { upload_url: url = '' } = await slack.files.getUploadURLExternal({ filename: 'a.png', length: 3 });
    expect((await fetch(url, { method: 'POST', body: 'abcd' })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: 'abc' })).status).toBe(200);
  });
});

describe('the data file', () => {
  test('brings back messages, threads, files, Home, members and the clock', async () => {
    const dataFile = join(folder, 'workspace.json');
    const first = await playground({ dataFile });
    const slack = client(first);
    const metadata = { event_type: 'card', event_payload: { key: 'k' } };
    const root = (await slack.chat.postMessage({ channel, text: 'root', metadata })).ts ?? '';
    await uploaded(slack, root);
    await eventually(() => first.state.thread(channel, root)[1]);
    await slack.views.publish({ user_id: peopleIds.ines, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    await first.act({ kind: 'invite', user: peopleIds.ines, channel: channelIds.random, invitee: 'U0DOWNBEAT3' });
    first.clock.advance(3_600_000);
    await first.close();

    const second = await playground({ dataFile });
    expect(second.state.thread(channel, root).map(({ text }) => text)).toEqual(['root', 'Here it is']);
    expect(second.state.message(channel, root)?.metadata).toEqual(metadata);
    expect(second.state.home(peopleIds.ines)).toBeDefined();
    expect(second.clock.offset()).toBe(3_600_000);
    const posted = await client(second).chat.postMessage({ channel: channelIds.random, text: 'still in' });
    expect(Number(posted.ts)).toBeGreaterThan(Number(root) + 3_599);
    const file = second.state.thread(channel, root)[1]?.files[0] ?? '';
    expect(await (await fetch(`${second.url}/files/${file}/record.md`)).text()).toBe('# Record');
  });

  test('that is broken stops the start with its name', async () => {
    const dataFile = join(folder, 'workspace.json');
    writeFileSync(dataFile, '{"version":');
    await expect(playground({ dataFile })).rejects.toThrow(dataFile);
  });

  test('is emptied by starting over, after the owner has cleared what the app kept', async () => {
    const order: number[] = [];
    const world = await playground({
      dataFile: join(folder, 'workspace.json'),
      onStartOver: async () => {
        order.push(world.state.messages(channel).length);
      },
    });
    await client(world).chat.postMessage({ channel, text: 'old' });
    await world.act({ kind: 'start_over' });
    expect(order).toEqual([1]);
    expect(world.state.messages(channel)).toHaveLength(0);
  });
});
