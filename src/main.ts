// The process: reads the settings, starts the house, and ends in good order.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config.ts';
import { endOnSignal } from './end-on-signal.ts';
import { createLog } from './log.ts';
import { startFailure } from './start-error.ts';

/** How long an orderly end may take: container platforms commonly kill after ten seconds. */
const DEADLINE_MS = 8_000;

/** Where compiled code is kept for the next start. Nothing is where it cannot be written, as in the image. */
const compiledFolder = fileURLToPath(new URL('../.cache/compiled', import.meta.url));

let isStarted = false;

/** Ends the process. Whoever waits at a terminal reads one line; a process at work leaves the whole story in its log. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof ConfigError ? error.message : startFailure(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const onFatal = (error: unknown): void => {
    if (!isStarted) fail(error);
    log.error('cannot go on; the process ends so that its supervisor starts it anew', {}, error);
    process.exit(1);
  };
  process.on('unhandledRejection', onFatal);
  process.on('uncaughtException', onFatal);
  enableCompileCache(compiledFolder);
  // Imported only now: what is loaded before is compiled anew at every start.
  const starting = import('./downbeat.ts').then(({ startDownbeat }) =>
    startDownbeat(config, { log, now: Date.now, onFatal }),
  );
  endOnSignal({
    onSignal: (signal) => log.info('ending', { signal }),
    close: async () => (await starting).close(DEADLINE_MS),
    onFail: onFatal,
  });
  await starting;
  isStarted = true;
}

main().catch(fail);
