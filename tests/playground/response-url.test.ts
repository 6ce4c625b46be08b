// The response url (slack-platform.md §2.4): what it may do, how often, how long.
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, eventually, playground, socketApp } from './support.ts';

const { architecture, random } = channelIds;
const { ines, noah } = peopleIds;
const row = {
  type: 'actions' as const,
  block_id: 'row',
  elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
};

/** A workspace whose app hands out its response urls. */
async function start() {
  const world = await playground();
  const urls: string[] = [];
  await socketApp(world, (app) => {
    app.command('/decide', async ({ ack, body }) => {
      await ack();
      urls.push(body.response_url);
    });
    app.action('go', async ({ ack, body }) => {
      await ack();
      urls.push('response_url' in body ? body.response_url : '');
    });
  });
  const latest = async (act: Promise<unknown>) => {
    const before = urls.length;
    await act;
    return eventually(() => urls[before]);
  };
  const command = (channel: string = architecture) =>
    latest(world.act({ kind: 'command', user: ines, channel, text: '/decide x' }));
  const click = (ts: string, user: string = ines) => {
    const source = { type: 'message', channel: architecture, ts } as const;
    const value = { type: 'button' };
    return latest(world.act({ kind: 'block_action', user, source, blockId: 'row', actionId: 'go', value }));
  };
  return { world, slack: client(world), command, click };
}

async function send(url: string, body: object): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}

describe('of a command', () => {
  test('answers the person alone unless it says in_channel, even where the app may not post', async () => {
    const { world, command } = await start();
    const url = await command(random);
    await send(url, { text: 'only you' });
    await send(url, { text: 'everybody', response_type: 'in_channel' });
    expect(world.state.ephemerals(ines).map(({ text }) => text)).toEqual(['only you']);
    expect(world.state.messages(random).map(({ text }) => text)).toEqual(['everybody']);
  });

  test('works five times', async () => {
    const { command } = await start();
    const url = await command();
    const statuses: number[] = [];
    for (let use = 0; use < 6; use += 1) {
      statuses.push(await send(url, { text: 'again' }));
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test('works for thirty minutes', async () => {
    const { world, command } = await start();
    const url = await command();
    world.clock.advance(29 * 60_000);
    expect(await send(url, { text: 'still' })).toBe(200);
    world.clock.advance(2 * 60_000);
    expect(await send(url, { text: 'late' })).toBe(404);
  });

  test('refuses blocks that are wrong', async () => {
    const { command } = await start();
    expect(await send(await command(), { blocks: [{ type: 'header' }] })).toBe(400);
  });
});

describe('of a click', () => {
  test('replaces or deletes the message clicked', async () => {
    const { world, slack, click } = await start();
    const ts = (await slack.chat.postMessage({ channel: architecture, text: 'card', blocks: [row] })).ts ?? '';
    const url = await click(ts);
    await send(url, { replace_original: true, text: 'new', blocks: [row] });
    expect(world.state.message(architecture, ts)).toMatchObject({ text: 'new', blocks: [row] });
    await send(url, { delete_original: true });
    expect(world.state.message(architecture, ts)).toBeUndefined();
  });

  test('goes into the thread only with replace_original false', async () => {
    const { world, slack, click } = await start();
    const ts = (await slack.chat.postMessage({ channel: architecture, text: 'card', blocks: [row] })).ts ?? '';
    const url = await click(ts);
    await send(url, { text: 'here', thread_ts: ts, replace_original: false });
    await send(url, { text: 'elsewhere', thread_ts: ts });
    expect(world.state.ephemerals(ines).map(({ text, threadTs }) => [text, threadTs])).toEqual([
      ['here', ts],
      ['elsewhere', undefined],
    ]);
  });

  test('replaces an ephemeral message, which chat.update cannot', async () => {
    const { world, slack, click } = await start();
    const shown = await slack.chat.postEphemeral({ channel: architecture, user: noah, text: 'a', blocks: [row] });
    const url = await click(shown.message_ts ?? '', noah);
    await send(url, { replace_original: true, text: 'b' });
    expect(world.state.ephemerals(noah).map(({ text }) => text)).toEqual(['b']);
    await send(url, { delete_original: true });
    expect(world.state.ephemerals(noah)).toHaveLength(0);
  });

  test('can be made to fail', async () => {
    const { world, slack, click } = await start();
    const ts = (await slack.chat.postMessage({ channel: architecture, text: 'card', blocks: [row] })).ts ?? '';
    const url = await click(ts);
    world.faults.add({ method: 'response_url', kind: 'http', status: 500 });
    expect(await send(url, { replace_original: true, text: 'new' })).toBe(500);
    expect(world.state.message(architecture, ts)?.text).toBe('card');
  });

  test('of an older state of the card still counts, of a card that is gone does not', async () => {
    const { world, slack, click } = await start();
    const ts = (await slack.chat.postMessage({ channel: architecture, text: 'card', blocks: [row] })).ts ?? '';
    await slack.chat.update({ channel: architecture, ts, text: 'redrawn', blocks: [{ ...row, block_id: 'row2' }] });
    expect(await click(ts)).toContain('/response/');
    await slack.chat.delete({ channel: architecture, ts });
    const source = { type: 'message', channel: architecture, ts } as const;
    const gone = {
      kind: 'block_action',
      user: ines,
      source,
      blockId: 'row',
      actionId: 'go',
      value: { type: 'button' },
    };
    expect(await world.act({ ...gone, kind: 'block_action' })).toEqual({ ok: false, error: 'message_not_found' });
  });
});
