// Connections that find their way: to the new primary after a failover, and to words that say why there is none.
import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { StoreRefusedError } from '../../src/application/decision-store.ts';
import {
  ask,
  connect,
  openCommandConnection,
  openProducerConnection,
  openWorkerConnection,
} from '../../src/redis/connection.ts';
import { createScript } from '../../src/redis/script.ts';
import { eventually } from '../support/downbeat.ts';
import { useRedis } from '../support/redis.ts';

const oldPrimary = useRedis();
const newPrimary = useRedis();
/** Each server has a password of its own; behind one name any will do. */
beforeAll(async () => {
  for (const { url } of [oldPrimary, newPrimary]) {
    const operator = new Redis(url);
    await operator.call('ACL', 'SETUSER', 'default', 'nopass');
    operator.disconnect();
  }
});

const opened: Redis[] = [];
const sockets = new Set<Socket>();
let server: Server;
/** Where the name of the database leads. */
let leadsTo: string;

beforeEach(async () => {
  await withOperator((operator) => operator.call('REPLICAOF', 'NO', 'ONE'));
  leadsTo = oldPrimary.url;
  server = createServer((socket) => {
    const { hostname, port } = new URL(leadsTo);
    const beyond = connectTo(Number(port), hostname);
    for (const [from, to] of [
      [socket, beyond],
      [beyond, socket],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const connection of opened.splice(0)) connection.disconnect();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => server.close(resolve));
});

function databaseUrl(): string {
  const address = server.address();
  return `redis://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function watched(connection: Redis): Redis {
  connection.on('error', () => {});
  opened.push(connection);
  return connection;
}

async function withOperator(act: (operator: Redis) => Promise<unknown>): Promise<void> {
  const operator = new Redis(oldPrimary.url);
  await act(operator);
  operator.disconnect();
}

/** The old primary lives on as a replica, as after a failover: it keeps every connection and refuses every write. */
async function failOver(): Promise<void> {
  const { hostname, port } = new URL(newPrimary.url);
  await withOperator((operator) => operator.call('REPLICAOF', hostname, port));
  leadsTo = newPrimary.url;
}

/** Tries as a person does who is told to try again; the limit only says when a promise is broken. */
async function persisting(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    try {
      await write();
      return;
    } catch {
      await wait(25);
    }
  }
  await write();
}

test('after a failover a click is refused once and the next one is recorded by the new primary', async () => {
  const commands = watched(openCommandConnection(databaseUrl()));
  await connect(commands);
  const write = createScript(commands, "return redis.call('SET', KEYS[1], ARGV[1])");
  await write(['said'], ['before']);
  await failOver();
  await expect(write(['said'], ['during'])).rejects.toBeInstanceOf(StoreRefusedError);
  await persisting(() => write(['said'], ['after']));
  const beside = watched(new Redis(newPrimary.url));
  expect(await beside.get('said')).toBe('after');
});

test.each([
  { kind: 'a producer', open: openProducerConnection },
  { kind: 'a worker', open: openWorkerConnection },
])('$kind finds the new primary as well', async ({ open }) => {
  const connection = watched(open(databaseUrl()));
  if (connection.status === 'wait') await connect(connection);
  await eventually('it is connected', () => connection.status === 'ready');
  await failOver();
  await expect(connection.set('job', '1')).rejects.toThrow('READONLY');
  await persisting(() => connection.set('job', '2'));
  const beside = watched(new Redis(newPrimary.url));
  expect(await beside.get('job')).toBe('2');
});

test('a server that is not there is named by what kept us from it', async () => {
  const commands = watched(openCommandConnection('redis://127.0.0.1:1'));
  await expect(connect(commands)).rejects.toThrow('ECONNREFUSED');
});

test('a connection that is not ready records nothing and says so at once', async () => {
  const commands = watched(openCommandConnection(databaseUrl()));
  await expect(ask(commands, () => commands.get('said'))).rejects.toThrow('nothing was recorded');
});
