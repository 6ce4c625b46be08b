// The port to the due set: which decisions time brings something to, kept in the same write as their events.
import type { PersonId } from '../../domain/decision/refs.ts';

/** A decision that is due. `owner` is null where its line in the lists is damaged; `look`: it has looks, so a reminder may be due. */
export type DueDecision = {
  readonly decisionId: string;
  /** The moment it was due, milliseconds since 1970. */
  readonly dueAt: number;
  readonly owner: PersonId | null;
  readonly look: boolean;
};

/** The due set. */
export type DueDecisions = {
  /** What is due at `now`, the longest overdue first; at most `limit` after the first `offset`. */
  due(
    team: string,
    now: number,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly DueDecision[]>;
};
