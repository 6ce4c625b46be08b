// The port to the log. Fields are ids, counts and names: never words people wrote (they are for debug level at most).

/** What may stand in a log line. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A logger. `error` goes to a place of its own so that its stack is kept. */
export type Log = {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields, error?: unknown): void;
  error(message: string, fields?: LogFields, error?: unknown): void;
};
