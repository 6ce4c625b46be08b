// Stands in for a model: says one prepared answer over OpenAI's Responses API, piece by piece, at a fixed speed.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A model of middling speed: the first piece after this long, then 50 pieces a second of four characters each. */
const FIRST_PIECE_MS = 400;
const PIECE_EVERY_MS = 20;
const PIECE_CHARACTERS = 4;

/** A running model. */
export type ModelStub = {
  readonly baseUrl: string;
  /** When the last character of the marked part of the newest answer left, by `performance.now()`. */
  saidMarkAt(): number;
  close(): void;
};

/** Starts a model that answers everything with `text`; `mark` is how many characters of it are the part that is timed. */
export async function startModelStub(text: string, mark: number): Promise<ModelStub> {
  let markAt = Number.NaN;
  async function say(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const began = performance.now() + FIRST_PIECE_MS;
    for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
      const due = began + (at / PIECE_CHARACTERS) * PIECE_EVERY_MS;
      await wait(Math.max(0, due - performance.now()));
      const delta = text.slice(at, at + PIECE_CHARACTERS);
      response.write(eventOf('response.output_text.delta', { delta }));
      if (at < mark && at + PIECE_CHARACTERS >= mark) markAt = performance.now();
    }
    response.end(eventOf('response.completed', { response: {} }));
  }
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      say(response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    saidMarkAt: () => markAt,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function eventOf(type: string, content: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...content })}\n\n`;
}
