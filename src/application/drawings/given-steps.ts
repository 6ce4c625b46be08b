// Takes in the steps somebody typed: what a command refers to, and the words that are stored apart.
import { createHash } from 'node:crypto';
import type { WordRef } from '../../domain/decision/refs.ts';
import type { GivenSteps } from '../../domain/decision/workflow-commands.ts';
import { formatWorkflow } from '../../domain/workflow/format-workflow.ts';
import { type ParsedWorkflow, parseWorkflow } from '../../domain/workflow/parse-workflow.ts';
import type { Workflow } from '../../domain/workflow/workflow.ts';

/** Steps that were understood as a whole, or what was not, line by line: nothing is recorded then. */
export type TakenSteps =
  | { readonly ok: true; readonly given: GivenSteps; readonly words: Readonly<Record<WordRef, string>> }
  | { readonly ok: false; readonly problems: ParsedWorkflow['problems'] };

/**
 * Reads the text. Steps known from before keep their ids. Unlike other words the text is told apart by every character:
 * a line break decides where a step ends.
 */
export function takeSteps(decisionId: string, text: string, previous: Workflow | null): TakenSteps {
  const { workflow, problems } = parseWorkflow(text, previous ?? { steps: [] });
  if (problems.length > 0 || workflow.steps.length === 0) return { ok: false, problems };
  const canonical = formatWorkflow(workflow);
  const ref = exactRef(decisionId, canonical);
  return {
    ok: true,
    given: { workflow: ref, steps: workflow.steps.map(({ id }) => id) },
    words: { [ref]: canonical },
  };
}

/** A reference that differs with every character of the words. */
export function exactRef(decisionId: string, words: string): WordRef {
  const hash = createHash('sha256').update(`exact\u0000${decisionId}\u0000${words}`).digest('base64url');
  return hash.slice(0, 22);
}
