// A process that logs while its output is slow: the only thread that writes is kept busy.
import { pbkdf2 } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../src/log.ts';

const log = createLog('info');
pbkdf2('anything', 'salt', 400_000, 64, 'sha512', () => {});
log.info('first');
await wait(60);
log.info('second');
// It lives on, and logs nothing more.
setInterval(() => {}, 60_000);
