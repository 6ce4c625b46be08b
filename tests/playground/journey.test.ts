// The playground with the real Bolt app: commands, buttons, modals, mentions, over sockets and over HTTP.
import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { app as appIds, channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, httpPair, playground, socketApp } from './support.ts';

const { architecture } = channelIds;
const { ines, noah } = peopleIds;

const button = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'v1' }],
};

function decideListener(app: App): void {
  app.command('/decide', async ({ ack, command, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: command.text, blocks: [button] });
  });
}

function buttonListener(app: App): void {
  app.action('go', async ({ ack, respond, body, action }) => {
    await ack();
    const value = action.type === 'button' ? action.value : '';
    await respond({ replace_original: true, text: `${value} by ${body.user.id}`, blocks: [] });
  });
}

function listeners(app: App): void {
  decideListener(app);
  buttonListener(app);
}

describe.each(['sockets', 'HTTP'])('over %s', (mode) => {
  async function start(listen: (app: App) => void) {
    if (mode === 'HTTP') {
      return httpPair(listen);
    }
    const world = await playground();
    await socketApp(world, listen);
    return world;
  }

  test('a command is acknowledged and posts into its channel', async () => {
    const world = await start(listeners);
    const result = await world.act({ kind: 'command', user: ines, channel: architecture, text: '/decide A & B' });
    expect(result).toEqual({ ok: true });
    const posted = await eventually(() => world.state.messages(architecture)[0]);
    expect(posted).toMatchObject({ text: 'A &amp; B', user: appIds.botUserId, byApp: true });
  });

  test('a click is acknowledged and replaces its message through the response url', async () => {
    const world = await start(listeners);
    await world.act({ kind: 'command', user: ines, channel: architecture, text: '/decide Refunds' });
    const { ts } = await eventually(() => world.state.messages(architecture)[0]);
    const clicked = await world.act({
      kind: 'block_action',
      user: noah,
      source: { type: 'message', channel: architecture, ts },
      blockId: 'row',
      actionId: 'go',
      value: { type: 'button', value: 'forged' },
    });
    expect(clicked).toEqual({ ok: true });
    await eventually(() => world.state.edits(architecture, ts).length === 1);
    expect(world.state.message(architecture, ts)?.text).toBe(`v1 by ${noah}`);
    expect(world.state.calls('chat.update')).toHaveLength(0);
  });

  test('a mention in a thread reaches the app with the root it stands under', async () => {
    const seen: { text: string; thread_ts: string | undefined }[] = [];
    const world = await start((app) => {
      app.event('app_mention', async ({ event }) => {
        seen.push({ text: event.text, thread_ts: event.thread_ts });
      });
    });
    const root = await world.act({ kind: 'message', user: ines, channel: architecture, text: 'How do we refund?' });
    const threadTs = root.ok ? root.ts : undefined;
    await world.act({
      kind: 'message',
      user: noah,
      channel: architecture,
      ...(threadTs === undefined ? {} : { threadTs }),
      text: '@Downbeat what is <a saga>?',
    });
    const [mention] = await eventually(() => seen.length > 0 && seen);
    expect(mention).toEqual({ text: `<@${appIds.botUserId}> what is &lt;a saga&gt;?`, thread_ts: threadTs });
  });

  test('a modal opens by its trigger id, shows refused fields, and closes when they are right', async () => {
    const world = await start((app) => {
      app.command('/decide', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'start',
            title: { type: 'plain_text', text: 'Start' },
            submit: { type: 'plain_text', text: 'Go' },
            blocks: [
              {
                type: 'input',
                block_id: 'title',
                label: { type: 'plain_text', text: 'Title' },
                element: { type: 'plain_text_input', action_id: 'text' },
              },
            ],
          },
        });
      });
      app.view('start', async ({ ack, view }) => {
        const title = view.state.values.title?.text?.value;
        await (title === 'no' ? ack({ response_action: 'errors', errors: { title: 'Another title, please' } }) : ack());
      });
    });
    await world.act({ kind: 'command', user: ines, channel: architecture, text: '/decide' });
    const modal = await eventually(() => world.state.modals(ines)[0]);
    const submit = (value: string) =>
      world.act({
        kind: 'view_submit',
        user: ines,
        viewId: modal.id,
        state: { title: { text: { type: 'plain_text_input', value } } },
      });
    expect(await submit('')).toEqual({ ok: false, error: 'input_invalid' });
    expect(world.state.deliveries().filter(({ kind }) => kind === 'interactive')).toHaveLength(0);
    expect(await submit('no')).toEqual({ ok: false, error: 'input_invalid' });
    expect(world.state.modals(ines)[0]?.errors).toEqual({ title: 'Another title, please' });
    expect(await submit('yes')).toEqual({ ok: true });
    expect(world.state.modals(ines)).toHaveLength(0);
  });
});

test('two apps on sockets share the envelopes, each goes to one of them', async () => {
  const world = await playground();
  const counts = [0, 0];
  for (const index of [0, 1]) {
    await socketApp(world, (app) => {
      app.event('app_mention', async () => {
        counts[index] = (counts[index] ?? 0) + 1;
      });
      app.message(async () => undefined);
    });
  }
  for (let round = 0; round < 4; round += 1) {
    await world.act({ kind: 'message', user: ines, channel: channelIds.architecture, text: '@Downbeat help' });
  }
  await eventually(() => (counts[0] ?? 0) + (counts[1] ?? 0) === 4);
  const envelopes = world.state.deliveries().length;
  expect(envelopes).toBe(8);
  expect(world.state.deliveries().every((record) => record.attempts.length === 1)).toBe(true);
});
