// Finds a Redis program: on the path, else unpacked earlier, else unpacked now from Debian's packages.
import { delimiter, isAbsolute, join } from 'node:path';
import { checkRedisProgram, type RedisProgram, SERVER_NAMES } from './redis-program.ts';
import { type UnpackOptions, unpackRedis } from './unpack-redis.ts';

/**
 * Finds a Redis (or Valkey) server that runs here, fetching one if need be (design.md §6).
 * Throws `RedisMissingError` when there is none and none can be fetched.
 */
export async function findRedis(options: UnpackOptions): Promise<RedisProgram> {
  for (const name of SERVER_NAMES) {
    for (const folder of options.searchPath.split(delimiter).filter(isAbsolute)) {
      const program = await checkRedisProgram({ file: join(folder, name), searchPath: options.searchPath });
      if (program !== null) return program;
    }
  }
  return unpackRedis(options);
}
