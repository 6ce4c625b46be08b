// Plausible changes to a workflow, applied to its steps (domain.md P4.2).
import type { Step, Workflow } from './workflow.ts';

/** A change that a team may expect. `after` and `step` are ids of steps. */
export type Change =
  | {
      readonly kind: 'insert';
      readonly after: string;
      readonly service: string;
      readonly action: string;
      readonly undo?: string;
    }
  | { readonly kind: 'react'; readonly to: string; readonly service: string; readonly action: string }
  | { readonly kind: 'replace'; readonly service: string; readonly by: string }
  | { readonly kind: 'deadline'; readonly step: string; readonly deadline: string };

/** The workflow after the change. A change that names nothing of the workflow leaves it as it was. */
export function applyChange(workflow: Workflow, change: Change): Workflow {
  switch (change.kind) {
    case 'insert':
      return insert(workflow, change);
    case 'react':
      return react(workflow, change);
    case 'replace':
      return { steps: workflow.steps.map((step) => replaced(step, change.service, change.by)) };
    case 'deadline':
      return {
        steps: workflow.steps.map((step) => (step.id === change.step ? { ...step, deadline: change.deadline } : step)),
      };
    default:
      return change satisfies never;
  }
}

/** The ids of the steps that are new or different in `after`. */
export function changedSteps(before: Workflow, after: Workflow): readonly string[] {
  const old = new Map(before.steps.map((step) => [step.id, JSON.stringify(step)]));
  return after.steps.filter((step) => old.get(step.id) !== JSON.stringify(step)).map((step) => step.id);
}

/** One change of each kind where the workflow is busiest: in the middle. None for a workflow without steps. */
export function plausibleChanges(workflow: Workflow): readonly Change[] {
  const required = workflow.steps.filter((step) => !step.optional);
  const middle = required[Math.max(0, Math.ceil(required.length / 2) - 1)] ?? workflow.steps[0];
  if (middle === undefined) return [];
  const service = unusedName(workflow, 'New service');
  return [
    { kind: 'insert', after: middle.id, service, action: 'new step' },
    { kind: 'react', to: middle.id, service, action: 'take note' },
    { kind: 'replace', service: middle.service, by: unusedName(workflow, 'Replacement') },
    { kind: 'deadline', step: middle.id, deadline: middle.deadline === undefined ? '24 hours' : 'a shorter time' },
  ];
}

function insert(workflow: Workflow, change: Extract<Change, { kind: 'insert' }>): Workflow {
  const at = workflow.steps.findIndex((step) => step.id === change.after);
  if (at === -1) return workflow;
  const undo = change.undo === undefined ? {} : { undo: change.undo };
  const added: Step = { ...newStep(workflow, change.service, change.action), ...undo, waitsFor: [change.after] };
  const later = workflow.steps
    .slice(at + 1)
    .map((step) => (step.optional ? step : afterwards(step, change.after, added.id)));
  return { steps: [...workflow.steps.slice(0, at + 1), added, ...later] };
}

/** Who waited for the old step now waits for the new one. */
function afterwards(step: Step, old: string, added: string): Step {
  return { ...step, waitsFor: step.waitsFor.map((id) => (id === old ? added : id)) };
}

function react(workflow: Workflow, change: Extract<Change, { kind: 'react' }>): Workflow {
  const at = workflow.steps.findIndex((step) => step.id === change.to);
  if (at === -1) return workflow;
  const added: Step = { ...newStep(workflow, change.service, change.action), waitsFor: [change.to], optional: true };
  return { steps: [...workflow.steps.slice(0, at + 1), added, ...workflow.steps.slice(at + 1)] };
}

function replaced(step: Step, service: string, by: string): Step {
  const branches = step.branches.map((branch) =>
    branch.leads === 'action' && branch.service === service ? { ...branch, service: by } : branch,
  );
  return { ...step, service: step.service === service ? by : step.service, branches };
}

function newStep(workflow: Workflow, service: string, action: string): Step {
  const last = Math.max(0, ...workflow.steps.map((step) => Number(step.id.slice(1))));
  return { id: `s${last + 1}`, service, action, waitsFor: [], person: false, optional: false, branches: [] };
}

function unusedName(workflow: Workflow, wanted: string): string {
  const taken = new Set(workflow.steps.map((step) => step.service));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
