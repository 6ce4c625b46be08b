// Answers a click or command through its `response_url`: five uses within half an hour, no rate to share.
import { SurfaceBusyError } from '../application/card-surface.ts';

/** Nobody waits longer than this for an answer to a click. */
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

/** Sends an answer. False when the address is used up or expired; throws when Slack is in trouble. */
export async function sendReply(url: string, body: object): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (response.ok) return true;
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new SurfaceBusyError(seconds > 0 ? seconds * 1_000 : DEFAULT_RETRY_MS);
  }
  if (response.status >= 500) throw new ReplyUrlError(response.status);
  return false;
}
