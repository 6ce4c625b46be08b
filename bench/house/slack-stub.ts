// Stands in for Slack where only its answers matter: says who the app is, takes every card, costs next to nothing.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** The workspace the stub pretends to be. */
export const benchTeam = {
  team: 'T0BENCH0001',
  channel: 'C0BENCH0001',
  botUserId: 'U0BENCHBOT1',
  botId: 'B0BENCHBOT1',
  owner: 'U0BENCHOWN1',
  people: ['U0BENCHP001', 'U0BENCHP002', 'U0BENCHP003'],
} as const;

/** A running stub. */
export type SlackStub = {
  readonly apiUrl: string;
  /** A `response_url` that always works. */
  readonly replyUrl: string;
  close(): void;
};

/** Starts the stub on a free port. */
export async function startSlackStub(): Promise<SlackStub> {
  let posted = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      if (request.url?.startsWith('/response') === true) {
        response.end('ok');
        return;
      }
      posted += 1;
      const ts = `1790000000.${String(posted).padStart(6, '0')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          ok: true,
          url: 'https://bench.example/',
          team_id: benchTeam.team,
          user_id: benchTeam.botUserId,
          bot_id: benchTeam.botId,
          channel: benchTeam.channel,
          ts,
        }),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stub has no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    apiUrl: `${url}/api/`,
    replyUrl: `${url}/response/1`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
