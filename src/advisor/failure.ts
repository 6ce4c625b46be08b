// Turns the ways a provider can fail into the port's words.
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { UnavailableReason } from '../application/advisor.ts';

/** The reason for an error code that came inside a stream. */
export function reasonForCode(code: string | null): UnavailableReason {
  return code === 'rate_limit_exceeded' || code === 'insufficient_quota' ? 'rate-limited' : 'server-error';
}

/**
 * The reason for what the client threw, or null when it is none of the provider's doing. A body that breaks off while
 * it is read comes as an error of the runtime's own (`TypeError: terminated`), malformed JSON in it as a SyntaxError.
 */
export function reasonForError(error: unknown): UnavailableReason | 'malformed' | null {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return 'timeout';
  if (error instanceof APIConnectionError) return 'unreachable';
  if (error instanceof APIError) return reasonForStatus(error.status, error.code ?? null);
  if (error instanceof SyntaxError) return 'malformed';
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'timeout';
  if (error instanceof TypeError && error.message === 'terminated') return 'cut-off';
  return null;
}

function reasonForStatus(status: number | undefined, code: string | null): UnavailableReason {
  if (status === undefined) return reasonForCode(code);
  if (status === 429) return 'rate-limited';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'server-error' : 'rejected';
}
