// Small helpers of the HTTP server: read a body, send an answer, check where a request comes from.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Largest request body in bytes. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** Reads the body; undefined when it is too large. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_BODY) {
      return undefined;
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Sends JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  { body, headers }: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> },
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Sends text of a given type. */
export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' });
  response.end(text);
}

/**
 * Whether a request was meant for this server and comes from its own page: the Host names it (so that no foreign name
 * resolving to it works), and the Origin, where there is one, is its own.
 */
export function isFromHere(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  const ownOrigin = origin === undefined || hosts.some((one) => origin === `http://${one}`);
  return host !== undefined && hosts.includes(host) && ownOrigin;
}
