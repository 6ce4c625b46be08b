// Slack's Web API clients: none of them repeats a call by itself, since repeating is the job's business (design.md §5).
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../application/log.ts';
import { createBoltLogger } from './bolt-logger.ts';

/** A call that takes longer than this has failed: nobody waits longer, and the job settles what became of it. */
const TIMEOUT_MS = 8_000;

/** Where the Web API is, and who we are. `apiUrl` is null for Slack itself. */
export type Access = { readonly botToken: string; readonly apiUrl: string | null; readonly log: Log };

/**
 * Options every client shares. Socket Mode writes a retry policy of its own into the options it is given
 * (slack-platform.md §1.10a), so each use gets a fresh object.
 */
export function clientOptions({ apiUrl, log }: Access): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: createBoltLogger(log),
  };
}

/** The longest pause between two attempts to open the socket: after an outage of hours nobody waits longer than this. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Options for opening the socket: asked again for as long as it takes, which is right for a connection and wrong for a
 * message. The client's own policy lets the pauses grow by a third each time without a bound, a quarter of the outage.
 */
export function socketOptions(access: Access): WebClientOptions {
  const { rejectRateLimitedCalls: _never, ...options } = clientOptions(access);
  return { ...options, retryConfig: { forever: true, factor: 1.3, maxTimeout: LONGEST_PAUSE_MS } };
}

/** A client that calls once and says what happened. */
export function createClient(access: Access): WebClient {
  return new WebClient(access.botToken, clientOptions(access));
}
