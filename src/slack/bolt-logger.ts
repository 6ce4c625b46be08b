// Lets Bolt log through our log. Bolt calls `error('text', error)`; the error must not be lost (slack-platform.md §1.8).
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../application/log.ts';

/** The log as Bolt wants it. At debug level Bolt logs whole payloads, so its debug lines are dropped, not passed on. */
export function createBoltLogger(log: Log): Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: readonly unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      const text = parts.filter((part) => typeof part === 'string').join(' ');
      const message = text === '' ? 'bolt' : `bolt: ${text}`;
      if (level === 'info') log.info(message);
      else log[level](message, {}, error);
    };
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
