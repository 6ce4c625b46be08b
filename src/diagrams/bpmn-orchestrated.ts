// The orchestrated workflow as a BPMN process that is shaped like an executable one, with compensation.
import { situationsOf } from '../domain/workflow/situations.ts';
import type { Branch, Step } from '../domain/workflow/workflow.ts';
import { addFlow, addNode, type Bpmn, type Builder, type Cell, newBuilder } from './bpmn-model.ts';
import type { Lookup } from './view.ts';

type Building = {
  readonly lookup: Lookup;
  readonly builder: Builder;
  readonly entries: Map<string, string>;
  readonly exits: Map<string, string>;
};

/** One pool; a lane a service; boundary events for failures and deadlines lead to an end that compensates. */
export function orchestratedBpmn(lookup: Lookup): Bpmn {
  const builder = newBuilder();
  const building: Building = { lookup, builder, entries: new Map(), exits: new Map() };
  const { steps } = lookup.workflow;
  for (const step of steps) {
    enter(building, step);
    task(building, step);
  }
  const start = startOf(building);
  for (const step of steps) leave(building, step);
  for (const step of steps) {
    const sources = step.waitsFor.length === 0 ? [start] : step.waitsFor.map((id) => building.exits.get(id) ?? id);
    for (const from of sources)
      addFlow(builder, from, entryOf(building, step.id), isChoice(builder, from) ? { isDefault: true } : {});
  }
  return { title: lookup.title, lanes: true, pools: lookup.columns, ...builder };
}

function cellOf({ lookup }: Building, step: Step, column: number, line = 1): Cell {
  return { pool: lookup.columns.indexOf(step.service), slot: lookup.numberOf(step.id), column, line };
}

function entryOf({ entries }: Building, id: string): string {
  return entries.get(id) ?? id;
}

function isChoice(builder: Builder, id: string): boolean {
  return builder.nodes.some((node) => node.id === id && node.kind === 'choice');
}

function startOf({ lookup, builder }: Building): string {
  const pool = Math.max(0, lookup.columns.indexOf(lookup.workflow.steps[0]?.service ?? ''));
  const cell = { pool, slot: 0, column: 0, line: 1 };
  const start = addNode(builder, { id: 'Start', kind: 'start', name: 'asked for', cell });
  if (lookup.workflow.steps.filter((step) => step.waitsFor.length === 0).length < 2) return start;
  const split = addNode(builder, { id: 'Start_split', kind: 'parallel', name: '', cell: { ...cell, column: 1 } });
  addFlow(builder, start, split);
  return split;
}

/** Gateways before a task: where results are joined, then where branches of earlier steps come in. */
function enter(building: Building, step: Step): void {
  const { lookup, builder, entries } = building;
  const isTarget = lookup.workflow.steps.some((other) =>
    other.branches.some((branch) => branch.leads === 'step' && branch.step === step.id),
  );
  const task = `Task_${step.id}`;
  let entry = task;
  if (isTarget) {
    const merge = addNode(builder, {
      id: `Merge_${step.id}`,
      kind: 'choice',
      name: '',
      cell: cellOf(building, step, 2),
    });
    addFlow(builder, merge, entry);
    entry = merge;
  }
  entries.set(`way ${step.id}`, entry);
  if (step.waitsFor.length > 1) {
    const join = addNode(builder, {
      id: `Join_${step.id}`,
      kind: 'parallel',
      name: '',
      cell: cellOf(building, step, 1),
    });
    addFlow(builder, join, entry);
    entry = join;
  }
  entries.set(step.id, entry);
}

