// The log says what happened, and neither secrets nor what people wrote.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../src/log.ts';

const lineSchema = z.looseObject({ level: z.number(), msg: z.string(), time: z.string() });

function logAt(level: Parameters<typeof createLog>[0]) {
  const written: string[] = [];
  const log = createLog(level, { write: (line) => written.push(line) });
  return { log, written, lines: () => written.map((line) => lineSchema.parse(JSON.parse(line))) };
}

test('a line is JSON with its level, time, words and fields', () => {
  const { log, lines } = logAt('info');
  log.info('command handled', { decision: 'd1', command: 'AnswerQuestion' });
  expect(lines()).toMatchObject([{ level: 30, msg: 'command handled', decision: 'd1', command: 'AnswerQuestion' }]);
  expect(new Date(lines()[0]?.time ?? '').getTime()).not.toBeNaN();
});

test('only lines of the level and above are written', () => {
  const { log, lines } = logAt('warn');
  log.debug('one');
  log.info('two');
  log.warn('three');
  log.error('four');
  expect(lines().map(({ msg }) => msg)).toEqual(['three', 'four']);
});

test.each(['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'apiKey'])(
  'a %s is blotted out',
  (name) => {
    const { log, written } = logAt('info');
    log.info('careless', { [name]: 'hush-hush' });
    expect(written.join('')).toContain('[Redacted]');
    expect(written.join('')).not.toContain('hush-hush');
  },
);

test('an error is its class, message, stack and causes; what else hangs on it may be a payload and is left out', () => {
  const { log, lines, written } = logAt('info');
  const payload = { data: { text: 'the secret plan', headers: { cookie: 'crumbs' } } };
  const error = Object.assign(new TypeError('no card', { cause: new RangeError('too long') }), payload);
  log.error('card not made', { card: 'root' }, error);
  expect(lines()).toMatchObject([
    {
      card: 'root',
      error: { type: 'TypeError', message: 'no card', cause: { type: 'RangeError', message: 'too long' } },
    },
  ]);
  expect(JSON.stringify(lines())).toContain('log.test.ts');
  expect(written.join('')).not.toMatch(/secret plan|crumbs/);
});

test('something thrown that is no error is not written down', () => {
  const { log, written } = logAt('info');
  log.warn('odd', {}, { text: 'the secret plan' });
  expect(written.join('')).not.toContain('secret plan');
  expect(written.join('')).toContain('"type":"object"');
});

test('the last line is written while the process lives, also when an earlier one was still being written', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('support/slow-writer.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', UV_THREADPOOL_SIZE: '1' },
  });
  onTestFinished(() => {
    child.kill();
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  await expect.poll(() => written.split('\n').filter((line) => line !== '').length).toBe(2);
});
