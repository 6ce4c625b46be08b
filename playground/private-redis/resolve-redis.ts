// The Redis to work with: the one that is configured, else a private one.
import { type PrivateRedisOptions, startPrivateRedis } from './start-private-redis.ts';

/** Where Redis is, and how to let go of it: a private one ends, a configured one is left alone. */
export type ResolvedRedis = { readonly url: string; stop(): Promise<void> };

/** What is configured (`REDIS_URL`; absent or empty when nothing is), and how to start a private one. */
export type ResolveRedisOptions = PrivateRedisOptions & { readonly redisUrl: string | undefined };

/** Answers with the configured Redis, or starts a private one (design.md §6). Throws as `startPrivateRedis` does. */
export async function resolveRedis({ redisUrl, ...options }: ResolveRedisOptions): Promise<ResolvedRedis> {
  if (redisUrl !== undefined && redisUrl !== '') return { url: redisUrl, async stop() {} };
  return startPrivateRedis(options);
}
