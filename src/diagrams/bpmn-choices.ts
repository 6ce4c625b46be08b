// Where a step branches: the gateway behind its task, with a flow for each branch.
import type { Branch, Step } from '../domain/workflow/workflow.ts';
import { type Building, cellOf } from './bpmn-building.ts';
import { addFlow, addNode } from './bpmn-model.ts';

/** Makes the node a branch leads to, and tells its id; `place` counts the step's branches from 0. */
export type BranchEnd = (building: Building, step: Step, branch: Branch, place: number) => string;

/** The id of what is left behind a step's task: the gateway of its branches, or the task itself where it has none. */
export function choose(building: Building, step: Step, branchEnd: BranchEnd): string {
  const { builder } = building;
  const task = `Task_${step.id}`;
  if (step.branches.length === 0) return task;
  const choice = addNode(builder, {
    id: `Choice_${step.id}`,
    kind: 'choice',
    name: `${step.action}?`,
    cell: cellOf(building, step, 5),
  });
  addFlow(builder, task, choice);
  for (const [place, branch] of step.branches.entries())
    addFlow(builder, choice, branchEnd(building, step, branch, place), { condition: branch.when });
  return choice;
}
