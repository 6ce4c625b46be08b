// Runs a Lua script by its hash, sending it whole only when Redis does not know it yet.
import { createHash } from 'node:crypto';
import { ask, isReplyError, type RedisConnection } from './connection.ts';

/** A script ready to run: keys, then arguments. */
export type Script = (keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown>;

/** Prepares a script for a connection. */
export function createScript(redis: RedisConnection, source: string): Script {
  const sha = createHash('sha1').update(source).digest('hex');
  return async function runScript(keys, args) {
    return ask(redis, async () => {
      try {
        return await redis.evalsha(sha, keys.length, ...keys, ...args);
      } catch (error) {
        if (!isUnknownScript(error)) throw error;
        return await redis.eval(source, keys.length, ...keys, ...args);
      }
    });
  };
}

/** Redis has no class for this answer: the code word in front of the message is its protocol. */
function isUnknownScript(error: unknown): boolean {
  return isReplyError(error) && error.message.startsWith('NOSCRIPT');
}
