// What Slack's refusals mean, tried with the errors that the real client throws.
import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { SurfaceBusyError } from '../../src/application/card-surface.ts';
import { createLog } from '../../src/log.ts';
import { callProblem, patiently, placeProblemOf, slackErrorCode } from '../../src/slack/api-errors.ts';
import { clientOptions } from '../../src/slack/clients.ts';
import { identify } from '../../src/slack/workspace.ts';

type Answer = { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> };

let answer: Answer = { status: 200, body: { ok: true } };
/** What is answered instead of JSON. */
let page: string | null = null;
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(page ?? JSON.stringify(answer.body));
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

async function errorFor(given: Answer, call: () => Promise<unknown> = () => client.auth.test()): Promise<unknown> {
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

  it('is not meant by the page of a proxy, which is no code of Slack’s', async () => {
    page = '<html>Please log in</html>';
    const error = await errorFor({ status: 200, body: {} });
    page = null;
    expect(slackErrorCode(error)).toBeNull();
    expect(callProblem(error, 'SLACK_BOT_TOKEN')).toContain('SLACK_API_URL');
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

  it.each(['ratelimited', 'rate_limited'])('may come as the code %s, without saying for how long', async (code) => {
    const error = await errorFor(refused(code), () => patiently(() => client.auth.test()));
    expect(error).toBeInstanceOf(SurfaceBusyError);
    expect(error).toMatchObject({ retryAfterMs: 1_000 });
  });

  test('leaves every other failure as it is', async () => {
    const error = await errorFor(refused('is_archived'), () => patiently(() => client.auth.test()));
    expect(placeProblemOf(error)).toBe('archived');
  });

  test('leaves an answer as it is', async () => {
    expect(await patiently(async () => 'sent')).toBe('sent');
  });
});

describe('why a call failed, for whoever runs Downbeat', () => {
  it.each([
    { what: 'a token Slack does not know', given: refused('invalid_auth'), said: /SLACK_BOT_TOKEN.*invalid_auth/ },
    { what: 'an outage', given: { status: 503, body: {} }, said: /in trouble.*503/ },
    {
      what: 'too many calls',
      given: { status: 429, body: {}, headers: { 'retry-after': '7' } },
      said: /wait 7 seconds/,
    },
  ])('names $what', async ({ given, said }) => {
    expect(callProblem(await errorFor(given), 'SLACK_BOT_TOKEN')).toMatch(said);
  });

  it('names a token that is a person’s', async () => {
    const person = { ok: true, url: 'https://shop.slack.example/', team_id: 'T1', user_id: 'U1' };
    const error = await errorFor({ status: 200, body: person }, () => identify(client));
    expect(callProblem(error, 'SLACK_BOT_TOKEN')).toMatch(/SLACK_BOT_TOKEN.*xoxb-/);
  });

  it('names a server that is not there, and does not put it down to the token', async () => {
    const nobody = { botToken: 'xoxb-1', apiUrl: 'http://127.0.0.1:1/', log: createLog('error', { write: () => {} }) };
    const error = await errorFor(answer, () => new WebClient('xoxb-1', clientOptions(nobody)).auth.test());
    expect(callProblem(error, 'SLACK_BOT_TOKEN')).toMatch(/^Slack cannot be reached/);
  });
});
