// What Slack's refusals mean, tried with the errors that the real client throws.
import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { SurfaceBusyError } from '../../src/application/card-surface.ts';
import { createLog } from '../../src/log.ts';
import { patiently, placeProblemOf, slackErrorCode } from '../../src/slack/api-errors.ts';
import { clientOptions } from '../../src/slack/clients.ts';

type Answer = { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> };

let answer: Answer = { status: 200, body: { ok: true } };
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body));
});
let client: WebClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const log = createLog('error', { write: () => {} });
  client = new WebClient('xoxb-1', clientOptions({ botToken: 'xoxb-1', apiUrl: `http://127.0.0.1:${port}/api`, log }));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function errorFor(given: Answer, call = () => client.auth.test()): Promise<unknown> {
  answer = given;
  try {
    return await call();
  } catch (error) {
    return error;
  }
}
const refused = (error: string): Answer => ({ status: 200, body: { ok: false, error } });

describe('a place that takes no message', () => {
  it.each([
    ['not_in_channel', 'not-in-channel'],
    ['channel_not_found', 'channel-not-found'],
    ['is_archived', 'archived'],
    ['restricted_action_read_only_channel', 'read-only'],
    ['restricted_action_thread_only_channel', 'thread-only'],
    ['restricted_action_non_threadable_channel', 'not-threadable'],
    ['restricted_action_thread_locked', 'thread-locked'],
    ['restricted_action', 'restricted'],
    ['messages_tab_disabled', 'messages-tab-off'],
    ['message_limit_exceeded', 'message-limit'],
  ])('is known by its code: %s', async (code, problem) => {
    const error = await errorFor(refused(code));
    expect(slackErrorCode(error)).toBe(code);
    expect(placeProblemOf(error)).toBe(problem);
  });

  it.each(['ratelimited', 'invalid_blocks', 'toString', 'internal_error'])('is not meant by %s', async (code) => {
    expect(placeProblemOf(await errorFor(refused(code)))).toBeNull();
  });

  it('is not meant by an outage or by an error of our own', async () => {
    expect(placeProblemOf(await errorFor({ status: 503, body: {} }))).toBeNull();
    expect(slackErrorCode(new Error('not_in_channel'))).toBeNull();
    expect(slackErrorCode(undefined)).toBeNull();
  });
});

describe('being told to wait', () => {
  test('says for how long, and the client does not wait by itself', async () => {
    const error = await errorFor({ status: 429, body: {}, headers: { 'retry-after': '7' } }, () =>
      patiently(() => client.auth.test()),
    );
    expect(error).toBeInstanceOf(SurfaceBusyError);
    expect(error).toMatchObject({ retryAfterMs: 7_000 });
  });

  test('leaves every other failure as it is', async () => {
    const error = await errorFor(refused('is_archived'), () => patiently(() => client.auth.test()));
    expect(placeProblemOf(error)).toBe('archived');
  });

  test('leaves an answer as it is', async () => {
    expect(await patiently(async () => 'sent')).toBe('sent');
  });
});
