// The app as src/main.ts starts it, but sooner to take up what a process that was killed left behind.
import { readConfig } from '../../src/config.ts';
import { startDownbeat } from '../../src/downbeat.ts';
import { createLog } from '../../src/log.ts';

const config = readConfig(process.env);
await startDownbeat(config, {
  log: createLog(config.logLevel),
  now: Date.now,
  deadWorkAfterMs: 2_400,
  onFatal(error) {
    throw error;
  },
});
