// POST /api/<method>, /response/<ticket> and /upload/v1/<file>: what the app calls, with the faults put on it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Suffering } from '../faults.ts';
import { isJson, parseJson } from '../json.ts';
import type { Json } from '../model.ts';
import { respondTo } from '../response-url.ts';
import { receiveUpload } from '../web-api/files.ts';
import { type ApiAnswer, refused } from '../web-api/method.ts';
import { callMethod, recordCall } from '../web-api/router.ts';
import type { World } from '../world.ts';
import { readBody, sendJson, sendText } from './answers.ts';

/** An app's call as it came in. */
interface Incoming {
  readonly name: string;
  readonly args: Json;
  readonly effect: () => ApiAnswer | Promise<ApiAnswer>;
  readonly send: (answer: ApiAnswer) => void;
}

/** Serves a Web API method. */
export async function serveApi(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
  const args = readArgs(request, (await readBody(request))?.toString('utf8') ?? '');
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? z.string().safeParse(args.token).data;
  const { token: _token, ...shown } = args;
  await suffer(world, response, {
    name,
    args: shown,
    effect: () => callMethod(world, name, { args: shown, token }),
    send: (answer) => sendAnswer(world, response, answer),
  });
}

/** Serves a response url. */
export async function serveResponseUrl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ticket = (request.url ?? '').split('/').at(-1) ?? '';
  const args = readArgs(request, (await readBody(request))?.toString('utf8') ?? '');
  await suffer(world, response, {
    name: 'response_url',
    args,
    effect: () => respondTo(world, ticket, args),
    send(answer) {
      if (answer.ok) {
        sendText(response, 200, 'ok');
        return;
      }
      const gone = answer.error === 'used_url' || answer.error === 'expired_url' || answer.error === 'invalid_url';
      sendJson(response, gone ? 404 : 400, { body: answer });
    },
  });
}

/** Serves the address `files.getUploadURLExternal` gave out: raw bytes, or a form with one file. */
export async function serveUpload(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = (request.url ?? '').split('/').at(-1) ?? '';
  const bytes = await readUpload(request);
  await suffer(world, response, {
    name: 'upload',
    args: { file: id, length: bytes.length },
    effect: () => (receiveUpload(world, id, bytes) ? { ok: true } : refused('upload_refused')),
    send(answer) {
      sendText(response, answer.ok ? 200 : 400, answer.ok ? `OK - ${bytes.length}` : answer.error);
    },
  });
}

async function readUpload(request: IncomingMessage): Promise<Uint8Array> {
  const body = (await readBody(request)) ?? Buffer.alloc(0);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return body;
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const part of form.values()) {
    if (typeof part !== 'string') {
      return new Uint8Array(await part.arrayBuffer());
    }
  }
  return Buffer.alloc(0);
}

/** Lets the call suffer what was ordered for it, then happen, then be answered. */
async function suffer(world: World, response: ServerResponse, incoming: Incoming): Promise<void> {
  const { name, args } = incoming;
  const suffering = world.faults.take(name, args);
  if (suffering.delayMs > 0) {
    await wait(suffering.delayMs, undefined, { ref: false });
  }
  const instead = answerInstead(suffering);
  const answer = instead ?? (await incoming.effect());
  recordCall(world, { method: name, args, answer });
  switch (suffering.fault?.kind) {
    case 'drop_before':
    case 'timeout_after_effect':
      return;
    case 'reset_connection':
    case 'reset_after_effect':
      response.destroy();
      return;
    case 'http':
      sendText(response, suffering.fault.status, 'fault');
      return;
    case 'rate_limited':
    case 'error':
    case undefined:
      incoming.send(answer);
  }
}

/** The answer where the fault keeps the call from happening; undefined where it happens. */
function answerInstead({ fault }: Suffering): ApiAnswer | undefined {
  switch (fault?.kind) {
    case 'error':
      return refused(fault.code);
    case 'rate_limited':
      return { ok: false, error: 'ratelimited', retryAfter: fault.seconds };
    case 'http':
    case 'drop_before':
    case 'reset_connection':
      return { ok: false, error: `fault: ${fault.kind}` };
    case 'timeout_after_effect':
    case 'reset_after_effect':
    case undefined:
      return undefined;
  }
  return fault satisfies never;
}

function sendAnswer(world: World, response: ServerResponse, answer: ApiAnswer): void {
  const headers = { 'x-oauth-scopes': [...world.grants.scopes].join(',') };
  if (answer.ok || answer.retryAfter === undefined) {
    sendJson(response, 200, { body: answer, headers });
    return;
  }
  const { retryAfter, ...body } = answer;
  sendJson(response, 429, { body, headers: { ...headers, 'retry-after': String(retryAfter) } });
}

/** Arguments from a form, a JSON body or the query. */
function readArgs(request: IncomingMessage, body: string): Json {
  const query = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
  if ((request.headers['content-type'] ?? '').startsWith('application/json')) {
    return { ...Object.fromEntries(query), ...parseObject(body) };
  }
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(body)) };
}

function parseObject(body: string): Json {
  const parsed = parseJson(body);
  return isJson(parsed) ? parsed : {};
}
