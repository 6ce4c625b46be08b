// Finds a Chromium for the browser tests, or installs Debian's where that is possible.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing of the browser's own may reach for the network. */
const quietArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function say(words: string): void {
  process.stderr.write(`browser tests: ${words}\n`);
}

async function installOnDebian(): Promise<void> {
  say('no Chromium on the path; installing the Debian package chromium with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const limits = { env, timeout: 420_000, maxBuffer: 64 * 1024 * 1024 };
  // Two test files may want it at once; the second waits for the first one's lock.
  const wait = ['-o', 'DPkg::Lock::Timeout=400'];
  await run('apt-get', [...wait, 'update', '-q'], limits);
  await run('apt-get', [...wait, 'install', '-y', '-q', '--no-install-recommends', 'chromium'], limits);
}

/**
 * Path of a Chromium: on the path, else (Debian, as root) freshly installed, else undefined and a line that says why.
 * Call it at the top of a test file and hand the answer to `describe.skipIf`.
 */
export async function findChromium(): Promise<string | undefined> {
  const found = onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    say('skipped: there is no Chromium on the path, and only on Debian as root can it be installed from here');
    return undefined;
  }
  try {
    await installOnDebian();
    if (onPath() === undefined) say('skipped: the installed package brought no program of a known name');
  } catch (error) {
    say(`skipped: Chromium could not be installed (${error instanceof Error ? error.message : String(error)})`);
  }
  return onPath();
}

/** A headless browser that keeps to itself; close it after the tests. */
export function launchChromium(executablePath: string | undefined): Promise<Browser> {
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: quietArguments });
}
