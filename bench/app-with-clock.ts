// The app as src/main.ts starts it, but with a clock that can be moved on and a pace that can be quickened.
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { startDownbeat } from '../src/downbeat.ts';
import { createLog } from '../src/log.ts';

const CLOSE_MS = 8_000;
const { BENCH_PACE_TIMES: paceTimes, BENCH_TICK_MS: tickEveryMs } = z
  .object({ BENCH_PACE_TIMES: z.coerce.number(), BENCH_TICK_MS: z.coerce.number() })
  .parse(process.env);

let skippedMs = 0;
process.on('message', (message) => {
  skippedMs += z.number().parse(message);
});

// Nobody is left to measure it.
process.once('disconnect', () => process.exit(1));

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const downbeat = await startDownbeat(config, {
  log,
  now: () => Date.now() + skippedMs,
  tickEveryMs,
  paceTimes,
  onFatal(error) {
    log.error('the app under measurement failed', {}, error);
    process.exit(1);
  },
});
process.once('SIGTERM', () => void downbeat.close(CLOSE_MS).finally(() => process.exit(0)));
