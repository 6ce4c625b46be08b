// The playground misbehaves on order: each fault has exactly the effect it promises.
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { client, codeOf, eventually, playground, socketApp } from './support.ts';

const { architecture, paymentsTeam } = channelIds;

async function start() {
  const world = await playground();
  const slack = client(world);
  const post = () => slack.chat.postMessage({ channel: architecture, text: 'hello' });
  const count = () => world.state.messages(architecture).length;
  return { world, slack, post, count };
}

describe('a call', () => {
  test('is refused with the code ordered, as often as ordered', async () => {
    const { world, post, count } = await start();
    world.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'edit_window_closed', times: 2 });
    expect([await codeOf(post()), await codeOf(post()), await codeOf(post())]).toEqual([
      'edit_window_closed',
      'edit_window_closed',
      'ok',
    ]);
    expect(count()).toBe(1);
  });

  test('suffers only where it fits', async () => {
    const { world, slack, post } = await start();
    const match = (args: Readonly<Record<string, unknown>>) => args.channel === paymentsTeam;
    world.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'fatal_error', match });
    expect(await codeOf(post())).toBe('ok');
    expect(await codeOf(slack.chat.postMessage({ channel: paymentsTeam, text: 'x' }))).toBe('fatal_error');
  });

  test('gets an HTTP status, and nothing happens', async () => {
    const { world, post, count } = await start();
    world.faults.add({ method: '*', kind: 'http', status: 503 });
    await expect(post()).rejects.toBeInstanceOf(WebAPIHTTPError);
    expect(count()).toBe(0);
  });

  test('is told to wait', async () => {
    const { world, post } = await start();
    world.faults.add({ method: 'chat.postMessage', kind: 'rate_limited', seconds: 17 });
    const refusal = await post().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WebAPIRateLimitedError);
    expect(refusal).toMatchObject({ retryAfter: 17 });
  });

  test.each([
    ['reset_connection', 0],
    ['reset_after_effect', 1],
  ] as const)('loses its connection: %s', async (kind, written) => {
    const { world, post, count } = await start();
    world.faults.add({ method: 'chat.postMessage', kind });
    await expect(post()).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(count()).toBe(written);
  });

  test.each([
    ['drop_before', 0],
    ['timeout_after_effect', 1],
  ] as const)('never gets an answer: %s', async (kind, written) => {
    const { world, count } = await start();
    world.faults.add({ method: 'chat.postMessage', kind });
    const answer = fetch(`${world.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: architecture, text: 'hello' }),
      signal: AbortSignal.timeout(300),
    });
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(count()).toBe(written);
  });

  test('waits where a delay was ordered, then happens; clear takes orders back', async () => {
    const { world, post, count } = await start();
    world.faults.add({ method: 'chat.postMessage', kind: 'delay', ms: 30 });
    world.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'fatal_error' });
    expect(await codeOf(post())).toBe('fatal_error');
    world.faults.add({ method: 'chat.postMessage', kind: 'error', code: 'fatal_error', times: 5 });
    world.faults.clear();
    expect(await codeOf(post())).toBe('ok');
    expect(count()).toBe(1);
  });
});

describe('deliveries', () => {
  async function listening() {
    const world = await playground({ ackTimeoutMs: 150 });
    const seen: { id: string; retry: number | undefined }[] = [];
    await socketApp(world, (app) => {
      app.event('app_mention', async ({ body, context }) => {
        seen.push({ id: body.event_id, retry: context.retryNum });
      });
      app.action('go', async ({ ack, body }) => {
        await ack();
        seen.push({ id: body.type, retry: undefined });
      });
    });
    const mention = () =>
      world.act({ kind: 'message', user: peopleIds.ines, channel: paymentsTeam, text: '@Downbeat help' });
    return { world, seen, mention };
  }

  test('of events nobody acknowledged come again: at once, after a minute, after five more', async () => {
    const { world, seen, mention } = await listening();
    const match = (body: Readonly<Record<string, unknown>>) => JSON.stringify(body.event).includes('app_mention');
    world.faults.add({ method: 'socket', kind: 'timeout_after_effect', match, times: 3 });
    await mention();
    const attempts = () => world.state.deliveries().find(({ body }) => match(body))?.attempts ?? [];
    await eventually(() => attempts().length === 2);
    world.clock.advance(59_000);
    expect(attempts()).toHaveLength(2);
    world.clock.advance(1_000);
    await eventually(() => attempts().length === 3);
    world.clock.advance(300_000);
    await eventually(() => attempts().length === 4);
    await eventually(() => seen.length === 4);
    expect(seen.map(({ retry }) => retry)).toEqual([0, 1, 2, 3]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
  });

  test('can be repeated, the last copy ten minutes later', async () => {
    const { world, seen, mention } = await listening();
    world.faults.repeatDeliveries({ copies: 3, lastAfterMs: 600_000 });
    await mention();
    await eventually(() => seen.length === 2);
    world.clock.advance(599_000);
    expect(seen).toHaveLength(2);
    world.clock.advance(1_000);
    await eventually(() => seen.length === 3);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
  });

  test('can be ordered again, the same to the letter', async () => {
    const { world, seen, mention } = await listening();
    await mention();
    await eventually(() => seen.length === 1);
    const outcomes = await world.redeliver(({ body }) => JSON.stringify(body).includes('app_mention'));
    expect(outcomes).toMatchObject([{ acked: true }]);
    await eventually(() => seen.length === 2);
    expect(seen[0]?.id).toBe(seen[1]?.id);
  });

  test('fail while no socket is there, and the person is told', async () => {
    const { world } = await listening();
    world.faults.refuseSockets(true);
    world.faults.cutSockets();
    await eventually(() => !world.connected());
    const typed = { kind: 'command', user: peopleIds.ines, channel: architecture, text: '/decide x' } as const;
    expect(await world.act(typed)).toEqual({ ok: false, error: 'dispatch_failed' });
  });

  test('of commands nobody answers end as operation_timeout', async () => {
    const { world } = await listening();
    const typed = { kind: 'command', user: peopleIds.ines, channel: architecture, text: '/decide x' } as const;
    expect(await world.act(typed)).toEqual({ ok: false, error: 'operation_timeout' });
  });

  test('a socket that was cut comes back by itself', async () => {
    const { world, mention, seen } = await listening();
    world.faults.cutSockets();
    await eventually(() => !world.connected());
    await mention();
    await expect.poll(() => world.connected()).toBe(true);
    world.clock.advance(60_000);
    await eventually(() => seen.length === 1);
  });
});
