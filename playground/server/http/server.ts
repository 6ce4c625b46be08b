// The one HTTP server of the playground, on 127.0.0.1: the app's API, the page, and the upgrade to sockets.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SocketTransport } from '../delivery/socket-transport.ts';
import { isFromHere, sendJson, sendText } from './answers.ts';
import { serveApi, serveResponseUrl, serveUpload } from './api-route.ts';
import { serveAct, serveEvents, serveFile, servePage, serveState, type UiRoutes } from './ui-route.ts';

/** A listening server. */
export interface ListeningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Settings of {@link listen}. */
export interface ListenOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly sockets: SocketTransport;
  readonly routes: UiRoutes;
}

/** Starts the server; throws when the port is taken. */
export async function listen({ port, sockets, routes }: ListenOptions): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    serve(server, routes, { request, response }).catch((error: unknown) => {
      if (!response.headersSent) {
        sendJson(response, 500, { body: { ok: false, error: 'internal_error', detail: String(error) } });
      }
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/link/') === true && isFromHere(request, portOf(server))) {
      sockets.upgrade(request, socket, head);
    } else {
      socket.destroy();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve(server: Server, routes: UiRoutes, { request, response }: Exchange): Promise<void> {
  if (!isFromHere(request, portOf(server))) {
    sendText(response, 403, 'This is a local workspace; it answers its own page and app only.');
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, first = ''] = url.pathname.split('/');
  switch (first) {
    case 'api':
      return serveApi(routes.world, request, response);
    case 'response':
      return serveResponseUrl(routes.world, request, response);
    case 'upload':
      return serveUpload(routes.world, request, response);
    case 'files':
      return serveFile(routes, url, response);
    case 'ui':
      return serveUi(routes, url, { request, response });
    default:
      return servePage(routes, url, response);
  }
}

async function serveUi(routes: UiRoutes, url: URL, { request, response }: Exchange): Promise<void> {
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /ui/state') {
    serveState(routes, url, response);
  } else if (route === 'GET /ui/events') {
    serveEvents(routes, request, response);
  } else if (route === 'POST /ui/act') {
    await serveAct(routes, request, response);
  } else {
    sendJson(response, 404, { body: { ok: false, error: 'unknown_route' } });
  }
}
