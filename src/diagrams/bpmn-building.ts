// What the builders of a choreographed BPMN diagram share.
import type { Situation } from '../domain/workflow/situations.ts';
import type { Step } from '../domain/workflow/workflow.ts';
import type { Builder, Cell } from './bpmn-model.ts';
import type { Lookup } from './view.ts';

/** The diagram under construction. */
export type Building = {
  readonly lookup: Lookup;
  readonly builder: Builder;
  readonly situations: readonly Situation[];
  /** The gateway or task where a step begins, for those in the same pool. */
  readonly entries: Map<string, string>;
};

/** The grid place of something that belongs to a step. */
export function cellOf({ lookup }: Building, step: Step, column: number, line = 1): Cell {
  return { pool: lookup.columns.indexOf(step.service), slot: lookup.numberOf(step.id), column, line };
}

/** Whether two steps share a pool, where no message may flow. */
export function isSamePool(step: Step, other: Step | undefined): boolean {
  return other?.service === step.service;
}

/** Steps with a branch that leads to this one. */
export function waysTo({ lookup }: Building, step: Step): readonly Step[] {
  return lookup.workflow.steps.filter((other) =>
    other.branches.some((branch) => branch.leads === 'step' && branch.step === step.id),
  );
}
