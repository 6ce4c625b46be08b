// Modals and Home (slack-platform.md §2.4): trigger ids, stacks, hashes, what a submission may answer.
import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, eventually, playground, socketApp } from './support.ts';

const { ines, noah } = peopleIds;
const channel = channelIds.architecture;

const modal = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'modal',
  title: { type: 'plain_text' as const, text: title },
  blocks: [
    {
      type: 'actions' as const,
      block_id: 'row',
      elements: [
        { type: 'button' as const, action_id: 'deeper', text: { type: 'plain_text' as const, text: 'Deeper' } },
      ],
    },
  ],
  ...more,
});
const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };

/** A workspace whose app hands out the trigger ids it gets. */
async function start(more: (app: App) => void = () => undefined) {
  const world = await playground();
  const triggers: string[] = [];
  await socketApp(world, (app) => {
    app.command('/decide', async ({ ack, body }) => {
      await ack();
      triggers.push(body.trigger_id);
    });
    app.action('deeper', async ({ ack, body }) => {
      await ack();
      triggers.push('trigger_id' in body ? body.trigger_id : '');
    });
    more(app);
  });
  const nextTrigger = async () => {
    const before = triggers.length;
    await world.act({ kind: 'command', user: ines, channel, text: '/decide x' });
    return eventually(() => triggers[before]);
  };
  const triggerInModal = async (viewId: string) => {
    const before = triggers.length;
    const source = { type: 'view', viewId } as const;
    const value = { type: 'button' };
    await world.act({ kind: 'block_action', user: ines, source, blockId: 'row', actionId: 'deeper', value });
    return eventually(() => triggers[before]);
  };
  return { world, slack: client(world), nextTrigger, triggerInModal };
}

describe('a trigger id', () => {
  test('opens one modal only', async () => {
    const { world, slack, nextTrigger } = await start();
    const trigger_id = await nextTrigger();
    expect(await codeOf(slack.views.open({ trigger_id, view: modal('One') }))).toBe('ok');
    expect(await codeOf(slack.views.open({ trigger_id, view: modal('Two') }))).toBe('exchanged_trigger_id');
    expect(world.state.modals(ines)).toHaveLength(1);
  });

  test('lives three seconds', async () => {
    const { world, slack, nextTrigger } = await start();
    const early = await nextTrigger();
    world.clock.advance(2_500);
    expect(await codeOf(slack.views.open({ trigger_id: early, view: modal('One') }))).toBe('ok');
    const late = await nextTrigger();
    world.clock.advance(3_500);
    expect(await codeOf(slack.views.open({ trigger_id: late, view: modal('One') }))).toBe('expired_trigger_id');
    expect(await codeOf(slack.views.open({ trigger_id: 'made.up', view: modal('One') }))).toBe('invalid_trigger_id');
  });
});

