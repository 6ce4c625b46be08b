// Which situations need earlier steps to be taken back, and what each of them takes back.
import type { Step, Workflow } from './workflow.ts';

/** Why a step does not end well: as the team wrote it, or that it fails, or that it is late. */
export type Reason =
  | { readonly kind: 'fails' }
  | { readonly kind: 'late'; readonly deadline: string }
  | { readonly kind: 'refused'; readonly when: string };

/** One way to fail after something was done that can be undone. */
export type Situation = {
  /** The step where it goes wrong. */
  readonly step: Step;
  readonly reason: Reason;
  /** The steps taken back, in the order in which that happens: the latest first. Never empty. */
  readonly undone: readonly Step[];
};

/**
 * The situations that need undoing, in the order of the steps (scoring.md §2, question 3a; domain.md P3.1, C4).
 *
 * A step can fail for good when a branch of it leads to undo, when it has a deadline, when it can itself be undone,
 * or when it is the pivot: the first mandatory step after the last one that can be undone. Later steps are
 * repeated until they succeed. Optional steps fail quietly. A failure with nothing to take back does not count.
 */
export function situationsOf(workflow: Workflow): readonly Situation[] {
  const pivot = pivotOf(workflow);
  return workflow.steps.flatMap((step) => {
    const undone = undoneWhenFails(workflow, step);
    if (undone.length === 0) return [];
    return reasonsToFail(step, step === pivot).map((reason) => ({ step, reason, undone }));
  });
}

/** The situation that takes back most steps, the first of several; undefined where nothing needs undoing. */
export function worstSituation(workflow: Workflow): Situation | undefined {
  let worst: Situation | undefined;
  for (const situation of situationsOf(workflow)) {
    if (worst === undefined || situation.undone.length > worst.undone.length) worst = situation;
  }
  return worst;
}

/** The services other than the failing one that must act on the way back: the hops of question 3c (scoring.md §11). */
export function servicesBack(situation: Situation): readonly string[] {
  return [...new Set(situation.undone.map((step) => step.service))].filter((name) => name !== situation.step.service);
}

/** The ids of all steps that can only begin after this one is done. */
export function dependants(workflow: Workflow, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of workflow.steps) {
    if (step.waitsFor.some((before) => before === id || found.has(before))) found.add(step.id);
  }
  return found;
}

/** What may have been done by then: every step with an undo that does not itself need this one. Latest first. */
function undoneWhenFails(workflow: Workflow, failing: Step): readonly Step[] {
  const after = dependants(workflow, failing.id);
  return workflow.steps
    .filter((step) => step.undo !== undefined && step.id !== failing.id && !after.has(step.id))
    .toReversed();
}

function pivotOf(workflow: Workflow): Step | undefined {
  const last = workflow.steps.findLastIndex((step) => step.undo !== undefined);
  return last === -1 ? undefined : workflow.steps.slice(last + 1).find((step) => !step.optional);
}

function reasonsToFail(step: Step, isPivot: boolean): readonly Reason[] {
  if (step.optional) return [];
  const refusals = step.branches
    .filter((branch) => branch.leads === 'undo')
    .map((branch): Reason => ({ kind: 'refused', when: branch.when }));
  const fails: readonly Reason[] = step.undo !== undefined || isPivot ? [{ kind: 'fails' }] : [];
  const late: readonly Reason[] = step.deadline === undefined ? [] : [{ kind: 'late', deadline: step.deadline }];
  return [...(refusals.length > 0 ? refusals : fails), ...late];
}
