// The Bolt app: receives, hands to listeners, answers when something goes wrong, and stops without dropping anything.
import { type App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import { z } from 'zod';
import { createBoltLogger } from './bolt-logger.ts';
import { clientOptions, socketOptions } from './clients.ts';
import type { CustomRoute } from './health-routes.ts';
import type { ListenerParts } from './listener-parts.ts';
import { registerListeners } from './listeners/register-listeners.ts';
import { privateReply } from './private-reply.ts';
import { RecordingApp } from './recording-app.ts';
import { sendReply } from './reply-url.ts';
import { accidentSentence } from './sentences.ts';
import { keepSteady } from './steady-socket.ts';
import { thrownBy } from './thrown-by.ts';

/** How Slack reaches us. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** What the app is built from. */
export type SlackAppParts = {
  readonly listeners: ListenerParts;
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly transport: Transport;
  readonly port: number;
  readonly routes: readonly CustomRoute[];
  /** The connection to Slack is beyond repair: the process should end and be started anew. */
  readonly onFatal: (error: unknown) => void;
};

/** A running app. */
export type SlackApp = {
  /** Starts receiving. Throws when the port or Slack cannot be had. */
  start(): Promise<void>;
  /** Whether deliveries can arrive: the socket is open, or the HTTP server listens. */
  connected(): boolean;
  /** The port the HTTP server listens on; null before the start. In Socket Mode, where Bolt does not say, the one asked for. */
  port(): number | null;
  /** Stops receiving and waits for what is under way, at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
};

/** Builds the app with all its listeners. */
export function createSlackApp(parts: SlackAppParts): SlackApp {
  const { log } = parts.listeners;
  const underWay = new Set<Promise<unknown>>();
  const receiver = createReceiver(parts);
  const app = new RecordingApp({
    receiver: receiver.receiver,
    token: parts.botToken,
    botId: parts.listeners.workspace.botId,
    botUserId: parts.listeners.workspace.botUserId,
    logger: createBoltLogger(log),
    clientOptions: clientOptions({ botToken: parts.botToken, apiUrl: parts.apiUrl, log }),
    convoStore: false,
    tokenVerificationEnabled: false,
    extendedErrorHandler: true,
    ...(parts.transport.kind === 'socket' ? { socketMode: true } : {}),
  });
  app.use(async ({ next }) => {
    const running = next();
    underWay.add(running);
    try {
      await running;
    } finally {
      underWay.delete(running);
    }
  });
  app.error(async ({ error, body }: ExtendedErrorHandlerArgs) => {
    for (const thrown of thrownBy(error)) log.error('listener failed', { kind: kindOf(body) }, thrown);
    await apologise(body).catch((failed: unknown) => log.warn('apology not delivered', {}, failed));
    // Rethrown so that Slack is not told all is well: an unacknowledged event comes again (slack-platform.md §1.5).
    throw error;
  });
  registerListeners(app, parts.listeners);

  return {
    start: () => receiver.start(app),
    connected: receiver.connected,
    port: receiver.port,
    async stop(deadlineMs) {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref());
      // A server waits for every request it has begun to read, and the rest of one may never come.
      await Promise.race([app.stop(), deadline]);
      await Promise.race([Promise.allSettled([...underWay]), deadline]);
      if (underWay.size > 0) log.warn('stopped with listeners under way', { count: underWay.size });
    },
  };
}

type Receiving = {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  start(app: App): Promise<void>;
  connected(): boolean;
  port(): number | null;
};

function createReceiver({ transport, routes, port, apiUrl, botToken, listeners, onFatal }: SlackAppParts): Receiving {
  const logger = createBoltLogger(listeners.log);
  if (transport.kind === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: transport.signingSecret, customRoutes: [...routes], logger });
    let listening: number | null = null;
    return {
      receiver,
      async start() {
        const server = await receiver.start(port);
        const address = server.address();
        listening = typeof address === 'object' && address !== null ? address.port : port;
      },
      connected: () => listening !== null,
      port: () => listening,
    };
  }
  const receiver = new SocketModeReceiver({
    appToken: transport.appToken,
    logger,
    customRoutes: [...routes],
    installerOptions: { port, clientOptions: socketOptions({ botToken, apiUrl, log: listeners.log }) },
  });
  keepSteady(receiver.client, { log: listeners.log, onFatal });
  return {
    receiver,
    async start(app) {
      await app.start();
    },
    // Asked of the socket itself: the client announces a lost one only when it tries again, seconds later.
    connected: () => receiver.client.websocket?.isActive() ?? false,
    port: () => port,
  };
}

const bodySchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  response_url: z.string().optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
});

function kindOf(body: unknown): string {
  const parsed = bodySchema.safeParse(body).data;
  return parsed?.type ?? (parsed?.command === undefined ? 'unknown' : 'slash_command');
}

/** Whoever waits for an answer is told that there was an accident; what happened stays in the log. */
async function apologise(body: unknown): Promise<void> {
  const { message, response_url: url } = bodySchema.safeParse(body).data ?? {};
  if (url !== undefined) await sendReply(url, privateReply(accidentSentence, message));
}
