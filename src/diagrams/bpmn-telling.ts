// What a choreographed BPMN diagram tells others when a step fails, is late, or takes another way.
import { failureOf } from '../domain/workflow/messages.ts';
import type { Situation } from '../domain/workflow/situations.ts';
import type { Branch, Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf, isSamePool, rowOf, tellUndoers } from './bpmn-building.ts';
import { addFlow, addMessage, addNode } from './bpmn-model.ts';

/** A deadline that nothing depends on: the step just ends late. */
export function late(building: Building, step: Step, deadline: string): void {
  const { builder } = building;
  const on = addNode(builder, {
    id: `Late_${step.id}`,
    kind: 'onTimer',
    name: deadline,
    cell: cellOf(building, step, 3),
    on: `Task_${step.id}`,
    deadline,
  });
  addFlow(
    builder,
    on,
    addNode(builder, {
      id: `Late_end_${step.id}`,
      kind: 'end',
      name: 'late',
      cell: cellOf(building, step, 4, 3 + step.branches.length),
    }),
  );
}

/** From the edge of the failing task: what this service takes back itself, then the word of the failure to the others. */
export function goWrong(building: Building, situation: Situation): void {
  const { step, reason } = situation;
  const isLate = reason.kind === 'late';
  const id = `${isLate ? 'Late' : 'Failed'}_${step.id}`;
  const name = reason.kind === 'late' ? reason.deadline : 'failed';
  const timer = reason.kind === 'late' ? { deadline: reason.deadline } : {};
  const on = addNode(building.builder, {
    id,
    kind: isLate ? 'onTimer' : 'onError',
    name,
    cell: cellOf(building, step, 3),
    on: `Task_${step.id}`,
    ...timer,
  });
  addFlow(
    building.builder,
    on,
    tellFailure(building, situation, { id, line: 2 + step.branches.length + (isLate ? 1 : 0), column: 4 }),
  );
}

type At = { readonly id: string; readonly line: number; readonly column: number };

/** Adds what follows a failure and gives the first node of it. */
function tellFailure(building: Building, situation: Situation, at: At): string {
  const { builder } = building;
  const { step } = situation;
  const own = situation.undone.filter((each) => isSamePool(building, step, each));
  const others = situation.undone.filter((each) => !isSamePool(building, step, each));
  const chain = own.map((each, place) =>
    addNode(builder, {
      id: `${at.id}_own_${each.id}`,
      kind: 'task',
      name: each.undo ?? '',
      cell: cellOf(building, step, at.column + place, at.line),
    }),
  );
  const end = addNode(builder, {
    id: `${at.id}_end`,
    kind: others.length > 0 ? 'messageEnd' : 'end',
    name: failureOf(situation),
    cell: cellOf(building, step, at.column + own.length, at.line),
  });
  const all = [...chain, end];
  for (const [place, node] of all.slice(1).entries()) addFlow(builder, all[place] ?? end, node);
  tellUndoers(building, end, others);
  return all[0] ?? end;
}

/** Where a branch goes, and the first node of that. */
export function branchEnd(building: Building, step: Step, branch: Branch, place: number): string {
  const { lookup, builder, situations, entries } = building;
  const id = `Way_${step.id}_${place}`;
  const cell = cellOf(building, step, 6, 2 + place);
  if (branch.leads === 'undo') {
    const situation = situations.find(
      (each) => each.step.id === step.id && each.reason.kind === 'refused' && each.reason.when === branch.when,
    );
    if (situation !== undefined) return tellFailure(building, situation, { id, line: cell.line, column: cell.column });
  }
  if (branch.leads === 'step') {
    const target = lookup.stepOf(branch.step);
    if (isSamePool(building, step, target)) return entries.get(`way ${branch.step}`) ?? branch.step;
    addMessage(
      builder,
      addNode(builder, { id, kind: 'messageEnd', name: branch.when, cell }),
      `On_${branch.step}_way_${step.id}`,
    );
    return id;
  }
  if (branch.leads === 'action' && branch.service !== step.service) {
    const there = { ...cell, pool: rowOf(building, branch.service, false) };
    addMessage(builder, addNode(builder, { id, kind: 'messageEnd', name: branch.when, cell }), `${id}_on`);
    const on = addNode(builder, {
      id: `${id}_on`,
      kind: 'messageStart',
      name: branch.when,
      cell: { ...there, column: 0 },
    });
    const action = addNode(builder, {
      id: `${id}_task`,
      kind: 'task',
      name: branch.action,
      cell: { ...there, column: 3 },
    });
    addFlow(builder, on, action);
    addFlow(
      builder,
      action,
      addNode(builder, { id: `${id}_end`, kind: 'end', name: 'done', cell: { ...there, column: 7 } }),
    );
    return id;
  }
  if (branch.leads === 'action') {
    addNode(builder, { id, kind: 'task', name: branch.action, cell });
    addFlow(
      builder,
      id,
      addNode(builder, { id: `${id}_end`, kind: 'end', name: branch.when, cell: { ...cell, column: 7 } }),
    );
    return id;
  }
  return addNode(builder, { id, kind: 'end', name: branch.when, cell });
}
