// A server that answers OpenAI's streaming protocol with exactly the events a test names: for what a mock cannot say.
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** What the server does with the next request: events to send, and what comes after them. */
export type Script = {
  readonly events: readonly unknown[];
  /** `end` closes in good order, `hang` says nothing more, `reset` breaks the connection. */
  readonly last: 'end' | 'hang' | 'reset';
};

/** The server of a test file. */
export type ScriptedServer = {
  readonly url: string;
  play(script: Script): void;
  /** The bodies received, newest last. */
  readonly bodies: readonly unknown[];
};

/** Starts a server before the tests of the file and stops it after. */
export function useScriptedServer(): ScriptedServer {
  let script: Script = { events: [], last: 'end' };
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      bodies.push(JSON.parse(body));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      for (const event of script.events)
        response.write(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`);
      if (script.last === 'end') response.end();
      if (script.last === 'reset') setImmediate(() => response.destroy());
    });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return {
    get url() {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server runs only inside tests.');
      return `http://127.0.0.1:${address.port}/v1`;
    },
    play(next) {
      script = next;
    },
    bodies,
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}
