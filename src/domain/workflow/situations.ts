// Which situations need earlier steps to be taken back, and what each of them takes back.
import type { Step, Workflow } from './workflow.ts';

/** Why a step does not end well: as the team wrote it, or that it fails, or that it is late. */
type Reason =
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
 * Up to and including the pivot, the first mandatory step after the last one that can be undone, every mandatory step
 * may fail for good; later ones are repeated until they succeed, unless they have a deadline or a branch that leads to
 * undo. Such branches say how a step fails, a deadline is one more way. Optional steps fail quietly, and a failure
 * with nothing to take back does not count.
 */
export function situationsOf(workflow: Workflow): readonly Situation[] {
  const pivot = pivotOf(workflow);
  return workflow.steps.flatMap((step, place) => {
    const undone = undoneWhenFails(workflow, step);
    if (undone.length === 0) return [];
    const reasons = place <= pivot ? reasonsToFail(step) : reasonsAfterPivot(step);
    return reasons.map((reason) => ({ step, reason, undone }));
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
function dependants(workflow: Workflow, id: string): ReadonlySet<string> {
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

/** The place of the pivot; of the last step that can be undone where none follows; -1 where none can be undone. */
function pivotOf(workflow: Workflow): number {
  const last = workflow.steps.findLastIndex((step) => step.undo !== undefined);
  const pivot = workflow.steps.findIndex((step, place) => place > last && !step.optional);
  return last === -1 ? -1 : Math.max(last, pivot);
}

/** How a step that may fail for good does so: as its branches say, else just like that, or by being late. */
function reasonsToFail(step: Step): readonly Reason[] {
  if (step.optional) return [];
  const saysHow = step.branches.some((branch) => branch.leads === 'undo');
  return saysHow ? reasonsAfterPivot(step) : [{ kind: 'fails' }, ...reasonsAfterPivot(step)];
}

/** How a step fails that is repeated until it succeeds: only as its branches and its deadline say. */
function reasonsAfterPivot(step: Step): readonly Reason[] {
  if (step.optional) return [];
  const refusals = step.branches
    .filter((branch) => branch.leads === 'undo')
    .map((branch): Reason => ({ kind: 'refused', when: branch.when }));
  return step.deadline === undefined ? refusals : [...refusals, { kind: 'late', deadline: step.deadline }];
}
