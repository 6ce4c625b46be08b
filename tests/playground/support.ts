// Starts a playground with the real Bolt app and the real Web API client for these tests, and stops both afterwards.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { type WebAPICallResult, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import { type PlaygroundOptions, startPlayground } from '../../playground/server/playground.ts';

type Playground = Awaited<ReturnType<typeof startPlayground>>;

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup();
  }
});

/** A playground where everything is granted and nobody is slowed down, unless `options` say otherwise. */
export async function playground(options: PlaygroundOptions = {}): Promise<Playground> {
  const started = await startPlayground({ manifest: null, rateMultiplier: Number.POSITIVE_INFINITY, ...options });
  cleanups.push(() => started.close());
  return started;
}

/** The real Web API client, without retries. */
export function client(started: Playground): WebClient {
  return new WebClient(started.botToken, {
    slackApiUrl: started.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    timeout: 5_000,
  });
}

/** The real Bolt app over Socket Mode, with the listeners `listen` puts on it. */
export async function socketApp(started: Playground, listen: (app: App) => void): Promise<App> {
  const app = new App({
    token: started.botToken,
    appToken: started.appToken,
    socketMode: true,
    convoStore: false,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: started.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  await app.init();
  await app.start();
  cleanups.push(() => app.stop());
  return app;
}

/** A playground and the real Bolt app that takes signed HTTP from it. */
export async function httpPair(listen: (app: App) => void, options: PlaygroundOptions = {}): Promise<Playground> {
  const signingSecret = 'a-secret-of-this-test';
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const server = await receiver.start(0);
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const httpTarget = `http://127.0.0.1:${port}/slack/events`;
  const world = await startPlayground({
    manifest: null,
    rateMultiplier: Number.POSITIVE_INFINITY,
    ...options,
    httpTarget,
    signingSecret,
  });
  cleanups.push(() => world.close());
  const app = new App({
    token: world.botToken,
    receiver,
    convoStore: false,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: world.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  await app.init();
  cleanups.push(() => receiver.stop());
  return world;
}

/** Slack's error code of a call that is refused, `ok` of one that is not. */
export async function codeOf(call: Promise<WebAPICallResult>): Promise<string> {
  const data = await refusalOf(call);
  return data === undefined ? 'ok' : String(data.error);
}

/** The whole answer of a call that is refused. */
export async function refusalOf(call: Promise<WebAPICallResult>): Promise<WebAPIPlatformError['data'] | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) {
      return error.data;
    }
    throw error;
  }
}

/** Waits until `check` answers something; fails after five seconds. */
export async function eventually<Value>(check: () => Value | undefined | false): Promise<Value> {
  const until = Date.now() + 5_000;
  for (;;) {
    const value = check();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > until) {
      throw new Error('it did not happen within five seconds');
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
