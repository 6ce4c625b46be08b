// Turns what the Web API says into what the application knows.
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
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

/** The error code Slack answered with, or null for any other failure. */
export function slackErrorCode(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

/** Why the place took no message, or null for any other failure. */
export function placeProblemOf(error: unknown): PlaceProblem | null {
  const code = slackErrorCode(error);
  return code === null ? null : (placeProblems.get(code) ?? null);
}

/** Calls Slack; being told to wait becomes {@link SurfaceBusyError}, everything else stays as it is. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new SurfaceBusyError(error.retryAfter * 1_000);
    throw error;
  }
}
