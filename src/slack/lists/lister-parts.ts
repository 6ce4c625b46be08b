// What finding decisions works with.
import type { DecisionLists } from '../../application/decision-lists.ts';
import type { Memberships } from '../memberships.ts';
import type { Workspace } from '../workspace.ts';

/** The lists, and who may see what of them. */
export type ListerParts = {
  readonly workspace: Workspace;
  readonly lists: DecisionLists;
  readonly memberships: Memberships;
};
