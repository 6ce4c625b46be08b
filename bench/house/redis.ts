// A real Redis of the bench's own: append-only file, as design.md §5 wants it, in a folder that is removed afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { startPrivateRedis } from '../../playground/private-redis/start-private-redis.ts';

const cacheDir = fileURLToPath(new URL('../../.cache/redis', import.meta.url));

/** A running Redis and a connection to it. */
export type BenchRedis = { readonly url: string; readonly client: Redis; close(): Promise<void> };

/** Starts a Redis. Its file is never rewritten while it runs: that would be measured along. */
export async function startBenchRedis(): Promise<BenchRedis> {
  const dataDir = await mkdtemp(join(tmpdir(), 'downbeat-bench-'));
  const server = await startPrivateRedis({ dataDir, cacheDir, say: console.error });
  const client = new Redis(server.url);
  await client.config('SET', 'auto-aof-rewrite-percentage', '0');
  return {
    url: server.url,
    client,
    async close() {
      client.disconnect();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What a Redis uses: memory for its data, and the processor time of its process so far. */
export async function redisUse(client: Redis): Promise<{ readonly memoryMb: number; readonly processorMs: number }> {
  const info = await client.info();
  const of = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1]);
  return {
    memoryMb: of('used_memory') / 1_048_576,
    processorMs: (of('used_cpu_user') + of('used_cpu_sys')) * 1_000,
  };
}
