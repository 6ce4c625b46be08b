// Redis's MONITOR over a socket of its own: ioredis loses count of its replies when a line arrives together with the OK.
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** A command as Redis ran it. `at` is Redis's own time in ms; `from` is the client, or ends in "lua" inside a script. */
export type SeenCommand = { readonly at: number; readonly name: string; readonly from: string };

/** Hands over every command from now on, until the answered function is called. */
export async function monitorRedis(url: string, see: (command: SeenCommand) => void): Promise<() => void> {
  const { hostname, password, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = createInterface({ input: socket });
  for (const order of [`AUTH ${decodeURIComponent(password)}`, 'MONITOR']) {
    socket.write(`${order}\r\n`);
    const [reply] = await once(lines, 'line');
    if (reply !== '+OK') throw new Error(`Redis does not let itself be watched: ${reply}`);
  }
  lines.on('line', (line) => {
    const [, seconds, from, name] = /^\+(\d+\.\d+) \[\d+ ([^\]]+)\] "([^"]+)"/.exec(line) ?? [];
    if (seconds !== undefined && from !== undefined && name !== undefined)
      see({ at: Number(seconds) * 1_000, name, from });
  });
  return () => {
    lines.close();
    socket.destroy();
  };
}
