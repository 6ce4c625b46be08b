// What is said at the start about a Redis that could lose what people recorded.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { concernsIn, serverConcerns } from '../../src/redis/server-concerns.ts';
import { useRedis } from '../support/redis.ts';

const server = useRedis({ appendOnly: true });
let redis: Redis;
beforeAll(async () => {
  redis = new Redis(server.url);
  await redis.ping();
});
afterAll(() => redis.disconnect());

test('a server as it should be raises no concern', async () => {
  expect(await serverConcerns(redis)).toEqual([]);
});

test('a server that drops keys and keeps no log is told of, each with the setting to change', async () => {
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await redis.config('SET', 'appendonly', 'no');
  const concerns = await serverConcerns(redis);
  expect(concerns).toHaveLength(2);
  expect(concerns[0]).toMatch(/maxmemory-policy to noeviction.*allkeys-lru/);
  expect(concerns[1]).toContain('appendonly to yes');
});

it.each([
  { version: '5.0.14', old: true },
  { version: '6.0.20', old: true },
  { version: '6.2.0', old: false },
  { version: '7.0.15', old: false },
  { version: '10.1.0', old: false },
])('version $version is too old: $old', ({ version, old }) => {
  expect(concernsIn(`redis_version:${version}\r\n`).some((concern) => concern.includes('too old'))).toBe(old);
});

test('a replica is told of', () => {
  expect(concernsIn('# Replication\r\nrole:slave\r\nmaster_host:10.0.0.1\r\n').join()).toContain('REDIS_URL');
});

test('a server that tells nothing about itself raises no concern', () => {
  expect(concernsIn('')).toEqual([]);
});
