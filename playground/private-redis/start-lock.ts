// Lets one start at a time work on a data folder, across processes.
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RedisDataInUseError } from './errors.ts';

const LOCK_FILE = 'starting.pid';

/** A start takes well under a second; reading a large file back takes longer. */
const PATIENCE_MS = 20_000;

/**
 * Runs `work` while no other start works on the folder, waiting for one that does. A lock left by a process that is
 * gone does not count. Throws `RedisDataInUseError` when the other start takes more than twenty seconds.
 */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataDir, LOCK_FILE);
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await take(file))) {
    if (await isLeftBehind(file)) await rm(file, { force: true });
    else if (Date.now() > giveUpAt) throw new RedisDataInUseError(dataDir);
    else await wait(50);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Its process is gone, or it never wrote its number and had more than a second for that. */
async function isLeftBehind(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return false;
  if (text === '') return Date.now() - (await stat(file).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs > 1_000;
  try {
    process.kill(Number(text), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
