// Turns what the Web API says into what the application knows.
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { type PlaceProblem, SurfaceBusyError } from '../application/card-surface.ts';

/** Slack's error codes of places that take no message (slack-platform.md §3.2). */
const placeProblems: ReadonlyMap<string, PlaceProblem> = new Map<string, PlaceProblem>([
  ['not_in_channel', 'not-in-channel'],
  ['channel_not_found', 'channel-not-found'],
  ['is_archived', 'archived'],
  ['restricted_action_read_only_channel', 'read-only'],
  ['restricted_action_thread_only_channel', 'thread-only'],
  ['restricted_action_non_threadable_channel', 'not-threadable'],
  ['restricted_action_thread_locked', 'thread-locked'],
  ['restricted_action', 'restricted'],
  ['messages_tab_disabled', 'messages-tab-off'],
  ['message_limit_exceeded', 'message-limit'],
]);

/** How Slack's codes look. The client takes whatever is no JSON for one, such as the page of a proxy in between. */
const CODE = /^[a-z][a-z0-9_.]{0,80}$/;

/** The error code Slack answered with, or null for any other failure. */
export function slackErrorCode(error: unknown): string | null {
  if (!(error instanceof WebAPIPlatformError)) return null;
  const { error: code } = error.data;
  return CODE.test(code) ? code : null;
}

/** Why the place took no message, or null for any other failure. */
export function placeProblemOf(error: unknown): PlaceProblem | null {
  const code = slackErrorCode(error);
  return code === null ? null : (placeProblems.get(code) ?? null);
}

/** Codes that say "too many" in an answer of status 200, without saying how long to wait (docs.slack.dev, chat.postMessage). */
const TOO_MANY = new Set(['ratelimited', 'rate_limited']);
/** How long to wait then, in milliseconds: posts are limited to about one a second (slack-platform.md §8.1). */
const DEFAULT_WAIT_MS = 1_000;

/** Calls Slack; being told to wait becomes {@link SurfaceBusyError}, everything else stays as it is. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new SurfaceBusyError(error.retryAfter * 1_000);
    if (TOO_MANY.has(slackErrorCode(error) ?? '')) throw new SurfaceBusyError(DEFAULT_WAIT_MS);
    throw error;
  }
}

/** Why a call failed, for whoever runs Downbeat; `token` names the setting with the token it was made with. */
export function callProblem(error: unknown, token: string): string {
  const code = slackErrorCode(error);
  if (code !== null) return `${token}: Slack refuses this token (${code})`;
  if (error instanceof WebAPIRateLimitedError)
    return `Slack asks to wait ${error.retryAfter} seconds; then start again`;
  if (error instanceof WebAPIHTTPError) return `Slack is in trouble: it answered with status ${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return `Slack cannot be reached (${reasonOf(error.original)})`;
  if (error instanceof WebAPIPlatformError)
    return 'what answers in Slack’s place is not Slack: look at SLACK_API_URL and proxies';
  return `${token}: ${error instanceof Error ? error.message : String(error)}`;
}

/** What `fetch` says of itself is "fetch failed"; why stands behind it. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
}
