// Reads one answer of a model to its end, within a deadline, and says how it ended.
import type { AdvisorResult } from '../application/advisor.ts';
import { reasonForError } from './failure.ts';
import type { AskModel, ModelQuestion } from './model-text.ts';

/** Takes pieces of text. `enough` ends the reading early, `malformed` gives up. */
export type Reader = {
  take(text: string): 'more' | 'enough' | 'malformed';
  /** Whether what was taken is a whole answer of the agreed form. */
  isWhole(): boolean;
};

/** How reading ended. */
export type Ending = { readonly outcome: 'done' } | Exclude<AdvisorResult, { readonly outcome: 'done' }>;

/** What is needed to ask. */
export type Asking = {
  readonly ask: AskModel;
  readonly question: Omit<ModelQuestion, 'signal'>;
  /** Milliseconds for the whole call. */
  readonly deadlineMs: number;
  /** The asker's own wish to stop. */
  readonly signal?: AbortSignal | undefined;
};

/** Asks and reads. Throws only what is no provider's doing. */
export async function readAnswer({ ask, question, deadlineMs, signal }: Asking, reader: Reader): Promise<Ending> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const stop = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  try {
    for await (const piece of ask({ ...question, signal: stop })) {
      switch (piece.kind) {
        case 'text': {
          const taken = reader.take(piece.text);
          if (taken === 'enough') return { outcome: 'done' };
          if (taken === 'malformed') return { outcome: 'malformed' };
          break;
        }
        case 'refused':
          return { outcome: 'refused' };
        case 'cut-off':
          return { outcome: 'unavailable', reason: 'cut-off' };
        case 'failed':
          return { outcome: 'unavailable', reason: piece.reason };
        case 'ended':
          return reader.isWhole() ? { outcome: 'done' } : { outcome: 'malformed' };
        default:
          piece satisfies never;
      }
    }
  } catch (error) {
    if (stop.aborted) return { outcome: 'unavailable', reason: 'timeout' };
    const reason = reasonForError(error);
    if (reason === null) throw error;
    return reason === 'malformed' ? { outcome: 'malformed' } : { outcome: 'unavailable', reason };
  }
  // The client ends an aborted stream without a word, and a server that hangs up leaves no last event.
  return { outcome: 'unavailable', reason: stop.aborted ? 'timeout' : 'cut-off' };
}
