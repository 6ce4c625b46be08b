// Runs another program to its end and hands back what it printed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longer than fetching Debian's package lists over a slow line takes. */
const LONGEST_RUN_MS = 120_000;

/** What to run, and the folders (`:` between them) its name and its own helpers are looked up in. */
type ProgramRun = {
  readonly name: string;
  readonly args: readonly string[];
  readonly searchPath: string;
  /** Working folder; the present one if absent. */
  readonly cwd?: string;
  /** Environment on top of the present one. */
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Runs a program and answers with its standard output. Messages are asked for in plain English (`LC_ALL=C`), since
 * some are read by us. Throws when the program is missing, fails, or takes more than two minutes.
 */
export async function runProgram({ name, args, searchPath, cwd, env }: ProgramRun): Promise<string> {
  const { stdout } = await run(name, [...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env, PATH: searchPath, LC_ALL: 'C' },
    timeout: LONGEST_RUN_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
