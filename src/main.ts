// The process: reads the settings, starts the house, and ends in good order.
import { ConfigError, readConfig } from './config.ts';
import { startDownbeat } from './downbeat.ts';
import { createLog } from './log.ts';

/** How long an orderly end may take: container platforms commonly kill after ten seconds. */
const DEADLINE_MS = 8_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  let ending = false;
  const fatal = (error: unknown): void => {
    log.error('cannot go on; the process ends so that its supervisor starts it anew', {}, error);
    process.exit(1);
  };
  process.on('unhandledRejection', fatal);
  process.on('uncaughtException', fatal);
  const downbeat = await startDownbeat(config, { log, now: Date.now, onFatal: fatal });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      log.info('ending', { signal });
      downbeat.close(DEADLINE_MS).then(() => process.exit(0), fatal);
    });
}

main().catch((error: unknown) => {
  const words = error instanceof ConfigError ? error.message : `Downbeat could not start: ${String(error)}`;
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
