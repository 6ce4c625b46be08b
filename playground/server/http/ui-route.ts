// What the page calls: its state, the announcements of changes, the acts, the files, and the page itself.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type UiAct, type UiActResult, type UiEvent, uiActSchema } from '../../protocol.ts';
import { parseJson } from '../json.ts';
import { uiState } from '../ui/state.ts';
import type { World } from '../world.ts';
import { readBody, sendJson, sendText } from './answers.ts';

/** The page, ready to be sent. */
export interface Page {
  readonly html: string;
  readonly js: string;
  readonly css: string;
}

/** What the routes of the page need. */
export interface UiRoutes {
  readonly world: World;
  readonly act: (doing: UiAct) => Promise<UiActResult>;
  /** Builds the page at first use. */
  readonly page: () => Promise<Page>;
  /** Calls back at each change; answers a function that ends it. */
  readonly watch: (onChange: () => void) => () => void;
}

/** Pictures a page may show inline; everything else is offered as a download. */
const INLINE_TYPES = new Set(['image/png', 'image/jpeg', 'image/svg+xml']);

/** Serves `GET /ui/state?user=U…`. */
export function serveState({ world }: UiRoutes, url: URL, response: ServerResponse): void {
  const first = [...world.workspace.people.values()].find((person) => !person.isBot)?.id ?? '';
  const state = uiState(world, url.searchParams.get('user') ?? first);
  sendJson(response, state === undefined ? 404 : 200, { body: state ?? { ok: false, error: 'user_not_found' } });
}

/** Serves `GET /ui/events`: the number of the latest change, again after each change. */
export function serveEvents({ world, watch }: UiRoutes, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (): void => {
    const event: UiEvent = { rev: world.workspace.rev };
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  tell();
  request.on('close', watch(tell));
}

/** Serves `POST /ui/act`; JSON only, so that no foreign form can reach it. */
export async function serveAct({ act }: UiRoutes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    sendJson(response, 415, { body: { ok: false, error: 'json_required' } });
    return;
  }
  const doing = uiActSchema.safeParse(parseJson((await readBody(request))?.toString('utf8') ?? ''));
  if (!doing.success) {
    sendJson(response, 400, { body: { ok: false, error: z.prettifyError(doing.error) } });
    return;
  }
  sendJson(response, 200, { body: await act(doing.data) });
}

/** Serves an uploaded file. A picture that is markup may do nothing but be seen. */
export function serveFile({ world }: UiRoutes, url: URL, response: ServerResponse): void {
  const file = world.workspace.files.get(url.pathname.split('/')[2] ?? '');
  if (file?.bytes === undefined) {
    sendText(response, 404, 'no such file');
    return;
  }
  const inline = INLINE_TYPES.has(file.mimetype);
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}

/** Serves the page and its two companions. */
export async function servePage({ page }: UiRoutes, url: URL, response: ServerResponse): Promise<void> {
  const built = await page();
  if (url.pathname === '/page.js') {
    sendText(response, 200, built.js, 'text/javascript');
  } else if (url.pathname === '/page.css') {
    sendText(response, 200, built.css, 'text/css');
  } else {
    sendText(response, 200, built.html, 'text/html');
  }
}
