// Fetches Redis from Debian's packages into the project's cache folder, without root and without touching the system.
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { DebianPackages } from './debian-packages.ts';
import { RedisMissingError } from './errors.ts';
import { checkRedisProgram, type RedisProgram, SERVER_NAMES } from './redis-program.ts';
import { runProgram } from './run-program.ts';

/** Where to look, where to keep what was unpacked, and how to tell the person what is going on. */
export type UnpackOptions = {
  /** Folder of our own; may be missing. Something unpacked there earlier is used again. */
  readonly cacheDir: string;
  /** Folders to find programs in, as in `PATH`. */
  readonly searchPath: string;
  /** Shows the person one line. */
  readonly say: (line: string) => void;
};

/**
 * Answers with the Redis unpacked in the cache folder, unpacking it first when it is not there yet or no longer runs.
 * Uses package lists, package files and settings in the cache folder only; nothing is installed.
 * Throws `RedisMissingError` where there is no apt-get, no network, or no such package.
 */
export async function unpackRedis({ cacheDir, searchPath, say }: UnpackOptions): Promise<RedisProgram> {
  const root = join(cacheDir, await systemName(searchPath));
  const unpackedEarlier = await programUnder(root, searchPath);
  if (unpackedEarlier !== null) return unpackedEarlier;

  say('No Redis on this machine: fetching it from Debian’s packages into the cache folder. Nothing gets installed.');
  await mkdir(cacheDir, { recursive: true });
  const workDir = await mkdtemp(join(cacheDir, 'unpacking-'));
  try {
    const names = await unpackInto(join(workDir, 'root'), new DebianPackages({ workDir, searchPath }));
    await moveIntoPlace({ from: join(workDir, 'root'), to: root, searchPath });
    const program = await programUnder(root, searchPath);
    if (program === null) throw new RedisMissingError('the one unpacked from Debian’s packages does not run here');
    say(`Unpacked Redis ${program.version} (${names.join(', ')}).`);
    return program;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/** Names what the unpacked files fit: distribution, release and processor, for a folder may be shared between machines. */
async function systemName(searchPath: string): Promise<string> {
  try {
    const architecture = await runProgram({ name: 'dpkg', args: ['--print-architecture'], searchPath });
    const release = parseEnv(await readFile('/etc/os-release', 'utf8'));
    return [release.ID, release.VERSION_ID ?? release.VERSION_CODENAME, architecture.trim()].join('-');
  } catch (error) {
    throw new RedisMissingError('it can be fetched without installing only where Debian’s apt-get and dpkg are', error);
  }
}

async function unpackInto(root: string, packages: DebianPackages): Promise<readonly string[]> {
  try {
    await packages.updateLists();
    const [first, second] = SERVER_NAMES;
    const wanted = await packages.neededBy(first).catch(async (error: unknown) => {
      return packages.neededBy(second).catch(() => Promise.reject(error));
    });
    await packages.unpack(wanted, root);
    return wanted.map(({ name }) => name);
  } catch (error) {
    throw new RedisMissingError('Debian’s packages of it could not be fetched (is there a network?)', error);
  }
}

type Move = { readonly from: string; readonly to: string; readonly searchPath: string };

/** Two starts may unpack at the same time: the later one replaces a folder of the same content, or leaves it be. */
async function moveIntoPlace({ from, to, searchPath }: Move): Promise<void> {
  if ((await programUnder(to, searchPath)) !== null) return;
  await rm(to, { recursive: true, force: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((await programUnder(to, searchPath)) === null) throw error;
  }
}

async function programUnder(root: string, searchPath: string): Promise<RedisProgram | null> {
  const libraries = await libraryFolders(root);
  for (const name of SERVER_NAMES) {
    const program = await checkRedisProgram({
      file: join(root, 'usr', 'bin', name),
      searchPath,
      env: { LD_LIBRARY_PATH: libraries.join(delimiter) },
    });
    if (program !== null) return program;
  }
  return null;
}

/** The `lib` folders of an unpacked tree: the plain ones and those of a processor (`usr/lib/x86_64-linux-gnu`). */
async function libraryFolders(root: string): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const base of [join(root, 'usr', 'lib'), join(root, 'lib')]) {
    const entries = await readdir(base, { withFileTypes: true }).catch(() => []);
    folders.push(...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(base, name)), base);
  }
  return folders;
}
