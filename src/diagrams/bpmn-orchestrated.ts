// What a coordinator runs, as a BPMN process that is shaped like an executable one, with compensation.
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf, finished, isSamePool, newBuilding, waysTo } from './bpmn-building.ts';
import { fail, leave } from './bpmn-led-ends.ts';
import { addFlow, addMessage, addNode, type Bpmn, type Builder, starterPool } from './bpmn-model.ts';
import type { Lookup } from './view.ts';

/** One pool; a lane a service; boundary events for failures and deadlines lead to an end that compensates. */
export function orchestratedBpmn(lookup: Lookup): Bpmn {
  const building = newBuilding(lookup);
  lead(building);
  return finished(building);
}

/** Adds the coordinator's process: its steps in their order, and what it hears from and tells those who act by themselves. */
export function lead(building: Building): void {
  const { builder, entries, exits, lookup } = building;
  const steps = lookup.workflow.steps.filter(lookup.isCoordinated);
  const trigger = triggerOf(building, steps);
  for (const step of steps) {
    enter(building, step, trigger);
    task(building, step);
  }
  const start = startOf(building, steps, trigger);
  for (const step of steps) leave(building, step);
  for (const step of steps) {
    const before = innerOf(building, step);
    const sources = before.length === 0 ? [start] : before.map(({ id }) => exits.get(id) ?? id);
    for (const from of sources)
      addFlow(builder, from, entries.get(step.id) ?? step.id, isChoice(builder, from) ? { isDefault: true } : {});
  }
}

/** The message that starts the process where nobody asks for it: what its first step waits for. */
type Trigger = { readonly step: Step; readonly before: Step } | undefined;

function triggerOf(building: Building, steps: readonly Step[]): Trigger {
  const first = steps.filter((step) => innerOf(building, step).length === 0);
  if (first.some((step) => step.waitsFor.length === 0)) return undefined;
  const [step] = first;
  const before = step === undefined ? undefined : outerOf(building, step)[0];
  return step === undefined || before === undefined ? undefined : { step, before };
}

function waitedFor({ lookup }: Building, step: Step): readonly Step[] {
  return step.waitsFor.flatMap((id) => lookup.stepOf(id) ?? []);
}

function innerOf(building: Building, step: Step): readonly Step[] {
  return waitedFor(building, step).filter((before) => isSamePool(building, step, before));
}

function outerOf(building: Building, step: Step): readonly Step[] {
  return waitedFor(building, step).filter((before) => !isSamePool(building, step, before));
}

function isChoice(builder: Builder, id: string): boolean {
  return builder.nodes.some((node) => node.id === id && node.kind === 'choice');
}

function startOf(building: Building, steps: readonly Step[], trigger: Trigger): string {
  const { builder, lanes, lookup, pools } = building;
  const first = steps.filter((step) => innerOf(building, step).length === 0);
  const pool = Math.max(0, lanes.indexOf((trigger?.step ?? first[0])?.service ?? ''));
  // No step of the coordinator is before its first one, so the lane is empty there.
  const slot = trigger === undefined ? 0 : lookup.numberOf(trigger.step.id) - 1;
  const cell = { pool, slot, column: 0, line: 1 };
  const heard = trigger === undefined ? 'Start' : `On_${trigger.step.id}_${trigger.before.id}`;
  const name = trigger === undefined ? 'asked for' : eventOf(trigger.before);
  const start = addNode(builder, { id: heard, kind: pools.length === 0 ? 'start' : 'messageStart', name, cell });
  if (pools.length > 0 && trigger === undefined) addMessage(builder, starterPool, start);
  if (first.length < 2) return start;
  const split = addNode(builder, { id: 'Start_split', kind: 'parallel', name: '', cell: { ...cell, column: 1 } });
  addFlow(builder, start, split);
  return split;
}

/** Before a task: where results are joined, what is heard from others, then where branches of earlier steps come in. */
function enter(building: Building, step: Step, trigger: Trigger): void {
  const { builder, entries } = building;
  const ways = waysTo(building, step);
  let entry = `Task_${step.id}`;
  const before = (id: string, kind: 'choice' | 'parallel' | 'messageCatch', name: string, column: number) => {
    addNode(builder, { id, kind, name, cell: cellOf(building, step, column) });
    addFlow(builder, id, entry);
    entry = id;
  };
  if (ways.length > 0) before(`Merge_${step.id}`, 'choice', '', 2);
  entries.set(`way ${step.id}`, entry);
  for (const [place, other] of ways.filter((each) => !isSamePool(building, step, each)).entries()) {
    const id = `On_${step.id}_way_${other.id}`;
    const name = `${other.action}: the other way`;
    addNode(builder, { id, kind: 'messageStart', name, cell: cellOf(building, step, 0, 2 + place) });
    addFlow(builder, id, entry);
  }
  const heard = outerOf(building, step).filter((each) => trigger?.step !== step || trigger.before !== each);
  for (const [place, other] of heard.entries())
    before(`On_${step.id}_${other.id}`, 'messageCatch', eventOf(other), 1.9 - place / 30);
  if (innerOf(building, step).length > 1) before(`Join_${step.id}`, 'parallel', '', 1);
  entries.set(step.id, entry);
}

function task(building: Building, step: Step): void {
  const { builder, situations } = building;
  const cell = cellOf(building, step, 3);
  const id = addNode(builder, {
    id: `Task_${step.id}`,
    kind: step.person ? 'userTask' : 'task',
    name: step.action,
    cell,
  });
  const own = situations.filter((situation) => situation.step.id === step.id);
  if (step.undo !== undefined) {
    const on = addNode(builder, { id: `Undo_${step.id}`, kind: 'onUndo', name: 'taken back', cell, on: id });
    const undo = addNode(builder, {
      id: `Undoing_${step.id}`,
      kind: 'undoTask',
      name: step.undo,
      cell: cellOf(building, step, 3, 2),
    });
    builder.associations.push({ id: `Association_${step.id}`, from: on, to: undo });
  }
  if (step.deadline !== undefined) {
    const { deadline } = step;
    const on = addNode(builder, { id: `Late_${step.id}`, kind: 'onTimer', name: deadline, cell, on: id, deadline });
    const late = own.find((situation) => situation.reason.kind === 'late');
    const end = { id: `Late_end_${step.id}`, cell: cellOf(building, step, 4, 0) };
    const next =
      late === undefined ? addNode(builder, { ...end, kind: 'end', name: 'late' }) : fail(building, late, end, 'late');
    addFlow(builder, on, next);
  }
  const failed = own.find((situation) => situation.reason.kind === 'fails');
  if (failed !== undefined) {
    const on = addNode(builder, { id: `Failed_${step.id}`, kind: 'onError', name: 'failed', cell, on: id });
    const end = { id: `Failed_end_${step.id}`, cell: cellOf(building, step, 4, 2) };
    addFlow(builder, on, fail(building, failed, end, 'failed'));
  }
}
