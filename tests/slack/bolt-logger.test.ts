// Bolt logs through our log: its errors are kept, its payloads are not.
import { LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';

const lineSchema = z.looseObject({ level: z.number(), msg: z.string() });

function logging() {
  const written: string[] = [];
  const logger = createBoltLogger(createLog('debug', { write: (line) => written.push(line) }));
  return { logger, lines: () => written.map((line) => lineSchema.parse(JSON.parse(line))) };
}

test('an error given second is kept, as Bolt gives it', () => {
  const { logger, lines } = logging();
  logger.error('An unhandled error occurred', new TypeError('no ack'));
  expect(lines()).toMatchObject([
    { level: 50, msg: 'bolt: An unhandled error occurred', error: { type: 'TypeError', message: 'no ack' } },
  ]);
});

test('an error alone, or first, is kept as well', () => {
  const { logger, lines } = logging();
  logger.error(new Error('first'));
  logger.warn(new Error('second'), 'and words');
  expect(lines()).toMatchObject([
    { msg: 'bolt', error: { message: 'first' } },
    { level: 40, msg: 'bolt: and words', error: { message: 'second' } },
  ]);
});

test('words come through at their level', () => {
  const { logger, lines } = logging();
  logger.info('Now connected to Slack');
  logger.warn('A pong was late');
  expect(lines().map(({ level, msg }) => [level, msg])).toEqual([
    [30, 'bolt: Now connected to Slack'],
    [40, 'bolt: A pong was late'],
  ]);
});

test('payloads never do: debug lines and objects are dropped', () => {
  const { logger, lines } = logging();
  logger.debug('http request body: {"text":"the secret plan"}');
  logger.warn('unhandled', { body: { text: 'the secret plan' } });
  expect(JSON.stringify(lines())).not.toContain('secret plan');
  expect(lines()).toHaveLength(1);
});

test('Bolt is told that nobody reads its debug lines', () => {
  const { logger } = logging();
  logger.setLevel(LogLevel.DEBUG);
  logger.setName('app');
  expect(logger.getLevel()).toBe(LogLevel.INFO);
});
