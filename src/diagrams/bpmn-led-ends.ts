// How steps of a coordinator end: what follows, what is published to those who act by themselves, what is taken back.
import { failureOf } from '../domain/workflow/messages.ts';
import type { Situation } from '../domain/workflow/situations.ts';
import { type Branch, eventOf, type Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf, isSamePool, rowOf, tellUndoers } from './bpmn-building.ts';
import { choose } from './bpmn-choices.ts';
import { addFlow, addMessage, addNode, type Node } from './bpmn-model.ts';

type At = Pick<Node, 'id' | 'cell'>;

/** The end of a failure: others are told first where they take something back, then the coordinator compensates. */
export function fail(building: Building, situation: Situation, at: At, how: string): string {
  const { builder, lookup } = building;
  const others = situation.undone.filter((each) => !lookup.isCoordinated(each));
  const name = `${how}, taken back`;
  if (others.length === 0) return addNode(builder, { ...at, kind: 'undoEnd', name });
  const isAlone = others.length === situation.undone.length;
  const kind = isAlone ? 'messageEnd' : 'messageThrow';
  const told = addNode(builder, { ...at, kind, name: failureOf(situation) });
  tellUndoers(building, told, others);
  if (isAlone) return told;
  const cell = { ...at.cell, column: at.cell.column + 0.5 };
  addFlow(builder, told, addNode(builder, { id: `${at.id}_undo`, cell, kind: 'undoEnd', name }));
  return told;
}

/** What follows a task: a choice where it branches, what others hear, a split where several wait, an end where nobody does. */
export function leave(building: Building, step: Step): void {
  const { lookup, builder, exits } = building;
  let exit = choose(building, step, branchEnd);
  const followers = lookup.workflow.steps.filter((later) => later.waitsFor.includes(step.id));
  const inside = followers.filter((later) => isSamePool(building, step, later)).length;
  const listeners = followers.filter((later) => !isSamePool(building, step, later));
  const goOn = (node: Omit<Node, 'name'>, name = '') => {
    addNode(builder, { ...node, name });
    addFlow(builder, exit, node.id, exit.startsWith('Choice') ? { isDefault: true } : {});
    exit = node.id;
  };
  const publish = () => {
    for (const later of listeners) addMessage(builder, exit, `On_${later.id}_${step.id}`);
  };
  if (inside === 0) {
    const kind = listeners.length > 0 ? 'messageEnd' : 'end';
    goOn(
      { id: `After_${step.id}`, kind, cell: cellOf(building, step, 7) },
      listeners.length > 0 ? eventOf(step) : 'done',
    );
    publish();
  } else if (listeners.length > 0) {
    goOn({ id: `Tell_${step.id}`, kind: 'messageThrow', cell: cellOf(building, step, 5.5) }, eventOf(step));
    publish();
  }
  if (inside > 1) goOn({ id: `After_${step.id}`, kind: 'parallel', cell: cellOf(building, step, 6) });
  exits.set(step.id, exit);
}

/** Where a branch of a coordinated step goes, and the first node of that. */
function branchEnd(building: Building, step: Step, branch: Branch, place: number): string {
  const { builder, lookup, entries, situations } = building;
  const id = `Way_${step.id}_${place}`;
  // What is told of a failure leaves along the second line, so branches keep clear of it where anybody is told.
  const cell = cellOf(building, step, 6, (building.pools.length > 0 ? 3 : 2) + place);
  switch (branch.leads) {
    case 'step': {
      const target = lookup.stepOf(branch.step);
      if (isSamePool(building, step, target)) return entries.get(`way ${branch.step}`) ?? branch.step;
      addNode(builder, { id, kind: 'messageEnd', name: branch.when, cell });
      addMessage(builder, id, `On_${branch.step}_way_${step.id}`);
      return id;
    }
    case 'end':
      return addNode(builder, { id, kind: 'end', name: branch.when, cell });
    case 'undo': {
      const refused = situations.find(
        ({ step: failing, reason }) =>
          failing.id === step.id && reason.kind === 'refused' && reason.when === branch.when,
      );
      if (refused !== undefined) return fail(building, refused, { id, cell }, branch.when);
      return addNode(builder, { id, kind: 'undoEnd', name: `${branch.when}, taken back`, cell });
    }
    case 'action': {
      const there = { ...cell, pool: rowOf(building, branch.service, true) };
      addNode(builder, { id, kind: 'task', name: branch.action, cell: there });
      const end = { id: `${id}_end`, name: branch.when, cell: { ...there, column: 8 } };
      addFlow(builder, id, addNode(builder, { ...end, kind: 'end' }));
      return id;
    }
    default:
      return branch satisfies never;
  }
}
