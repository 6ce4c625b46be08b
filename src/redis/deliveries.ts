// Remembers deliveries in Redis for as long as Slack may repeat them.
import type { Deliveries } from '../application/deliveries.ts';
import { ask, type RedisConnection } from './connection.ts';
import { keys } from './keys.ts';

/** Slack redelivers for hours at most (slack-platform.md §2.3 says 24 hours). */
export const SEEN_SECONDS = 24 * 60 * 60;

/** The deliveries on a Redis connection. */
export function createDeliveries(redis: RedisConnection): Deliveries {
  return {
    async first(team, deliveryKey) {
      const kept = await ask(redis, () => redis.set(keys.answered(team, deliveryKey), '1', 'EX', SEEN_SECONDS, 'NX'));
      return kept === 'OK';
    },
  };
}
