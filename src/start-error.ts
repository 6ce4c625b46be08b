// Why a start failed, in a line for whoever started it.
import { z } from 'zod';

/** Something that Downbeat needs could not be had. The message names the setting that leads to it. */
export class StartError extends Error {
  constructor(problem: string, cause: unknown) {
    super(problem, { cause });
    this.name = 'StartError';
  }
}

/** Does a part of the start; `problem` puts what goes wrong in it into words. Throws {@link StartError}. */
export async function starting<T>(part: () => Promise<T>, problem: (error: unknown) => string): Promise<T> {
  try {
    return await part();
  } catch (error) {
    throw new StartError(portProblem(error) ?? problem(error), error);
  }
}

/** The line to print: what was wrong, and the setting to look at where there is one. A fault of our own comes with its stack. */
export function startFailure(error: unknown): string {
  return `Downbeat could not start: ${portProblem(error) ?? wordsFor(error)}`;
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurs = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  return (isOurs ? error.stack : undefined) ?? error.message;
}

/** What Node throws, or emits, where a server cannot have its port. */
const listenErrorSchema = z.object({ syscall: z.literal('listen'), code: z.string(), port: z.number() });

function portProblem(error: unknown): string | null {
  const failed = listenErrorSchema.safeParse(error).data;
  return failed === undefined ? null : `PORT: port ${failed.port} cannot be had (${failed.code})`;
}
