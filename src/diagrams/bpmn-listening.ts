// How steps and undos of a choreographed BPMN diagram begin: with messages that their services listen for.
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf, isSamePool, waysTo } from './bpmn-building.ts';
import { addFlow, addMessage, addNode, starterPool } from './bpmn-model.ts';

/** Adds a step's task with what it waits for: a start event for each message, a join for several results. */
export function enter(building: Building, step: Step): void {
  const { lookup, builder, entries } = building;
  const task = `Task_${step.id}`;
  addNode(builder, {
    id: task,
    kind: step.person ? 'userTask' : 'task',
    name: step.action,
    cell: cellOf(building, step, 3),
  });
  const ways = waysTo(building, step);
  const waited = step.waitsFor.map((id) => lookup.stepOf(id)).filter((before) => before !== undefined);
  let entry = task;
  if (ways.length > 0) {
    entry = addNode(builder, { id: `Merge_${step.id}`, kind: 'choice', name: '', cell: cellOf(building, step, 2) });
    addFlow(builder, entry, task);
  }
  entries.set(`way ${step.id}`, entry);
  if (waited.length > 1) {
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
  const heard = [
    ...waited
      .filter((before) => !isSamePool(building, step, before))
      .map((before) => ({ id: `On_${step.id}_${before.id}`, name: eventOf(before), to: entry })),
  ];
  if (waited.length === 0) heard.push({ id: `On_${step.id}_start`, name: 'asked for', to: entry });
  for (const other of ways.filter((each) => !isSamePool(building, step, each))) {
    heard.push({
      id: `On_${step.id}_way_${other.id}`,
      name: `${other.action}: the other way`,
      to: entries.get(`way ${step.id}`) ?? task,
    });
  }
  const first = isReachedInside(building, step) ? 2 : 1;
  for (const [place, { id, name, to }] of heard.entries()) {
    addNode(builder, { id, kind: 'messageStart', name, cell: cellOf(building, step, 0, first + place) });
    addFlow(builder, id, to);
  }
  if (waited.length === 0) addMessage(builder, starterPool, `On_${step.id}_start`);
}

/** Whether something in the same pool leads to the step, along its first line. */
function isReachedInside(building: Building, step: Step): boolean {
  const before = step.waitsFor.map((id) => building.lookup.stepOf(id));
  return [...before, ...waysTo(building, step)].some((each) => isSamePool(building, step, each));
}

/** The fragment that takes a step back when another service tells of a failure. */
export function undoing(building: Building, step: Step): void {
  const { builder, situations } = building;
  const isTold = situations.some(
    (situation) => situation.undone.includes(step) && !isSamePool(building, step, situation.step),
  );
  if (!isTold || step.undo === undefined) return;
  const line = undoLine(building, step);
  const on = addNode(builder, {
    id: `Undo_${step.id}`,
    kind: 'messageStart',
    name: 'something went wrong',
    cell: cellOf(building, step, 0, line),
  });
  const undo = addNode(builder, {
    id: `Undoing_${step.id}`,
    kind: 'task',
    name: step.undo,
    cell: cellOf(building, step, 3, line),
  });
  addFlow(builder, on, undo);
  addFlow(
    builder,
    undo,
    addNode(builder, {
      id: `Undone_${step.id}`,
      kind: 'end',
      name: 'taken back',
      cell: cellOf(building, step, 7, line),
    }),
  );
}

/** Below everything else in the step's slot: what it waits for, its branches, its own failures. */
function undoLine(building: Building, step: Step): number {
  const inside = isReachedInside(building, step) ? 1 : 0;
  const heard = Math.max(1, step.waitsFor.length) + waysTo(building, step).length + inside;
  const watched = building.situations.some((each) => each.step.id === step.id && each.reason.kind === 'fails') ? 1 : 0;
  return 1 + Math.max(heard, 1 + step.branches.length + watched + (step.deadline === undefined ? 0 : 2));
}
