// Folds what happens to the steps a decision is about.
import type { StartedDecision } from './decision.ts';
import type { EventOf } from './events.ts';

/** The events this file folds. */
export type WorkflowEvent = EventOf<'WorkflowSet' | 'PartStepsChosen' | 'WhatIfTried'>;

/** The decision after such an event. A part or a change without steps, which no rule lets happen, changes nothing. */
export function afterWorkflow(decision: StartedDecision, event: WorkflowEvent): StartedDecision {
  const { workflow } = decision;
  const person = event.by ?? decision.owner;
  switch (event.type) {
    case 'WorkflowSet': {
      const kept = workflow?.part?.filter((id) => event.steps.includes(id)) ?? [];
      return {
        ...decision,
        workflow: {
          ref: event.workflow,
          steps: event.steps,
          edition: (workflow?.edition ?? 0) + 1,
          person,
          at: event.at,
          part: kept.length === 0 ? null : kept,
          partEdition: workflow?.partEdition ?? 0,
          whatIfs: workflow?.whatIfs ?? [],
        },
      };
    }
    case 'PartStepsChosen':
      if (workflow === null) return decision;
      return { ...decision, workflow: { ...workflow, part: event.steps, partEdition: workflow.partEdition + 1 } };
    case 'WhatIfTried': {
      if (workflow === null) return decision;
      const tried = { ref: event.whatIf, edition: workflow.edition, person, at: event.at };
      return { ...decision, workflow: { ...workflow, whatIfs: [...workflow.whatIfs, tried] } };
    }
    default:
      return event satisfies never;
  }
}
