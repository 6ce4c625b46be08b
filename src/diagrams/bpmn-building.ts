// What the builders of BPMN diagrams share: the workflow, the diagram under construction, and who has which row of it.
import { type Situation, situationsOf } from '../domain/workflow/situations.ts';
import { type Step, servicesOf } from '../domain/workflow/workflow.ts';
import { addMessage, type Bpmn, type Builder, type Cell, newBuilder } from './bpmn-model.ts';
import type { Lookup } from './view.ts';

/** The diagram under construction. */
export type Building = {
  readonly lookup: Lookup;
  readonly builder: Builder;
  readonly situations: readonly Situation[];
  /** The services with a lane in the coordinator's pool, then, at the places after those, the services with a pool. */
  readonly lanes: readonly string[];
  readonly pools: readonly string[];
  /** The gateway or task where a step begins, for those in the same pool. */
  readonly entries: Map<string, string>;
  /** What the next step is connected to, for steps of the coordinator. */
  readonly exits: Map<string, string>;
};

/** An empty diagram: a lane for each service that the coordinator commands, a pool for each that acts by itself. */
export function newBuilding(lookup: Lookup): Building {
  const { steps } = lookup.workflow;
  const led = new Set(servicesOf({ steps: steps.filter(lookup.isCoordinated) }));
  const free = new Set(servicesOf({ steps: steps.filter((step) => !lookup.isCoordinated(step)) }));
  return {
    lookup,
    builder: newBuilder(),
    situations: situationsOf(lookup.workflow),
    lanes: lookup.columns.filter((name) => led.has(name)),
    pools: lookup.columns.filter((name) => free.has(name)),
    entries: new Map(),
    exits: new Map(),
  };
}

/** The finished diagram. `name` is what the coordinator's pool is called. */
export function finished({ lookup, builder, lanes, pools }: Building, name: string = lookup.title): Bpmn {
  return { title: lookup.title, name, lanes: lanes.length, pools: [...lanes, ...pools], ...builder };
}

/** The row of a service in the pools of their own, or among the lanes where the coordinator commands it. */
export function rowOf({ lanes, pools }: Building, service: string, isLed: boolean): number {
  return isLed ? lanes.indexOf(service) : lanes.length + pools.indexOf(service);
}

/** The grid place of something that belongs to a step. */
export function cellOf(building: Building, step: Step, column: number, line = 1): Cell {
  const pool = rowOf(building, step.service, building.lookup.isCoordinated(step));
  return { pool, slot: building.lookup.numberOf(step.id), column, line };
}

/** Whether two steps share a pool, where no message may flow: the coordinator's, or that of one service. */
export function isSamePool({ lookup }: Building, step: Step, other: Step | undefined): boolean {
  if (other === undefined || lookup.isCoordinated(step) !== lookup.isCoordinated(other)) return false;
  return lookup.isCoordinated(step) || other.service === step.service;
}

/** Steps with a branch that leads to this one. */
export function waysTo({ lookup }: Building, step: Step): readonly Step[] {
  return lookup.workflow.steps.filter((other) =>
    other.branches.some((branch) => branch.leads === 'step' && branch.step === step.id),
  );
}

/** The id of the event sub-process' start, by which the coordinator hears that a step of somebody else went wrong. */
export const undoPart = 'Undo_part';

/** Tells of a failure those in other pools who take something back; the coordinator hears it once. */
export function tellUndoers(building: Building, from: string, undone: readonly Step[]): void {
  const ears = undone.map((each) => (building.lookup.isCoordinated(each) ? undoPart : `Undo_${each.id}`));
  for (const ear of new Set(ears)) addMessage(building.builder, from, ear);
}