describe('a modal', () => {
  test('holds three views, and pushing wants a trigger from inside it', async () => {
    const { world, slack, nextTrigger, triggerInModal } = await start();
    const foreign = await nextTrigger();
    const opened = await slack.views.open({ trigger_id: await nextTrigger(), view: modal('One') });
    expect(await codeOf(slack.views.push({ trigger_id: foreign, view: modal('X') }))).toBe('not_found');
    let viewId = opened.view?.id ?? '';
    for (const title of ['Two', 'Three']) {
      const pushed = await slack.views.push({ trigger_id: await triggerInModal(viewId), view: modal(title) });
      viewId = pushed.view?.id ?? '';
    }
    const trigger_id = await triggerInModal(viewId);
    expect(await codeOf(slack.views.push({ trigger_id, view: modal('Four') }))).toBe('push_limit_reached');
    expect(world.state.modals(ines)).toHaveLength(3);
  });

  test('is not updated over a newer state', async () => {
    const { slack, nextTrigger } = await start();
    const opened = await slack.views.open({ trigger_id: await nextTrigger(), view: modal('One') });
    const view_id = opened.view?.id ?? '';
    const hash = opened.view?.hash ?? '';
    expect(await codeOf(slack.views.update({ view_id, hash, view: modal('Two') }))).toBe('ok');
    expect(await codeOf(slack.views.update({ view_id, hash, view: modal('Three') }))).toBe('hash_conflict');
    expect(await codeOf(slack.views.update({ view_id: 'V0', view: modal('X') }))).toBe('not_found');
  });

  test.each([
    ['update', { response_action: 'update', view: modal('New') }, { ok: true }, ['New']],
    ['push', { response_action: 'push', view: modal('New') }, { ok: true }, ['One', 'New']],
    ['clear', { response_action: 'clear' }, { ok: true }, []],
    ['nothing', undefined, { ok: true }, []],
    [
      'errors for no block',
      { response_action: 'errors', errors: { no: 'x' } },
      { ok: false, error: 'unknown_block_in_errors' },
      ['One'],
    ],
    ['a broken view', { response_action: 'update', view: { ...modal('x'.repeat(25)) } }, { ok: false }, ['One']],
  ] as const)('submitted and answered with %s', async (_name, response, result, titles) => {
    const { world, slack, nextTrigger } = await start((app) => {
      app.view('modal', async ({ ack }) => (response === undefined ? ack() : ack(structuredClone(response))));
    });
    const opened = await slack.views.open({ trigger_id: await nextTrigger(), view: modal('One') });
    const submitted = await world.act({ kind: 'view_submit', user: ines, viewId: opened.view?.id ?? '', state: {} });
    expect(submitted).toMatchObject(result);
    const shown = world.state.modals(ines).map(({ view }) => view.title);
    expect(shown).toEqual(titles.map((text) => ({ type: 'plain_text', text })));
  });

  test('closed by hand is told where it asked for that', async () => {
    const closed: string[] = [];
    const { world, slack, nextTrigger } = await start((app) => {
      app.view({ callback_id: 'modal', type: 'view_closed' }, async ({ ack, view }) => {
        await ack();
        closed.push(view.id);
      });
    });
    for (const notify_on_close of [false, true]) {
      const view = modal('One', { notify_on_close });
      const opened = await slack.views.open({ trigger_id: await nextTrigger(), view });
      await world.act({ kind: 'view_close', user: ines, viewId: opened.view?.id ?? '' });
    }
    await eventually(() => closed.length === 1);
    expect(world.state.modals(ines)).toHaveLength(0);
  });

  test('belongs to the person it was opened for', async () => {
    const { world, slack, nextTrigger } = await start();
    const opened = await slack.views.open({ trigger_id: await nextTrigger(), view: modal('One') });
    const foreign = await world.act({ kind: 'view_submit', user: noah, viewId: opened.view?.id ?? '', state: {} });
    expect(foreign).toEqual({ ok: false, error: 'view_not_found' });
  });
});

describe('the Home tab', () => {
  test('is published for one person, and its hash guards it', async () => {
    const { world, slack } = await start();
    const first = await slack.views.publish({ user_id: ines, view: home });
    const hash = first.view?.hash ?? '';
    expect(await codeOf(slack.views.publish({ user_id: ines, hash, view: home }))).toBe('ok');
    expect(await codeOf(slack.views.publish({ user_id: ines, hash, view: home }))).toBe('hash_conflict');
    expect(world.state.home(ines)?.view.type).toBe('home');
    expect(world.state.home(noah)).toBeUndefined();
  });

  test('must be switched on', async () => {
    const slack = client(await playground({ settings: { homeTab: false } }));
    expect(await codeOf(slack.views.publish({ user_id: ines, view: home }))).toBe('not_enabled');
  });

  test('tells the app when it is opened', async () => {
    const opened: string[] = [];
    const { world } = await start((app) => {
      app.event('app_home_opened', async ({ event }) => {
        opened.push(`${event.user} ${event.tab}`);
      });
    });
    await world.act({ kind: 'open_home', user: noah, tab: 'home' });
    await eventually(() => opened.length === 1);
    expect(opened).toEqual([`${noah} home`]);
  });
});
