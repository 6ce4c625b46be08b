// Reads one line of a workflow into a step whose references are still names.
import { cleanText } from './clean-text.ts';
import { cutLine, splitOnce, unquote } from './line-text.ts';
import { parseClause, type WrittenBranch } from './parse-clause.ts';
import { workflowLimits } from './workflow.ts';

/** A step as written; names of other steps are not yet looked up. */
export type WrittenStep = {
  readonly service: string;
  readonly action: string;
  readonly event?: string;
  readonly undo?: string;
  readonly deadline?: string;
  readonly waitsFor?: readonly string[];
  readonly person: boolean;
  readonly optional: boolean;
  readonly branches: readonly WrittenBranch[];
};

/** The step, unless the line names none, and what was not understood, in the order it stands in the line. */
export type ParsedLine = { readonly step?: WrittenStep; readonly problems: readonly string[] };

const whoDoesWhat = /\s*[:：]\s*|\s+[-–—]\s+/u;
const bullet = /^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)/u;

/** Reads a line that is neither blank nor a remark. */
export function parseLine(line: string): ParsedLine {
  const { head, clauses } = cutLine(line.replace(bullet, ''));
  const named = splitOnce(head, whoDoesWhat);
  const service = cleanText(unquote(named?.[0] ?? ''), workflowLimits.service);
  const action = cleanText(unquote(named?.[1] ?? ''), workflowLimits.text);
  if (service === '' || action === '') {
    return { problems: ['Who does what here? Write it like “Payments: authorise card”.'] };
  }
  let step: WrittenStep = { service, action, person: false, optional: false, branches: [] };
  const problems: string[] = [];
  for (const clause of clauses.map(parseClause)) {
    if (clause.kind === 'problem') problems.push(clause.message);
    else if (clause.kind === 'person') step = { ...step, person: true };
    else if (clause.kind === 'optional') step = { ...step, optional: true };
    else if (clause.kind === 'waitsFor') step = { ...step, waitsFor: [...(step.waitsFor ?? []), ...clause.names] };
    else if (clause.kind === 'branch') step = { ...step, branches: [...step.branches, clause.branch] };
    else {
      const text = cleanText(clause.text, clause.kind === 'deadline' ? workflowLimits.deadline : workflowLimits.text);
      if (text !== '') step = { ...step, [clause.kind]: text };
    }
  }
  if (step.branches.length > workflowLimits.branches) {
    problems.push(`A step can have ${workflowLimits.branches} branches; the rest are left out.`);
    step = { ...step, branches: step.branches.slice(0, workflowLimits.branches) };
  }
  return { step, problems };
}
