// What reaches the log of a listener that failed: our own error with its stack and causes, not the wrapping around it.
import { MultipleListenerError, UnknownError } from '@slack/bolt';
import { expect, test } from 'vitest';
import { thrownBy } from '../../src/slack/thrown-by.ts';

const away = new Error('the store is away', { cause: new Error('ECONNRESET') });
const damaged = new Error('the record is damaged');

test('an error is found behind the one that Bolt makes of it', () => {
  expect(thrownBy(new UnknownError(away))).toEqual([away]);
  expect(thrownBy(new UnknownError(away))[0]).toBe(away);
});

test('of several listeners that failed, each has its say', () => {
  expect(thrownBy(new MultipleListenerError([new UnknownError(away), damaged]))).toEqual([away, damaged]);
});

test('an error that nothing is wrapped around stays as it is', () => {
  expect(thrownBy(damaged)[0]).toBe(damaged);
});
