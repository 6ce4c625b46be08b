// Drives the load generator's process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Order, type Report, reportSchema } from './protocol.ts';

const file = fileURLToPath(new URL('../load-generator.ts', import.meta.url));

/** What came of sending clicks. */
export type Sent = Extract<Report, { kind: 'sent' }>;

/** The load generator. */
export type Generator = {
  /** Signs the ordered clicks; the answer sends them, and tells what came of it. */
  prepare(order: Order): Promise<() => Promise<Sent>>;
  close(): void;
};

/** Starts the load generator's process. */
export function startGenerator(): Generator {
  const child = fork(file);
  let ended = false;
  child.once('exit', () => {
    ended = true;
    child.emit('message', null);
  });
  async function next(): Promise<Report> {
    const [message] = await once(child, 'message');
    if (ended) throw new Error('the load generator has ended');
    return reportSchema.parse(message);
  }
  return {
    async prepare(order) {
      const ready = next();
      child.send(order);
      await ready;
      return async function send() {
        const sent = next();
        child.send('go');
        const report = await sent;
        if (report.kind !== 'sent') throw new Error('the load generator is out of step');
        return report;
      };
    },
    close: () => child.kill(),
  };
}
