// Whether the process lives and whether it can do its job, asked over HTTP while Slack comes through a socket.
import { expect, test } from 'vitest';
import { useDownbeat } from '../support/downbeat.ts';

const house = useDownbeat();

async function ask(path: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${house.appUrl}${path}`);
  return { status: response.status, body: await response.json() };
}

test('all is well once the app has started', async () => {
  expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } });
  await expect
    .poll(() => ask('/readyz'))
    .toEqual({
      status: 200,
      body: { redis: true, slack: true, knowledge: true },
    });
});

test('while Redis is down the app lives and is not ready', async () => {
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
  await house.redis.kill();
  await expect.poll(async () => (await ask('/readyz')).status).toBe(503);
  expect(await ask('/readyz')).toMatchObject({ body: { redis: false, knowledge: true } });
  expect((await ask('/healthz')).status).toBe(200);
  await house.redis.restart();
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
});

test('while Slack lets no socket in the app lives and is not ready', async () => {
  house.playground.faults.refuseSockets(true);
  house.playground.faults.cutSockets();
  await expect.poll(async () => (await ask('/readyz')).status).toBe(503);
  expect(await ask('/readyz')).toMatchObject({ body: { redis: true, slack: false } });
  house.playground.faults.refuseSockets(false);
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
});
