// The choreographed workflow as a BPMN collaboration: a pool a service, message flows between them.
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf, finished, isSamePool, newBuilding } from './bpmn-building.ts';
import { choose } from './bpmn-choices.ts';
import { enter, undoing } from './bpmn-listening.ts';
import { addFlow, addMessage, addNode, type Bpmn } from './bpmn-model.ts';
import { branchEnd, goWrong, late } from './bpmn-telling.ts';
import type { Lookup } from './view.ts';

/** Every step begins with the messages it waits for and ends with the one it publishes; undoing begins with a failure's. */
export function choreographedBpmn(lookup: Lookup): Bpmn {
  const building = newBuilding(lookup);
  react(building);
  return finished(building);
}

/** Adds the pools of those who act by themselves. */
export function react(building: Building): void {
  const { isCoordinated, workflow } = building.lookup;
  const steps = workflow.steps.filter((step) => !isCoordinated(step));
  for (const step of steps) enter(building, step);
  for (const step of steps) undoing(building, step);
  for (const step of steps) leave(building, step);
}

function leave(building: Building, step: Step): void {
  const { lookup, builder, situations, entries } = building;
  const own = situations.filter((situation) => situation.step.id === step.id);
  for (const situation of own.filter((each) => each.reason.kind !== 'refused')) goWrong(building, situation);
  const isWatched = own.some((situation) => situation.reason.kind === 'late');
  if (step.deadline !== undefined && !isWatched) late(building, step, step.deadline);
  let exit = choose(building, step, branchEnd);
  const followers = lookup.workflow.steps.filter((later) => later.waitsFor.includes(step.id));
  const inside = followers.filter((later) => isSamePool(building, step, later));
  const outside = followers.filter((later) => !isSamePool(building, step, later));
  const way = exit.startsWith('Choice') ? { isDefault: true } : {};
  const count = inside.length + (outside.length > 0 ? 1 : 0);
  if (count > 1) {
    const split = addNode(builder, {
      id: `Split_${step.id}`,
      kind: 'parallel',
      name: '',
      cell: cellOf(building, step, 6),
    });
    addFlow(builder, exit, split, way);
    exit = split;
  }
  const next = count > 1 ? {} : way;
  for (const later of inside) addFlow(builder, exit, entries.get(later.id) ?? later.id, next);
  if (outside.length === 0 && inside.length > 0) return;
  const end = addNode(builder, {
    id: `Done_${step.id}`,
    kind: outside.length > 0 ? 'messageEnd' : 'end',
    name: eventOf(step),
    cell: cellOf(building, step, 7, inside.length > 0 ? 0 : 1),
  });
  addFlow(builder, exit, end, next);
  for (const later of outside) addMessage(builder, end, `On_${later.id}_${step.id}`);
}
