// Opens the connections to Redis: one for commands that a person waits for, others for workers.
import { type Cluster, Redis, ReplyError } from 'ioredis';
import { StoreRefusedError, StoreSilentError, StoreUnreachableError } from '../application/decision-store.ts';

/** A command that is not answered within this many milliseconds counts as unanswered (design.md §5, Redis). */
const COMMAND_TIMEOUT_MS = 1_000;

/**
 * The connection for what a person waits for: no offline queue (a command is sent now or refused now),
 * one retry, one second. `url` is a `redis:`, `rediss:` or `unix:` address.
 */
export function openCommandConnection(url: string): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: 5_000,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
    // Commands of one turn of the event loop leave in one write: a system call a command was our largest own cost.
    enableAutoPipelining: true,
    lazyConnect: true,
  });
}

/** The kind of connection every adapter of this folder works on. */
export type RedisConnection = Redis | Cluster;

/**
 * Sends something to Redis and turns each way it can fail into its own class: not sent (nothing was recorded),
 * answered with an error (nothing was recorded), or not answered (nobody knows).
 */
export async function ask<T>(redis: RedisConnection, send: () => Promise<T>): Promise<T> {
  if (redis.status !== 'ready') throw new StoreUnreachableError(new Error(`connection is ${redis.status}`));
  try {
    return await send();
  } catch (error) {
    if (isReplyError(error)) throw new StoreRefusedError(error);
    throw new StoreSilentError(error);
  }
}

/** Tells whether Redis itself answered with an error. ioredis exports the class untyped, hence this guard. */
export function isReplyError(error: unknown): error is Error {
  return error instanceof Error && error instanceof ReplyError;
}
