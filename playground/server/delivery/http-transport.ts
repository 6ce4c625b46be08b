// Signed HTTP requests to the app (slack-platform.md §1.6, §2.1): the other mode beside Socket Mode.
import { createHmac } from 'node:crypto';
import type { Json } from '../model.ts';
import type { Outcome, Parcel, Transport } from './transport.ts';

/** Settings of {@link createHttpTransport}. */
export interface HttpTransportOptions {
  /** The app's address for all three kinds, such as `http://127.0.0.1:3000/slack/events`. */
  readonly target: string;
  readonly signingSecret: string;
  /** Real milliseconds the app has to answer. */
  readonly ackTimeoutMs: number;
}

/** Delivers by signed POST. The signature carries real time: the app checks it against its own clock. */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  return {
    connected: () => true,
    async send(parcel) {
      const { type, content } = encode(parcel);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', options.signingSecret).update(`v0:${timestamp}:${content}`).digest('hex');
      const headers: Record<string, string> = {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (playground)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      };
      if (parcel.retry > 0) {
        headers['x-slack-retry-num'] = String(parcel.retry);
        headers['x-slack-retry-reason'] = parcel.retryReason ?? 'unknown_error';
      }
      try {
        const signal = AbortSignal.timeout(options.ackTimeoutMs);
        const response = await fetch(options.target, { method: 'POST', headers, body: content, signal });
        return await readOutcome(response);
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        return { acked: false, reason: timedOut ? 'http_timeout' : 'connection_failed', noRetry: false };
      }
    },
  };
}

async function readOutcome(response: Response): Promise<Outcome> {
  const text = await response.text();
  if (!response.ok) {
    return { acked: false, reason: 'http_error', noRetry: response.headers.get('x-slack-no-retry') === '1' };
  }
  if (text === '') {
    return { acked: true, payload: undefined };
  }
  try {
    return { acked: true, payload: JSON.parse(text) };
  } catch {
    return { acked: true, payload: { text } };
  }
}

/** The content type is exact: Bolt does not recognise a form with a charset behind it (slack-platform.md §1.6). */
function encode({ kind, body }: Parcel): { readonly type: string; readonly content: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'events_api':
      return { type: 'application/json', content: JSON.stringify(body) };
    case 'interactive':
      return { type: form, content: new URLSearchParams({ payload: JSON.stringify(body) }).toString() };
    case 'slash_commands':
      return { type: form, content: new URLSearchParams(stringFields(body)).toString() };
  }
  return kind satisfies never;
}

function stringFields(body: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]));
}
