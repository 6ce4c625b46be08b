// Keeps who has opened their Home tab and what it showed last: a hash, person -> print.
import type { Homes } from '../application/home/homes.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';

/** The Home tabs on a Redis connection. */
export function createHomes(redis: RedisConnection): Homes {
  return {
    shown: (team, person) => ask(redis, () => redis.hget(keys.homes(team), person)),
    async keep(team, person, print) {
      await ask(redis, () => redis.hset(keys.homes(team), person, print));
    },
  };
}
