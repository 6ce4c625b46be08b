// The log: JSON lines by pino, secrets redacted, no message text above debug.
import { type DestinationStream, pino } from 'pino';
import type { Log } from './application/log.ts';

/** Field names whose values never reach a log line; fields are flat, so there is nothing below them. */
const SECRETS = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'apiKey'];

/** Lines wait this long for others to leave with: a write for each line was a twentieth of what a click costs us. */
const GATHER_MS = 20;
/** So many characters leave at once. */
const ENOUGH = 4_096;

/** A log that writes JSON lines to `destination`, standard output by default. */
export function createLog(
  level: 'debug' | 'info' | 'warn' | 'error',
  destination: DestinationStream = standardOutput(),
): Log {
  const options = { level, base: null, redact: SECRETS, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(options, destination);
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}, error) => logger.warn(withError(fields, error), message),
    error: (message, fields = {}, error) => logger.error(withError(fields, error), message),
  };
}

let output: DestinationStream | null = null;

/** Standard output, of which a process has one. */
function standardOutput(): DestinationStream {
  output ??= gatheredOutput();
  return output;
}

/** Standard output, written to some dozen times a second at most. Whatever waits is written when the process exits. */
function gatheredOutput(): DestinationStream {
  // It gathers nothing itself: what it gathers stays with it where its flush meets a write under way (sonic-boom 4).
  const written = pino.destination({ dest: process.stdout.fd, sync: false });
  let waiting = '';
  let leaving: NodeJS.Timeout | undefined;
  const leave = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
    if (waiting !== '') written.write(waiting);
    waiting = '';
  };
  process.once('exit', () => {
    leave();
    written.flushSync();
  });
  return {
    write(line) {
      waiting += line;
      if (waiting.length >= ENOUGH) leave();
      else leaving ??= setTimeout(leave, GATHER_MS);
    },
  };
}

function withError(fields: object, error: unknown): object {
  return error === undefined ? fields : { ...fields, error: describe(error) };
}

/** An error in a log line: its class, message, stack and causes. Other properties may hold payloads and are left out. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
