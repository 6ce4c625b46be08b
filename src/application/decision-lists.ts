// The port to lists of decisions, kept up to date with every append.
import type { Summary } from '../domain/decision/summary.ts';

/** A decision in a list; a damaged record is listed as such and hides nothing else. */
export type ListedDecision =
  | { readonly ok: true; readonly summary: Summary }
  | { readonly ok: false; readonly decisionId: string };

/** Lists of decisions. */
export type DecisionLists = {
  /** The decisions of a channel, touched last first. */
  inChannel(team: string, channel: string, limit: number): Promise<readonly ListedDecision[]>;
  /** The decisions a person owns, touched last first. */
  ownedBy(team: string, person: string, limit: number): Promise<readonly ListedDecision[]>;
  /** The titles of these decisions by id; null where the words were erased. */
  titles(
    team: string,
    decisions: readonly { readonly decisionId: string; readonly title: string }[],
  ): Promise<ReadonlyMap<string, string | null>>;
};
