// The folder a private Redis keeps its file in: its settings, and the note that says who works on it.
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { RedisDataInUseError } from './errors.ts';
import { probe, type RedisPlace } from './probe.ts';

/** Name of the settings file in the data folder. */
export const SETTINGS_FILE = 'redis.conf';

/** Name of the file with what the program printed in its latest run. */
export const LOG_FILE = 'redis.log';

const NOTE_FILE = 'running.json';

/** After its parent was killed, a Redis takes a moment to write its file and end; a quick restart waits for that. */
const GRACE_MS = 2_000;

const noteSchema = z.object({ port: z.number().int().min(1).max(65_535), password: z.string().min(1) });

/** What is written for the program to read. `appendOnly` false keeps nothing on disk. */
type Settings = RedisPlace & { readonly appendOnly: boolean };

/** Makes the folder, readable by its owner alone. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o700);
}

/** Makes sure no other Redis works on the folder. Throws `RedisDataInUseError` when one does after a grace of two seconds. */
export async function refuseSecondRedis(dataDir: string): Promise<void> {
  const giveUpAt = Date.now() + GRACE_MS;
  for (;;) {
    const note = await readNote(dataDir);
    if (note === null || (await isFree(note))) return;
    if (Date.now() > giveUpAt) throw new RedisDataInUseError(dataDir);
    await wait(100);
  }
}

/** Writes the program's settings and the note for the next start, both readable by their owner alone. */
export async function writeSettings(dataDir: string, { port, password, appendOnly }: Settings): Promise<void> {
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    'protected-mode yes',
    `requirepass ${password}`,
    `appendonly ${appendOnly ? 'yes' : 'no'}`,
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ];
  await writeWhole(join(dataDir, SETTINGS_FILE), lines.join('\n'));
  await writeWhole(join(dataDir, NOTE_FILE), JSON.stringify({ port, password }));
}

/** The last lines the program printed, for an error message. */
export async function lastWords(dataDir: string): Promise<string> {
  const log = await readFile(join(dataDir, LOG_FILE), 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-3).join('\n');
}

async function isFree(note: RedisPlace): Promise<boolean> {
  const result = await probe(note);
  return result === 'nobody' || result === 'stranger';
}

async function readNote(dataDir: string): Promise<RedisPlace | null> {
  const text = await readFile(join(dataDir, NOTE_FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return noteSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A reader sees the old file or the new one, never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
