// Keeps what people have set for themselves: a hash, person -> their habits.
import type { PersonSettings } from '../application/person-settings.ts';
import { habitsSchema } from '../domain/reassessment/schedule.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';
import { readStored } from './stored-value.ts';

/** The settings on a Redis connection. */
export function createPersonSettings(redis: RedisConnection): PersonSettings {
  return {
    async habits(team, person) {
      const stored = await ask(redis, () => redis.hget(keys.settings(team), person));
      return readStored(habitsSchema, stored);
    },
    async keepHabits(team, person, habits) {
      await ask(redis, () => redis.hset(keys.settings(team), person, JSON.stringify(habits)));
    },
  };
}
