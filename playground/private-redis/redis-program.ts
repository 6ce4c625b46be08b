// What a Redis server program is, and the check that it runs here and is new enough.
import { runProgram } from './run-program.ts';

/** The names a server goes by, the one to prefer first. Valkey is Redis's successor under a free licence. */
export const SERVER_NAMES = ['redis-server', 'valkey-server'] as const;

/** BullMQ warns below 6.2, and our scripts are tested from there on. */
const OLDEST_VERSION = [6, 2] as const;

/** A server program that was seen to run on this machine. */
export type RedisProgram = {
  /** Absolute path. */
  readonly file: string;
  /** What it needs in its environment: where its libraries are, when they were unpacked by us. */
  readonly env: Readonly<Record<string, string>>;
  /** As it says itself: "7.0.15". */
  readonly version: string;
};

/** A file that may be a server, the `PATH` to run it with, and what else it needs in its environment. */
type Candidate = {
  readonly file: string;
  readonly searchPath: string;
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Asks the program at `file` for its version. Answers null when it does not run here (missing, built for another
 * system, libraries not found) or is older than 6.2.
 */
export async function checkRedisProgram({ file, searchPath, env = {} }: Candidate): Promise<RedisProgram | null> {
  try {
    const output = await runProgram({ name: file, args: ['--version'], searchPath, env });
    const version = /\bv=(\d+\.\d+[\w.]*)/.exec(output)?.[1];
    return version !== undefined && isNewEnough(version) ? { file, env, version } : null;
  } catch {
    return null;
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor >= OLDEST_VERSION[1]);
}
