// What is remembered of Slack's answers: for a while, and not for everybody who ever came by.
import { expect, test } from 'vitest';
import { createRemembered } from '../../src/slack/remembered.ts';

function remembering(most: number) {
  const clock = { now: 0 };
  return { clock, zones: createRemembered<string>({ forMs: 100, most, now: () => clock.now }) };
}

test('an answer is fresh for its time, and known but no longer fresh after it', () => {
  const { clock, zones } = remembering(10);
  zones.keep('ana', 'Europe/Berlin');
  clock.now = 99;
  expect(zones.get('ana')).toEqual({ value: 'Europe/Berlin', fresh: true });
  clock.now = 100;
  expect(zones.get('ana')).toEqual({ value: 'Europe/Berlin', fresh: false });
  expect(zones.get('ben')).toBeUndefined();
});

test('beyond the most that is remembered the one kept longest ago goes', () => {
  const { zones } = remembering(2);
  for (const person of ['ana', 'ben', 'ana', 'cem']) zones.keep(person, 'UTC');
  expect(['ana', 'ben', 'cem'].filter((person) => zones.get(person) !== undefined)).toEqual(['ana', 'cem']);
});

test('one is forgotten by name, all of them without one', () => {
  const { zones } = remembering(10);
  for (const person of ['ana', 'ben', 'cem']) zones.keep(person, 'UTC');
  zones.forget('ana');
  expect([zones.get('ana'), zones.get('ben')?.value]).toEqual([undefined, 'UTC']);
  zones.forget(null);
  expect(zones.get('ben')).toBeUndefined();
});
