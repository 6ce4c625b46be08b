// A modal shown anew: whoever closed it meanwhile meets no accident, and what Slack refuses for another reason is in the log.
import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { clientOptions } from '../../src/slack/clients.ts';
import { updateView } from '../../src/slack/update-view.ts';
import { modal } from '../../src/slack/views/modal.ts';

const view = modal({ id: 'ask', title: 'Ask', metadata: '', blocks: [] });
const lineSchema = z.looseObject({ level: z.number(), code: z.string() });
const [info, warning] = [30, 40];
let answer = { status: 200, body: '' };
let written: string[] = [];
const log = createLog('debug', { write: (line) => written.push(line) });
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body);
});
let client: WebClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  client = new WebClient('xoxb-1', clientOptions({ botToken: 'xoxb-1', apiUrl: `http://127.0.0.1:${port}/`, log }));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  written = [];
});

it.each([
  { code: 'not_found', why: 'it was closed', level: info },
  { code: 'hash_conflict', why: 'it has changed since', level: info },
  { code: 'invalid_arguments', why: 'the view is wrong', level: warning },
])('is left as it is where $why ($code)', async ({ code, level }) => {
  answer = { status: 200, body: JSON.stringify({ ok: false, error: code }) };
  await updateView({ client, log }, { viewId: 'V1', view });
  expect(written.map((line) => lineSchema.parse(JSON.parse(line)))).toMatchObject([{ level, code }]);
});

test('an outage is thrown: nobody knows what the modal shows', async () => {
  answer = { status: 503, body: '{}' };
  await expect(updateView({ client, log }, { viewId: 'V1', view })).rejects.toThrow('503');
});
