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
  const often = { at, question: 'which cloud is best?', reason: 'opinion', isPrivate: false } as const;
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

test('says what is missing without an address', async () => {
  await expect(run()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('REDIS_URL') });
});
