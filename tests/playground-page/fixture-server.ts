// The smallest server the page can talk to: holds one state, records acts, lets a test answer them.

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { bundlePage } from '../../playground/page/bundle.ts';
import { type UiAct, type UiActResult, type UiState, uiActSchema } from '../../playground/protocol.ts';

/** What happens to the state when a person acts; the returned answer goes to the page. */
export type Reaction = (act: UiAct, state: UiState) => UiActResult | Promise<UiActResult>;

/** A running fixture. `update` changes the state and tells the page. */
export type Fixture = {
  readonly url: string;
  readonly acts: readonly UiAct[];
  readonly update: (change: (state: UiState) => void) => void;
  readonly close: () => Promise<void>;
};

/** The page does not change while the tests run. */
let bundled: ReturnType<typeof bundlePage> | undefined;

/** Serves the page over `state` on a free port of the loopback. */
export async function startFixture(state: UiState, react: Reaction): Promise<Fixture> {
  bundled ??= bundlePage();
  const bundle = await bundled;
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', bundle.html],
    '/page.js': ['text/javascript', bundle.js],
    '/page.css': ['text/css', bundle.css],
  };
  const acts: UiAct[] = [];
  const streams = new Set<ServerResponse>();
  const announce = () => {
    state.rev += 1;
    for (const stream of streams) stream.write(`data: {"rev":${state.rev}}\n\n`);
  };
  const json = (response: ServerResponse, body: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture');
    const file = files[url.pathname];
    if (file !== undefined) response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8` }).end(file[1]);
    else if (url.pathname === '/ui/state') {
      const me = url.searchParams.get('user') ?? state.me;
      if (state.people.some((person) => person.id === me)) json(response, { ...state, me });
      else response.writeHead(404).end();
    } else if (url.pathname === '/ui/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
    } else if (url.pathname === '/ui/act') {
      const act = uiActSchema.parse(JSON.parse(await text(request)));
      acts.push(act);
      const result = await react(act, state);
      announce();
      json(response, result);
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    acts,
    update: (change) => {
      change(state);
      announce();
    },
    close: async () => {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
