// The load generator, a process of its own: signs clicks, waits for "go", sends them, reports.
import { Agent, request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { clickBodies, type SignedRequest } from './load/click-body.ts';
import { goSchema, type Order, orderSchema, type Report } from './load/protocol.ts';

const PATH = '/slack/events';
/** At a fixed rate, so many requests may be under way at once. */
const MOST_SOCKETS = 64;

let order: Order | undefined;
let requests: readonly SignedRequest[] = [];

process.on('message', (message: unknown) => {
  if (goSchema.safeParse(message).success) {
    send().then(report, fail);
    return;
  }
  order = orderSchema.parse(message);
  const { card, replyUrl, signingSecret } = order;
  const clickBody = clickBodies(card, replyUrl);
  requests = order.clicks.map((click) => clickBody(click, signingSecret));
  report({ kind: 'ready' });
});

function report(what: Report): void {
  process.send?.(what);
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

async function send(): Promise<Report> {
  if (order === undefined) throw new Error('nothing was ordered');
  return order.pace === 'full'
    ? sendAtFullPace(order.port, order.connections)
    : sendAtFixedRate(order.port, order.perSecond);
}

/** Connection number n sends every n-th request: each is sent exactly once. */
async function sendAtFullPace(port: number, connections: number): Promise<Report> {
  const amount = requests.length - (requests.length % connections);
  let connected = 0;
  let began = 0;
  let ended = 0;
  const run = autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    amount,
    setupClient(client) {
      const own = requests.slice(0, amount).filter((_, index) => index % connections === connected);
      client.setRequests(own.map((request) => ({ ...request, method: 'POST', path: PATH })));
      connected += 1;
      began = performance.now();
    },
  });
  run.on('response', () => {
    ended = performance.now();
  });
  const { non2xx, errors, timeouts } = await run;
  return { kind: 'sent', seconds: (ended - began) / 1_000, failed: non2xx + errors + timeouts, latencies: [] };
}

/** A request is due when its turn comes, whether or not earlier ones have been answered; waiting counts as latency. */
async function sendAtFixedRate(port: number, perSecond: number): Promise<Report> {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const began = performance.now();
  const latencies: number[] = [];
  let failed = 0;
  const answers = requests.map(async (one, index) => {
    const due = began + (index * 1_000) / perSecond;
    await wait(Math.max(0, due - performance.now()));
    const status = await post({ agent, port, request: one });
    if (status !== 200) failed += 1;
    latencies.push(performance.now() - due);
  });
  await Promise.all(answers);
  agent.destroy();
  return { kind: 'sent', seconds: (performance.now() - began) / 1_000, failed, latencies };
}

type Posting = { readonly agent: Agent; readonly port: number; readonly request: SignedRequest };

function post({ agent, port, request: { headers, body } }: Posting): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = httpRequest(
      { agent, host: '127.0.0.1', port, path: PATH, method: 'POST', headers: { ...headers, ...length } },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
