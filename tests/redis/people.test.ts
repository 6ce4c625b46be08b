// What is kept of people in a real Redis: when they want to be reminded, and what their Home tab showed last.
import { expect, test } from 'vitest';
import { createHomes } from '../../src/redis/homes.ts';
import { keys } from '../../src/redis/keys.ts';
import { createPersonSettings } from '../../src/redis/person-settings.ts';
import { useStore } from './store-house.ts';

const house = useStore();
const thursdays = { weekday: 4, hour: 14, weeks: 2 } as const;

test('what a person has set is theirs alone, and the last word counts', async () => {
  const settings = createPersonSettings(house.connection);
  expect(await settings.habits('T1', 'U1')).toBeNull();
  await settings.keepHabits('T1', 'U1', { ...thursdays, weeks: 4 });
  await settings.keepHabits('T1', 'U1', thursdays);
  expect(await settings.habits('T1', 'U1')).toEqual(thursdays);
  expect(await settings.habits('T1', 'U2')).toBeNull();
  expect(await settings.habits('T2', 'U1')).toBeNull();
});

test('settings of an older make count as none', async () => {
  await house.connection.hset(keys.settings('T1'), 'U1', '{"weekday":9}');
  expect(await createPersonSettings(house.connection).habits('T1', 'U1')).toBeNull();
});

test('a Home tab nobody opened is not known', async () => {
  const homes = createHomes(house.connection);
  expect(await homes.shown('T1', 'U1')).toBeNull();
  await homes.keep('T1', 'U1', 'print');
  expect(await homes.shown('T1', 'U1')).toBe('print');
  expect(await homes.shown('T1', 'U2')).toBeNull();
});
