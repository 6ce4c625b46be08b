// The private Redis: found or unpacked, kept to ourselves, gone when we are gone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  RedisDataInUseError,
  RedisMissingError,
  RedisPortInUseError,
  RedisStartError,
} from '../../playground/private-redis/errors.ts';
import { probe } from '../../playground/private-redis/probe.ts';
import { resolveRedis } from '../../playground/private-redis/resolve-redis.ts';
import { type PrivateRedis, startPrivateRedis } from '../../playground/private-redis/start-private-redis.ts';
import { REDIS_CACHE_DIR, useRedis } from '../support/redis.ts';

const PATH_FOLDERS = (process.env.PATH ?? '').split(delimiter);
const onDebian = ['apt-get', 'dpkg'].every((tool) => PATH_FOLDERS.some((folder) => existsSync(join(folder, tool))));

const placeSchema = z.object({ port: z.number(), password: z.string() });
const childSchema = z.object({ place: placeSchema, url: z.string(), pid: z.number() });

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'downbeat-private-redis-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const running: PrivateRedis[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((redis) => redis.stop()));
});

type StartOptions = Omit<Parameters<typeof startPrivateRedis>[0], 'cacheDir' | 'say' | 'dataDir'> & {
  readonly data: string;
  readonly cacheDir?: string;
  readonly said?: string[];
};

async function start({ data, said = [], ...options }: StartOptions): Promise<PrivateRedis> {
  const redis = await startPrivateRedis({
    dataDir: join(scratch, data),
    cacheDir: REDIS_CACHE_DIR,
    say: (line) => said.push(line),
    ...options,
  });
  running.push(redis);
  return redis;
}

async function ask(url: string, ...command: readonly [string, ...string[]]): Promise<unknown> {
  const client = new Redis(url);
  // The command's own promise carries what went wrong.
  client.on('error', () => {});
  const [name, ...args] = command;
  try {
    return await client.call(name, ...args);
  } finally {
    client.disconnect();
  }
}

/** Another process that starts a private Redis on the same kind of folder and then just stays. */
async function startInChild(data: string) {
  const module = join(import.meta.dirname, '../../playground/private-redis/start-private-redis.ts');
  const options = { dataDir: join(scratch, data), cacheDir: REDIS_CACHE_DIR };
  const script = `
    const { startPrivateRedis } = await import(${JSON.stringify(module)});
    const redis = await startPrivateRedis({ ...${JSON.stringify(options)}, say() {} });
    process.stdout.write(JSON.stringify(redis));
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  const [text] = await new Promise<[string]>((resolve) => child.stdout.once('data', (chunk) => resolve([chunk])));
  return { child, ...childSchema.parse(JSON.parse(text)) };
}

describe('the private Redis', () => {
  it('listens on this machine only, writes every change to a file and never evicts', async () => {
    const redis = await start({ data: 'settings' });
    async function setting(name: string): Promise<unknown> {
      return ask(redis.url, 'CONFIG', 'GET', name);
    }
    expect(await setting('bind')).toEqual(['bind', '127.0.0.1']);
    expect(await setting('appendonly')).toEqual(['appendonly', 'yes']);
    expect(await setting('appendfsync')).toEqual(['appendfsync', 'everysec']);
    expect(await setting('maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  });

  it('turns away whoever does not know its password', async () => {
    const redis = await start({ data: 'password' });
    expect(await probe({ ...redis.place, password: 'guessed' })).toBe('stranger');
    await expect(ask(`redis://127.0.0.1:${redis.place.port}`, 'PING')).rejects.toThrow('NOAUTH');
  });

  it('keeps its data between runs', async () => {
    const first = await start({ data: 'kept' });
    await ask(first.url, 'SET', 'title', 'Order fulfilment');
    await first.stop();
    const second = await start({ data: 'kept' });
    expect(await ask(second.url, 'GET', 'title')).toBe('Order fulfilment');
  });

  it('has ended when stop returns, and stopping twice is harmless', async () => {
    const redis = await start({ data: 'stopped' });
    await redis.stop();
    await redis.stop();
    expect(await probe(redis.place)).toBe('nobody');
  });

  it('serves BullMQ, which opens further connections from the first', async () => {
    const redis = await start({ data: 'bullmq' });
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue('effects', { connection });
    await queue.add('card', { decision: 'D1' });
    expect(await queue.count()).toBe(1);
    const copy = connection.duplicate();
    expect(await copy.ping()).toBe('PONG');
    copy.disconnect();
    await queue.close();
    await connection.quit();
  });

  it('says when it ends although nobody stopped it', async () => {
    const said: string[] = [];
    const redis = await start({ data: 'crash', said });
    process.kill(redis.pid, 'SIGKILL');
    await expect.poll(() => said).toEqual([expect.stringContaining('ended unexpectedly (signal SIGKILL)')]);
  });
});

