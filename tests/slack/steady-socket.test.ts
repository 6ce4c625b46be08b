// A Socket Mode connection that is opened again: what goes wrong then never ends the process by surprise.
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { createLog } from '../../src/log.ts';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { socketOptions } from '../../src/slack/clients.ts';
import { keepSteady } from '../../src/slack/steady-socket.ts';
import { eventually } from '../support/downbeat.ts';

const log = createLog('error', new Writable({ write: (_line, _encoding, done) => done() }));
let playground: Playground;
let fatal: unknown[];
let unhandled: unknown[];
const notice = (reason: unknown) => unhandled.push(reason);
beforeEach(async () => {
  playground = await startPlayground({});
  fatal = [];
  unhandled = [];
  process.on('unhandledRejection', notice);
});
afterEach(async () => {
  process.off('unhandledRejection', notice);
  await playground.close();
});

function clientWith(appToken: string) {
  const { client } = new SocketModeReceiver({
    appToken,
    logger: createBoltLogger(log),
    // The client waits this long, times the failures so far, before it opens a lost socket again.
    clientPingTimeout: 100,
    installerOptions: { clientOptions: socketOptions({ botToken: '', apiUrl: playground.apiUrl, log }) },
  });
  keepSteady(client, { log, onFatal: (error) => fatal.push(error) });
  return client;
}

test('a first start that Slack refuses is told to whoever starts the app', async () => {
  await expect(clientWith('xapp-wrong').start()).rejects.toThrow('invalid_auth');
  expect(fatal).toEqual([]);
});

test('an end in the middle of opening the socket again is an orderly end', async () => {
  const client = clientWith(playground.appToken);
  await client.start();
  playground.faults.refuseSockets(true);
  playground.faults.cutSockets();
  await eventually('it opens the socket again', () => playground.state.calls('apps.connections.open').length > 2);
  await client.disconnect();
  await eventually('it has given up', () => client.websocket?.isActive() !== true);
  await nextTurn();
  expect(fatal).toEqual([]);
  expect(unhandled).toEqual([]);
});
