// The workflow of a decision, read from the words that are stored apart from its events.
import { isActive } from '../answers.ts';
import { type Facts, factsOf } from '../workflow/facts.ts';
import { parseWorkflow } from '../workflow/parse-workflow.ts';
import { compareWithAnswers, type Disagreement, type Proposal, proposeAnswers } from '../workflow/proposals.ts';
import type { DrawnStyle, Part, Workflow } from '../workflow/workflow.ts';
import { answersOf } from './answers-of.ts';
import type { StartedDecision } from './decision.ts';
import type { WordRef } from './refs.ts';

type Words = ReadonlyMap<WordRef, string>;

/** The steps that stand, with the ids they keep; null where none were given or their words were erased. */
export function workflowOf(decision: StartedDecision, words: Words): Workflow | null {
  return decision.workflow === null ? null : stepsBehind(decision.workflow, words);
}

/**
 * The steps it was accepted with, while they are worth comparing with those that stand: in a round after the acceptance,
 * or once the steps were edited. Else null, as where their words were erased.
 */
export function acceptedWorkflowOf({ acceptance, round, workflow }: StartedDecision, words: Words): Workflow | null {
  if (acceptance === null || acceptance.workflow === null || workflow === null) return null;
  const isPast = round > acceptance.round || workflow.edition > acceptance.workflow.edition;
  return isPast ? stepsBehind(acceptance.workflow, words) : null;
}

/**
 * The steps whose ids an edit keeps: those that stand, and behind them those that were there at the acceptance, so that
 * a step that comes back is the same one and no new step is taken for an old one.
 */
export function knownStepsOf(decision: StartedDecision, words: Words): Workflow | null {
  const standing = workflowOf(decision, words);
  if (standing === null) return null;
  const ids = new Set(standing.steps.map(({ id }) => id));
  const gone = acceptedWorkflowOf(decision, words)?.steps.filter(({ id }) => !ids.has(id)) ?? [];
  return { steps: [...standing.steps, ...gone] };
}

function stepsBehind(
  { ref, steps }: { readonly ref: WordRef; readonly steps: readonly string[] },
  words: Words,
): Workflow | null {
  const text = words.get(ref);
  return text === undefined ? null : withIds(parseWorkflow(text).workflow, steps);
}

/** The same workflow with other ids, line by line. */
function withIds({ steps }: Workflow, ids: readonly string[]): Workflow {
  const names = new Map(steps.map((step, place) => [step.id, ids[place] ?? step.id]));
  const named = (id: string) => names.get(id) ?? id;
  return {
    steps: steps.map((step) => ({
      ...step,
      id: named(step.id),
      waitsFor: step.waitsFor.map(named),
      branches: step.branches.map((branch) =>
        branch.leads === 'step' ? { ...branch, step: named(branch.step) } : branch,
      ),
    })),
  };
}

/** The part a split gives a coordinator, where the verdict is one; its steps are null until somebody has said which. */
export function splitOf(
  decision: StartedDecision,
  words: Words,
): { readonly name: string; readonly steps: readonly string[] | null } | null {
  const { verdict, workflow } = decision;
  if (workflow === null || verdict === null || verdict.style !== 'hybrid' || verdict.tooLittle) return null;
  const name = verdict.part === null ? undefined : words.get(verdict.part);
  return { name: name ?? 'the part', steps: workflow.part };
}

/** The styles to draw, with the part where it gets a coordinator: both, and the split once its steps are known. */
export function viewsOf(
  decision: StartedDecision,
  words: Words,
): readonly { readonly style: DrawnStyle; readonly part?: Part }[] {
  const split = splitOf(decision, words);
  const both = [{ style: 'orchestrated' }, { style: 'choreographed' }] as const;
  if (split === null || split.steps === null) return both;
  return [...both, { style: 'hybrid', part: { name: split.name, steps: split.steps } }];
}

/** What counting the steps says about the questions that apply, and where the answers everybody may see say something else. */
export type Evidence = {
  readonly workflow: Workflow;
  readonly facts: Facts;
  readonly proposals: readonly Proposal[];
  readonly disagreements: readonly Disagreement[];
};

/** The evidence of the steps; null without steps. Sealed answers have no part in it. */
export function evidenceOf(decision: StartedDecision, words: Words): Evidence | null {
  const workflow = workflowOf(decision, words);
  if (workflow === null || workflow.steps.length === 0) return null;
  const answers = answersOf(decision);
  const facts = factsOf(workflow);
  const proposals = proposeAnswers(facts, answers.choices);
  const applying = proposals.filter(({ question }) => isActive(question, answers));
  return { workflow, facts, proposals: applying, disagreements: compareWithAnswers(applying, answers.choices) };
}
