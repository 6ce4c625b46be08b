// What comes after acceptance, as reviewed data: the table of tools, the checklist, and the sources they are cited to.
import type { SourceLink } from '../domain/framework.ts';
import type { ChecklistItem, ToolTable } from '../domain/what-next/tools.ts';

/** Everything "what next" is computed from. `sources` gives the links of a passage by its id. */
export type NextSteps = {
  readonly table: ToolTable;
  readonly checklist: readonly ChecklistItem[];
  readonly sources: ReadonlyMap<string, readonly SourceLink[]>;
};
