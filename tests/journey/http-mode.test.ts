// The same job with Slack's deliveries as signed HTTP requests, and what the server answers beside them.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { peopleIds } from '../../playground/server/default-workspace.ts';
import { eventually, useDownbeat } from '../support/downbeat.ts';
import { openForm } from '../support/form.ts';
import { room } from '../support/rooms.ts';
import { walkIn } from '../support/walk.ts';

const house = useDownbeat({ shared: true, http: true });
const { ines, noah } = peopleIds;

test('a decision goes from the form to a recommendation', async () => {
  const walk = walkIn(() => house.playground, room(house.playground));
  await walk.type(ines, '/decide');
  const form = await openForm(house.playground, ines, 'start-decision');
  expect(await form.send({ title: '?' })).toEqual({ title: expect.stringContaining('no letter') });
  expect(await form.send({ title: 'Order fulfilment', owner: noah })).toEqual({});
  await walk.card('1 of 5');
  await walk.answer(noah, { '1a': 'no', '1b': 'tolerable', '1c': 'hot' });
  await walk.answer(ines, { '2a': 'event', '2b': 'none', '2c': 'simple' });
  await walk.answer(noah, { '3a': 'none', '4a': 'some', '4b': 'reactors', '4c': 'one' });
  await walk.answer(ines, { '5a': 'each', '5b': 'several', '5c': 'no' });
  await walk.card('Let the services react');
  expect(house.playground.state.calls('apps.connections.open')).toEqual([]);
});

test('a mention in a thread starts one as well', async () => {
  const walk = walkIn(() => house.playground, room(house.playground));
  const said = await house.playground.act({ kind: 'message', user: ines, channel: walk.channel, text: 'Refunds?' });
  const threadTs = said.ok ? (said.ts ?? '') : '';
  const text = '@Downbeat decide Refunds';
  await house.playground.act({ kind: 'message', user: noah, channel: walk.channel, text, threadTs });
  await walk.card('1 of 5');
});

describe('a request that is not from Slack', () => {
  async function post(headers: Readonly<Record<string, string>>, body: string): Promise<number> {
    const response = await fetch(`${house.appUrl}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await response.body?.cancel();
    return response.status;
  }
  function signed(secret: string, seconds: number, body: string): Readonly<Record<string, string>> {
    const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
  }
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
  const now = () => Math.floor(Date.now() / 1_000);

  test('is refused: unsigned, signed with another secret, or long after', async () => {
    const { signingSecret } = house.playground;
    expect(await post({}, body)).toBe(401);
    expect(await post(signed('another', now(), body), body)).toBe(401);
    expect(await post(signed(signingSecret, now() - 600, body), body)).toBe(401);
    expect(await post(signed(signingSecret, now(), body), body)).toBe(200);
  });
});

describe('health', () => {
  const ask = async (path: string) => {
    const response = await fetch(`${house.appUrl}${path}`);
    return { status: response.status, body: await response.json() };
  };

  test('is told on the same port', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } });
    await expect
      .poll(() => ask('/readyz'))
      .toEqual({ status: 200, body: { redis: true, slack: true, knowledge: true } });
    expect((await fetch(`${house.appUrl}/else`)).status).toBe(404);
  });

  test('is not ready while Redis is down, alive all the same, and ready again after', async () => {
    await house.redis.kill();
    await expect.poll(async () => (await ask('/readyz')).status).toBe(503);
    expect((await ask('/readyz')).body).toMatchObject({ redis: false });
    expect((await ask('/healthz')).status).toBe(200);
    await house.redis.restart();
    await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
  });
});

test('the app can be stopped and started again on its port', async () => {
  await house.restartApp();
  await eventually('the app', () => true);
  expect((await fetch(`${house.appUrl}/healthz`)).status).toBe(200);
});

test('an end does not wait for a request whose rest never comes', async () => {
  const { hostname, port } = new URL(house.appUrl);
  const stuck = connect(Number(port), hostname);
  stuck.on('error', () => {});
  stuck.write('POST /slack/events HTTP/1.1\r\nHost: app\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n');
  expect(String(await once(stuck, 'data'))).toContain('100 Continue');
  await house.stopApp();
  stuck.destroy();
  await house.restartApp();
});
