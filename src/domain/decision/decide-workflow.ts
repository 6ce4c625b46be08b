// The rules for steps: they may be given and edited at any time, since a drawing is no answer.
import { type Decided, record, refuse } from './decided.ts';
import type { StartedDecision } from './decision.ts';
import type { WorkflowCommand } from './workflow-commands.ts';

/** Decides what is asked of the steps. */
export function decideWorkflow(command: WorkflowCommand, { workflow }: StartedDecision): Decided {
  const stamp = { at: command.at, by: command.by.person };
  switch (command.type) {
    case 'SetWorkflow':
      if (command.steps.length === 0) return refuse('no-steps');
      if (workflow?.ref === command.workflow && sameIds(workflow.steps, command.steps)) return record();
      return record({ type: 'WorkflowSet', ...stamp, workflow: command.workflow, steps: [...command.steps] });
    case 'ChoosePartSteps': {
      const steps = workflow?.steps.filter((id) => command.steps.includes(id)) ?? [];
      if (steps.length === 0) return refuse('no-steps');
      if (workflow?.part && sameIds(workflow.part, steps)) return record();
      return record({ type: 'PartStepsChosen', ...stamp, steps });
    }
    case 'TryWhatIf': {
      if (workflow === null) return refuse('no-steps');
      const tried = workflow.whatIfs.some((one) => one.ref === command.whatIf && one.edition === workflow.edition);
      return tried ? record() : record({ type: 'WhatIfTried', ...stamp, whatIf: command.whatIf });
    }
    default:
      return command satisfies never;
  }
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
