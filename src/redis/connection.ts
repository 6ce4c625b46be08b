// Opens the connections to Redis: for commands that a person waits for, for putting jobs on queues, and for workers.
import { type Cluster, Redis, ReplyError } from 'ioredis';
import { StoreRefusedError, StoreSilentError, StoreUnreachableError } from '../application/decision-store.ts';

/** A command that is not answered within this many milliseconds counts as unanswered (design.md §5, Redis). */
const COMMAND_TIMEOUT_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Attempts to connect come ever more slowly, up to this pause in milliseconds. */
const LONGEST_PAUSE_MS = 1_000;

/** What every connection does about a server that it cannot reach, or that is no longer the primary. */
const lasting = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, LONGEST_PAUSE_MS),
  // After a failover the old primary keeps our connection and refuses every write; a new connection finds the new one.
  reconnectOnError: ({ message }: Error) => message.includes('READONLY'),
};

/**
 * The connection for what a person waits for: no offline queue (a command is sent now or refused now),
 * one retry, one second. `url` is a `redis:` or `rediss:` address, or the path of a socket. Opened by {@link connect}.
 */
export function openCommandConnection(url: string): Redis {
  return new Redis(url, {
    ...lasting,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_TIMEOUT_MS,
    // Commands of one turn of the event loop leave in one write: a system call a command was our largest own cost.
    enableAutoPipelining: true,
    lazyConnect: true,
  });
}

/**
 * The connection for putting jobs on queues: what cannot be sent now is given up, since the sweep does it again. Opened
 * by {@link connect}.
 */
export function openProducerConnection(url: string): Redis {
  return new Redis(url, { ...lasting, enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true });
}

/** The connection for workers, which wait for as long as it takes; BullMQ demands that none of their commands is given up. */
export function openWorkerConnection(url: string): Redis {
  return new Redis(url, { ...lasting, maxRetriesPerRequest: null });
}

/** Connects. Throws what kept it from connecting, which ioredis tells in an event only. */
export async function connect(redis: Redis): Promise<void> {
  let cause: unknown;
  const notice = (error: unknown) => {
    cause = error;
  };
  redis.on('error', notice);
  try {
    await redis.connect();
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.off('error', notice);
  }
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
