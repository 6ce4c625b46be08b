// What is decided about: ordered steps, each done by a service, some with an undo.

/** Where a branch of a step leads. Branches only lead forward or out, so a workflow has no loops. */
export type Branch =
  | { readonly when: string; readonly leads: 'undo' }
  | { readonly when: string; readonly leads: 'end' }
  | { readonly when: string; readonly leads: 'step'; readonly step: string }
  | { readonly when: string; readonly leads: 'action'; readonly service: string; readonly action: string };

/** One step of a workflow. Texts are clean (see `cleanText`) and non-empty. */
export type Step = {
  /** Stable across edits, unique in its workflow: `s1`, `s2`, … */
  readonly id: string;
  readonly service: string;
  /** What the service does, in the team's own words: `authorise card`. */
  readonly action: string;
  /** What it publishes when done, if the team named it: `card authorised`. */
  readonly event?: string;
  /** What takes the step back. A step without it cannot or need not be undone. */
  readonly undo?: string;
  /** Ids of earlier steps whose result this one needs; empty: it begins when the workflow is started. Two or more make a join. */
  readonly waitsFor: readonly string[];
  /** How long the step may take, as the team wrote it: `24 hours`. */
  readonly deadline?: string;
  /** A person does it, so it may take its time. */
  readonly person: boolean;
  /** Nobody's promise depends on it: its failure stops nothing. */
  readonly optional: boolean;
  readonly branches: readonly Branch[];
};

/** The steps in the order the team gave them; every `waitsFor` names an earlier step, every branch a later one. */
export type Workflow = { readonly steps: readonly Step[] };

/** The two ways to draw a workflow; a hybrid draws its part one way and the rest the other. */
export type DrawnStyle = 'orchestrated' | 'choreographed' | 'hybrid';

/** The part of a hybrid that gets a coordinator (question 5c names it). */
export type Part = { readonly name: string; readonly steps: readonly string[] };

/** Bounds of what can be drawn legibly; longer input is cut and said so (issue 6: 2 to 25 steps, 2 to 12 services). */
export const workflowLimits = { steps: 25, services: 12, service: 60, text: 140, deadline: 40, branches: 4 } as const;

/** The id of a step: `s1`, `s2`, … Edits use up new numbers, so there are more than steps. */
export const stepIdPattern = /^s[1-9]\d{0,5}$/;

/** The services in order of first appearance, those of branch actions included: the columns of every drawing. */
export function servicesOf(workflow: Workflow): readonly string[] {
  const names = workflow.steps.map((step) => step.service);
  const later = workflow.steps.flatMap((step) =>
    step.branches.flatMap((branch) => (branch.leads === 'action' ? [branch.service] : [])),
  );
  return [...new Set([...names, ...later])];
}

/** The name of what a step publishes when done; without one from the team its action said as done. */
export function eventOf(step: Step): string {
  return step.event ?? `${step.action}: done`;
}
