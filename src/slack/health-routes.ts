// `/healthz`: the process runs. `/readyz`: it can do its job.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A route beside Slack's, as Bolt's receivers take them. */
export type CustomRoute = {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

/** What must be true to be ready, by name. */
export type Readiness = () => Promise<Readonly<Record<string, boolean>>>;

/** The health routes. `/readyz` answers 200 when everything is true, else 503, and says what is in JSON. */
export function healthRoutes(readiness: Readiness): readonly CustomRoute[] {
  return [
    { path: '/healthz', method: 'GET', handler: (_request, response) => answer(response, 200, { ok: true }) },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) => {
        readiness().then(
          (checks) => answer(response, Object.values(checks).every(Boolean) ? 200 : 503, checks),
          () => answer(response, 503, { ok: false }),
        );
      },
    },
  ];
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
