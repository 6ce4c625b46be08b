// The line that somebody reads whose start failed: it names what to look at.
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartError, startFailure, starting } from '../src/start-error.ts';

let taken: Server;
beforeEach(() => {
  taken = createServer();
  return new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => taken.close(resolve)));

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function listenOn(port: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

test('a port that is taken is named with its setting, thrown or emitted', async () => {
  const port = portOf(taken);
  const thrown = starting(
    () => listenOn(port),
    () => 'SLACK_APP_TOKEN: something else',
  );
  await expect(thrown).rejects.toThrow(`PORT: port ${port} cannot be had (EADDRINUSE)`);
  const emitted = await listenOn(port).catch((error: unknown) => error);
  expect(startFailure(emitted)).toBe(`Downbeat could not start: PORT: port ${port} cannot be had (EADDRINUSE)`);
});

test('anything else is told in the words for that part of the start, with its cause kept', async () => {
  const cause = new Error('invalid_auth');
  const failed = await starting(
    () => Promise.reject(cause),
    () => 'SLACK_BOT_TOKEN: refused',
  ).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StartError);
  expect(failed).toMatchObject({ message: 'SLACK_BOT_TOKEN: refused', cause });
  expect(startFailure(failed)).toBe('Downbeat could not start: SLACK_BOT_TOKEN: refused');
});

test('a fault of our own is told with its stack, so that it can be found', () => {
  const line = startFailure(new TypeError('known is not iterable'));
  expect(line).toContain('TypeError: known is not iterable');
  expect(line).toContain('start-error.test.ts');
});

test('what goes well is answered as it is', async () => {
  expect(
    await starting(
      async () => 'ready',
      () => '',
    ),
  ).toBe('ready');
});
