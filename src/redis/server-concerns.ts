// Looks at the Redis server once, at start: how it is set up decides whether what people recorded can be lost.
import { ask, type RedisConnection } from './connection.ts';

/** Our scripts use `ZADD … GT`, which came with this version. */
const OLDEST = { major: 6, minor: 2 } as const;

/** What about a server endangers what is recorded, each with what to do about it; empty where all is well. */
export async function serverConcerns(redis: RedisConnection): Promise<readonly string[]> {
  return concernsIn(await ask(redis, () => redis.info()));
}

/** The same, from what `INFO` says. A server that keeps a fact to itself, as some rented ones do, raises no concern about it. */
export function concernsIn(info: string): readonly string[] {
  const facts = new Map(info.split(/\r?\n/).map((line) => split(line)));
  const policy = facts.get('maxmemory_policy') ?? 'noeviction';
  const version = facts.get('redis_version') ?? '';
  return [
    ...(policy === 'noeviction'
      ? []
      : [
          `Redis drops recorded decisions when its memory is full: set maxmemory-policy to noeviction (it is ${policy})`,
        ]),
    ...(facts.get('aof_enabled') === '0'
      ? ['Redis forgets what was recorded last when it crashes: set appendonly to yes (it is no)']
      : []),
    ...(facts.get('role') === 'slave'
      ? ['Redis is a replica and takes no writes: REDIS_URL must lead to the primary']
      : []),
    ...(isTooOld(version) ? [`Redis ${version} is too old: ${OLDEST.major}.${OLDEST.minor} or newer is needed`] : []),
  ];
}

function split(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)), line.slice(colon + 1)];
}

function isTooOld(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  if (major === undefined || minor === undefined || Number.isNaN(major)) return false;
  return major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
}