function task(building: Building, step: Step): void {
  const { builder, lookup } = building;
  const id = addNode(builder, {
    id: `Task_${step.id}`,
    kind: step.person ? 'userTask' : 'task',
    name: step.action,
    cell: cellOf(building, step, 3),
  });
  const situations = situationsOf(lookup.workflow).filter((situation) => situation.step.id === step.id);
  if (step.undo !== undefined) {
    const on = addNode(builder, {
      id: `Undo_${step.id}`,
      kind: 'onUndo',
      name: 'taken back',
      cell: cellOf(building, step, 3),
      on: id,
    });
    const undo = addNode(builder, {
      id: `Undoing_${step.id}`,
      kind: 'undoTask',
      name: step.undo,
      cell: cellOf(building, step, 3, 2),
    });
    builder.associations.push({ id: `Association_${step.id}`, from: on, to: undo });
  }
  if (step.deadline !== undefined) {
    const on = addNode(builder, {
      id: `Late_${step.id}`,
      kind: 'onTimer',
      name: step.deadline,
      cell: cellOf(building, step, 3),
      on: id,
      deadline: step.deadline,
    });
    const isUndone = situations.some((situation) => situation.reason.kind === 'late');
    const end = addNode(builder, {
      id: `Late_end_${step.id}`,
      kind: isUndone ? 'undoEnd' : 'end',
      name: isUndone ? 'late, taken back' : 'late',
      cell: cellOf(building, step, 4, 0),
    });
    addFlow(builder, on, end);
  }
  if (situations.some((situation) => situation.reason.kind === 'fails')) {
    const on = addNode(builder, {
      id: `Failed_${step.id}`,
      kind: 'onError',
      name: 'failed',
      cell: cellOf(building, step, 3),
      on: id,
    });
    const end = addNode(builder, {
      id: `Failed_end_${step.id}`,
      kind: 'undoEnd',
      name: 'failed, taken back',
      cell: cellOf(building, step, 4, 2),
    });
    addFlow(builder, on, end);
  }
}

/** What follows a task: a choice where it branches, a split where several wait for it, an end where nobody does. */
function leave(building: Building, step: Step): void {
  const { lookup, builder, exits } = building;
  let exit = `Task_${step.id}`;
  if (step.branches.length > 0) {
    const choice = addNode(builder, {
      id: `Choice_${step.id}`,
      kind: 'choice',
      name: `${step.action}?`,
      cell: cellOf(building, step, 5),
    });
    addFlow(builder, exit, choice);
    for (const [place, branch] of step.branches.entries())
      addFlow(builder, choice, branchEnd(building, step, branch, place), { condition: branch.when });
    exit = choice;
  }
  const followers = lookup.workflow.steps.filter((later) => later.waitsFor.includes(step.id)).length;
  if (followers === 1) {
    exits.set(step.id, exit);
    return;
  }
  const node = { name: followers === 0 ? 'done' : '', cell: cellOf(building, step, followers === 0 ? 7 : 6) };
  const next = addNode(builder, { id: `After_${step.id}`, kind: followers === 0 ? 'end' : 'parallel', ...node });
  addFlow(builder, exit, next, exit.startsWith('Choice') ? { isDefault: true } : {});
  exits.set(step.id, next);
}

function branchEnd(building: Building, step: Step, branch: Branch, place: number): string {
  const { builder, lookup, entries } = building;
  const id = `Way_${step.id}_${place}`;
  const cell = cellOf(building, step, 6, 2 + place);
  switch (branch.leads) {
    case 'step':
      return entries.get(`way ${branch.step}`) ?? entryOf(building, branch.step);
    case 'end':
      return addNode(builder, { id, kind: 'end', name: branch.when, cell });
    case 'undo':
      return addNode(builder, { id, kind: 'undoEnd', name: `${branch.when}, taken back`, cell });
    case 'action': {
      const there = { ...cell, pool: lookup.columns.indexOf(branch.service) };
      addNode(builder, { id, kind: 'task', name: branch.action, cell: there });
      addFlow(
        builder,
        id,
        addNode(builder, { id: `${id}_end`, kind: 'end', name: branch.when, cell: { ...there, column: 8 } }),
      );
      return id;
    }
    default:
      return branch satisfies never;
  }
}
