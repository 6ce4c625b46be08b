// Asks whoever listens on a port of this machine whether it is the private Redis we know the password of.
import { connect } from 'node:net';

/**
 * What was found: our Redis, ready; ours, still reading its file; something that accepts and says nothing (a Redis
 * that is stopped looks like that); another program; nobody.
 */
export type ProbeResult = 'ready' | 'loading' | 'silent' | 'stranger' | 'nobody';

/** How long a program that accepted the connection may take to say something. */
const PATIENCE_MS = 1_000;

/** Where a private Redis listens (on 127.0.0.1) and the password that tells it from any other program. */
export type RedisPlace = { readonly port: number; readonly password: string };

/** Logs in and says PING, in Redis's protocol by hand: a client library would hide the difference that matters here. */
export function probe({ port, password }: RedisPlace): Promise<ProbeResult> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let heard = '';
    function settle(result: ProbeResult): void {
      socket.destroy();
      resolve(result);
    }
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE_MS, () => settle('silent'));
    socket.on('error', () => settle('nobody'));
    socket.on('close', () => settle(heard === '' ? 'nobody' : 'stranger'));
    socket.on('connect', () => socket.write(`AUTH default ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      heard += chunk;
      const [login, pong] = heard.split('\r\n');
      if (login === undefined || pong === undefined) return;
      if (login !== '+OK') settle('stranger');
      else if (pong === '+PONG') settle('ready');
      else if (pong.startsWith('-LOADING')) settle('loading');
    });
  });
}