describe('a private Redis that cannot have what it needs', () => {
  it('refuses data that another running one works on, and leaves that one alone', async () => {
    const first = await start({ data: 'shared' });
    await expect(start({ data: 'shared' })).rejects.toThrow(RedisDataInUseError);
    expect(await probe(first.place)).toBe('ready');
  });

  it('refuses data of a running one that answers nothing for now', async () => {
    const first = await start({ data: 'suspended' });
    process.kill(first.pid, 'SIGSTOP');
    await expect(start({ data: 'suspended' })).rejects.toThrow(RedisDataInUseError);
    process.kill(first.pid, 'SIGCONT');
  });

  it('lets one of two starts in the same moment win', async () => {
    const both = await Promise.allSettled([start({ data: 'race' }), start({ data: 'race' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not held up by a start that was killed half-way', async () => {
    await mkdir(join(scratch, 'half-way'));
    const gone = spawn(process.execPath, ['--eval', '']);
    await once(gone, 'exit');
    await writeFile(join(scratch, 'half-way', 'starting.pid'), String(gone.pid));
    const redis = await start({ data: 'half-way' });
    expect(await probe(redis.place)).toBe('ready');
  });

  it('names a port that belongs to another program', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const asked = start({ data: 'port', place: { port, password: 'secret' } });
    await expect(asked).rejects.toThrow(new RedisPortInUseError(port));
    other.close();
  });

  it('says what Redis said when its file is broken', async () => {
    const first = await start({ data: 'broken' });
    await first.stop();
    const folder = join(scratch, 'broken', 'appendonlydir');
    for (const name of await readdir(folder)) await writeFile(join(folder, name), 'not what Redis wrote\n');
    const second = start({ data: 'broken' });
    await expect(second).rejects.toThrow(RedisStartError);
    await expect(second).rejects.toThrow(/manifest|append only file/i);
  });
});

describe('a private Redis whose parent is killed', () => {
  it('ends too, and its data are there for the next start at once', async () => {
    const { child, place, url } = await startInChild('orphan');
    await ask(url, 'SET', 'answer', 'yes');
    child.kill('SIGKILL');
    const next = await start({ data: 'orphan' });
    expect(await ask(next.url, 'GET', 'answer')).toBe('yes');
    expect(await probe(place)).toBe('nobody');
  });

  it('ends even when it was suspended', async () => {
    const { child, place, pid } = await startInChild('suspended-orphan');
    process.kill(pid, 'SIGSTOP');
    child.kill('SIGKILL');
    await expect.poll(() => probe(place)).toBe('nobody');
  });
});

describe('finding a Redis', () => {
  it('takes the configured one and leaves it running', async () => {
    const configured = await start({ data: 'configured' });
    const resolved = await resolveRedis({
      redisUrl: configured.url,
      dataDir: join(scratch, 'not-made'),
      cacheDir: REDIS_CACHE_DIR,
      say: () => {},
    });
    await resolved.stop();
    expect(resolved.url).toBe(configured.url);
    expect(await probe(configured.place)).toBe('ready');
    expect(existsSync(join(scratch, 'not-made'))).toBe(false);
  });

  it.each([undefined, ''])('starts a private one when REDIS_URL is %j', async (redisUrl) => {
    const dataDir = join(scratch, 'unconfigured');
    const resolved = await resolveRedis({ redisUrl, dataDir, cacheDir: REDIS_CACHE_DIR, say: () => {} });
    expect(await ask(resolved.url, 'PING')).toBe('PONG');
    await resolved.stop();
  });

  it('says in one sentence what to install where there is neither Redis nor Debian', async () => {
    const searchPath = join(scratch, 'nothing');
    const missing = start({ data: 'missing', searchPath });
    await expect(missing).rejects.toThrow(RedisMissingError);
    await expect(missing).rejects.toThrow(
      /^Install Redis 6\.2 or newer .+ or set REDIS_URL to one that runs: [^.]+\.$/,
    );
  });

  it('passes over a Redis that is too old', async () => {
    const searchPath = join(scratch, 'old');
    await mkdir(searchPath);
    await writeFile(join(searchPath, 'redis-server'), '#!/bin/sh\necho "Redis server v=5.0.14 sha=0 bits=64"\n');
    await chmod(join(searchPath, 'redis-server'), 0o755);
    await expect(start({ data: 'old-data', searchPath })).rejects.toThrow(RedisMissingError);
  });

  it.skipIf(!onDebian)(
    'unpacks one from Debian’s packages, says so, and uses it again',
    async () => {
      const searchPath = await pathWithoutRedis();
      const cacheDir = join(scratch, 'cache with a space');
      const asGiven = relative(process.cwd(), cacheDir);
      const said: string[] = [];
      const first = await start({ data: 'unpacked', searchPath, cacheDir: asGiven, said });
      expect(await ask(first.url, 'PING')).toBe('PONG');
      const [unpacked = '', ...rest] = await readdir(cacheDir);
      expect(rest).toEqual([]);
      const loaded = await readFile(`/proc/${first.pid}/maps`, 'utf8');
      expect(loaded).toContain(join(cacheDir, unpacked, 'usr', 'bin'));
      expect(loaded).toMatch(new RegExp(`${join(cacheDir, unpacked)}/\\S*lib/\\S+\\.so`));
      expect(said).toEqual([expect.stringContaining('Nothing gets installed'), expect.stringContaining(first.version)]);
      await first.stop();

      const again = await start({ data: 'unpacked', searchPath, cacheDir: asGiven, said });
      expect(await ask(again.url, 'PING')).toBe('PONG');
      expect(said).toHaveLength(2);
    },
    180_000,
  );

  it.skipIf(!onDebian)('says that the packages cannot be fetched, and leaves nothing half done behind', async () => {
    const cacheDir = join(scratch, 'unfetched');
    const tools = join(scratch, 'dpkg-alone');
    await mkdir(tools);
    const dpkg = PATH_FOLDERS.map((folder) => join(folder, 'dpkg')).find((file) => existsSync(file)) ?? '';
    await symlink(dpkg, join(tools, 'dpkg'));
    const said: string[] = [];
    const attempt = start({ data: 'unfetched-data', searchPath: tools, cacheDir, said });
    await expect(attempt).rejects.toThrow(/could not be fetched/);
    expect(said).toHaveLength(1);
    expect(await readdir(cacheDir)).toEqual([]);
  });
});

describe('hurting the Redis of a test', () => {
  const redis = useRedis({ appendOnly: true });

  it('suspends it, so that a command waits and is answered afterwards', async () => {
    const client = new Redis(redis.url);
    await client.ping();
    const over = redis.pause(300);
    const order: string[] = [];
    await Promise.all([over.then(() => order.push('over')), client.ping().then(() => order.push('answered'))]);
    expect(order).toEqual(['over', 'answered']);
    client.disconnect();
  });

  it('kills it and starts it again at the same address with what was written', async () => {
    const { url } = redis;
    await ask(url, 'SET', 'kept', 'yes');
    await redis.kill();
    await redis.restart();
    expect(redis.url).toBe(url);
    expect(await ask(url, 'GET', 'kept')).toBe('yes');
  });

  it('fills its memory, so that writes are refused until it is freed', async () => {
    await redis.fillMemory();
    await expect(ask(redis.url, 'SET', 'more', 'x')).rejects.toThrow('OOM');
    await redis.freeMemory();
    expect(await ask(redis.url, 'SET', 'more', 'x')).toBe('OK');
  });

  it('empties it', async () => {
    await ask(redis.url, 'SET', 'left', 'x');
    await redis.flush();
    expect(await ask(redis.url, 'DBSIZE')).toBe(0);
  });
});

/** A view of the path in which Redis is missing and everything else is there, for apt-get calls many small tools. */
async function pathWithoutRedis(): Promise<string> {
  const view = join(scratch, 'path');
  await mkdir(view);
  for (const folder of PATH_FOLDERS) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (/^(redis|valkey)/.test(name)) continue;
      await symlink(join(folder, name), join(view, name)).catch(() => undefined);
    }
  }
  return view;
}
