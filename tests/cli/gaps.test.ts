// `npm run gaps` lists what the knowledge base lacks.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openCommandConnection } from '../../src/redis/connection.ts';
import { createGaps } from '../../src/redis/gaps.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const script = join(import.meta.dirname, '..', '..', 'src', 'cli', 'gaps.ts');
const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [script, ...args], { env: { PATH: process.env.PATH ?? '' } });

test('lists gaps by frequency, private ones without words', async () => {
  const connection = openCommandConnection(redis.url);
  await connection.connect();
  const gaps = createGaps(connection, { days: 90 });
  const at = Date.UTC(2026, 10, 23);
  const often = { at, question: 'which cloud\n is best?', reason: 'opinion', isPrivate: false } as const;
  await gaps.keep('T1', { ...often, message: 'C1:1.0' });
  await gaps.keep('T1', { ...often, message: 'C1:2.0' });
  const message = 'G1:1.0';
  await gaps.keep('T1', { at, message, question: 'who fired Hildegard?', reason: 'private', isPrivate: true });
  connection.disconnect();
  const { stdout } = await run(redis.url);
  expect(stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    'workspace T1',
    '2 2026-11-23 opinion which cloud is best?',
    '1 2026-11-23 private (private channels)',
    '',
  ]);
});

test.each([
  { name: 'without an address', args: [] },
  { name: 'for an address of something else', args: ['http://localhost:6379'] },
  { name: 'for one argument too many', args: ['redis://localhost:6379', 'now'] },
])('says what is missing $name', async ({ args }) => {
  await expect(run(...args)).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('REDIS_URL'),
  });
});

test('ends and says why where no Redis is', async () => {
  // Port 1 belongs to no Redis.
  await expect(run('redis://127.0.0.1:1')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^gaps: they could not be listed from Redis: .*ECONNREFUSED.*\n$/),
  });
});
