// A split as a BPMN collaboration: the part as a pool with its coordinator's process, each other service a pool of its own.
import { type Building, finished, newBuilding, undoPart } from './bpmn-building.ts';
import { react } from './bpmn-choreographed.ts';
import { addFlow, addNode, type Bpmn } from './bpmn-model.ts';
import { lead } from './bpmn-orchestrated.ts';
import type { Lookup } from './view.ts';

/**
 * The part's published outcomes are message flows to those who react, and what it waits for are message flows to it.
 * Where a step outside goes wrong, an event sub-process of the part hears of it and compensates.
 */
export function hybridBpmn(lookup: Lookup): Bpmn {
  const building = newBuilding(lookup);
  lead(building);
  react(building);
  hearOfFailures(building);
  return finished(building, lookup.part?.name);
}

function hearOfFailures({ builder, lookup }: Building): void {
  if (!builder.messages.some(({ to }) => to === undoPart)) return;
  const cell = { pool: 0, slot: lookup.workflow.steps.length + 1, column: 0, line: 1 };
  const inside = addNode(builder, { id: 'Undo_scope', kind: 'undoScope', name: 'a step outside went wrong', cell });
  addNode(builder, { id: undoPart, kind: 'messageStart', name: 'something went wrong', cell, inside });
  const end = addNode(builder, { id: 'Undo_part_end', kind: 'undoEnd', name: 'taken back', cell, inside });
  addFlow(builder, undoPart, end);
}
