// Answers a click or command through its `response_url`: five uses within half an hour, no rate to share.
import { request } from 'undici';
import { SurfaceBusyError } from '../application/card-surface.ts';

/** Slack may take so long to begin its answer, and as long again to end it. */
const TIMEOUT_MS = 5_000;
/** How long to wait when Slack says "too many" without saying how long. */
const DEFAULT_RETRY_MS = 1_000;

/** Signals that Slack had trouble taking an answer; worth another try, unlike a used-up address. */
export class ReplyUrlError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`response_url answered ${status}`);
    this.name = 'ReplyUrlError';
    this.status = status;
  }
}

/**
 * Sends an answer, given as JSON or as what is to become JSON. False when the address is used up or expired; throws when
 * Slack is in trouble.
 */
export async function sendReply(url: string, answer: object | string): Promise<boolean> {
  // Not `fetch`: its streams and signals cost more than the rest of a redraw, and none of them is needed here.
  const {
    statusCode,
    headers,
    body: response,
  } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: typeof answer === 'string' ? answer : JSON.stringify(answer),
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  await response.dump();
  if (statusCode >= 200 && statusCode < 300) return true;
  if (statusCode === 429) {
    const seconds = Number(headers['retry-after']);
    throw new SurfaceBusyError(seconds > 0 ? seconds * 1_000 : DEFAULT_RETRY_MS);
  }
  if (statusCode >= 500) throw new ReplyUrlError(statusCode);
  return false;
}
