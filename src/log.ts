// The log: JSON lines by pino, secrets redacted, no message text above debug.
import { type DestinationStream, pino } from 'pino';
import type { Log } from './application/log.ts';

/** Field names whose values never reach a log line; fields are flat, so there is nothing below them. */
const SECRETS = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'apiKey'];

/** A log that writes JSON lines to `destination`, standard output by default. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error', destination?: DestinationStream): Log {
  const options = { level, base: null, redact: SECRETS, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}, error) => logger.warn(withError(fields, error), message),
    error: (message, fields = {}, error) => logger.error(withError(fields, error), message),
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
