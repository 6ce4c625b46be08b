// Reads a workflow that a person typed, one step a line (docs/workflow.md).
import { cleanText } from './clean-text.ts';
import { findStep, fold, stepNumber } from './find-step.ts';
import { splitOnce, unquote } from './line-text.ts';
import { shorten, type WrittenBranch } from './parse-clause.ts';
import { parseLine, type WrittenStep } from './parse-line.ts';
import { type Branch, type Step, type Workflow, workflowLimits } from './workflow.ts';

/** What was not understood. `line` counts from 1, `text` is the line as typed (shortened). */
type LineProblem = { readonly line: number; readonly text: string; readonly message: string };

/** Everything that was understood, beside everything that was not. */
export type ParsedWorkflow = { readonly workflow: Workflow; readonly problems: readonly LineProblem[] };

type Row = { readonly line: number; readonly text: string; readonly step: WrittenStep; readonly id: string };
type Report = (message: string) => void;

/**
 * Reads the text line by line and never fails: a line that is not understood is left out and reported.
 * Steps that were in `previous` with the same service and action keep their ids.
 */
export function parseWorkflow(text: string, previous: Workflow = { steps: [] }): ParsedWorkflow {
  const problems: LineProblem[] = [];
  const rows: Row[] = [];
  const spellings = new Map<string, string>();
  const newId = idsAfter(previous);
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/u).entries()) {
    if (line.trim() === '' || /^\s*(?:#|\/\/)/u.test(line)) continue;
    const report = reporter(problems, index, line);
    const parsed = parseLine(line.slice(0, 2000));
    if (parsed.step !== undefined && rows.length === workflowLimits.steps) {
      report(`I draw at most ${workflowLimits.steps} steps; this one is left out. Could it be a workflow of its own?`);
      continue;
    }
    const step = parsed.step && sameSpelling(parsed.step, spellings, report);
    for (const message of parsed.problems) report(message);
    if (step !== undefined) rows.push({ line: index, text: line, step, id: newId(step) });
  }
  const steps = rows.map((row, place) =>
    resolve({ rows, place, spellings, report: reporter(problems, row.line, row.text) }),
  );
  return { workflow: { steps }, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function reporter(problems: LineProblem[], index: number, line: string): Report {
  return (message) => problems.push({ line: index + 1, text: shorten(line.trim()), message });
}

/** The first spelling of a service stands; `payments` and `Payments` are one service. */
function sameSpelling(step: WrittenStep, spellings: Map<string, string>, report: Report): WrittenStep | undefined {
  const service = spelled(step.service, spellings);
  if (service !== undefined) return { ...step, service };
  report(`I draw at most ${workflowLimits.services} services; this step is left out.`);
  return undefined;
}

function spelled(service: string, spellings: Map<string, string>): string | undefined {
  const known = spellings.get(fold(service));
  if (known !== undefined) return known;
  if (spellings.size === workflowLimits.services) return undefined;
  spellings.set(fold(service), service);
  return service;
}

function idsAfter(previous: Workflow): (step: WrittenStep) => string {
  const free = [...previous.steps];
  let last = Math.max(0, ...previous.steps.map((step) => Number(step.id.slice(1))));
  return (step) => {
    const at = free.findIndex((old) => fold(old.service) === fold(step.service) && old.action === step.action);
    const [kept] = at === -1 ? [] : free.splice(at, 1);
    if (kept !== undefined) return kept.id;
    last += 1;
    return `s${last}`;
  };
}

type Resolving = {
  readonly rows: readonly Row[];
  readonly place: number;
  readonly spellings: Map<string, string>;
  readonly report: Report;
};

function resolve(resolving: Resolving): Step {
  const { rows, place, report } = resolving;
  const row = rows[place];
  if (row === undefined) throw new RangeError(`no row ${place}`);
  const { service, action, event, undo, deadline, person, optional } = row.step;
  const earlier = rows.slice(0, place);
  const waitsFor = row.step.waitsFor === undefined ? stepBefore(earlier) : waits(row.step.waitsFor, earlier, report);
  return {
    id: row.id,
    service,
    action,
    ...(event === undefined ? {} : { event }),
    ...(undo === undefined ? {} : { undo }),
    waitsFor,
    ...(deadline === undefined ? {} : { deadline }),
    person,
    optional,
    branches: row.step.branches.flatMap((branch) => resolveBranch(branch, resolving) ?? []),
  };
}

/** Without `waits for` a step follows the last earlier one that is not optional: nobody waits for those. */
function stepBefore(earlier: readonly Row[]): readonly string[] {
  const before = earlier.findLast((row) => !row.step.optional);
  return before === undefined ? [] : [before.id];
}

/** What a step waits for that waits for none: it begins when the workflow is started. */
const nothing = /^(?:the )?(?:start|nothing|nobody)$/iu;

function waits(names: readonly string[], earlier: readonly Row[], report: Report): readonly string[] {
  const ids = new Set<string>();
  for (const written of names.filter((name) => !nothing.test(name.trim()))) {
    const name = unquote(written);
    const found = rowNamed(earlier, name);
    if (found === undefined) report(`It waits for “${shorten(name)}”, but no step before this line is called that.`);
    else ids.add(found.id);
  }
  const beginsAtOnce = names.some((name) => nothing.test(name.trim()));
  return ids.size === 0 && !beginsAtOnce ? stepBefore(earlier) : [...ids];
}

/** The row of the step that a person means by a name, see `findStep`. */
function rowNamed(rows: readonly Row[], name: string): Row | undefined {
  const place = findStep(
    rows.map(({ step }) => step),
    name,
  );
  return place === undefined ? undefined : rows[place];
}

function resolveBranch(branch: WrittenBranch, resolving: Resolving): Branch | undefined {
  const { rows, place, spellings, report } = resolving;
  const when = cleanText(branch.when, workflowLimits.text);
  if (when === '') return undefined;
  const target = branch.target.trim();
  if (/^(?:undo|cancel|take back|compensate)(?: (?:all|everything|it))?[.!]?$/iu.test(target))
    return { when, leads: 'undo' };
  if (/^(?:the )?(?:end|ends|stop|stops|done|finish)[.!]?$/iu.test(target)) return { when, leads: 'end' };
  const later = rows.slice(place + 1);
  const name = unquote(target);
  const number = stepNumber(name);
  const found = number === undefined ? rowNamed(later, name) : rows[number - 1];
  if (found !== undefined && later.includes(found)) return { when, leads: 'step', step: found.id };
  const parts = number === undefined ? splitOnce(target, /\s*[:：]\s*/u) : undefined;
  const service = parts && spelled(cleanText(unquote(parts[0]), workflowLimits.service), spellings);
  const action = parts && cleanText(unquote(parts[1]), workflowLimits.text);
  if (service && action) return { when, leads: 'action', service, action };
  report(
    `“if ${shorten(when)}” leads to “${shorten(name)}”. It can lead to undo, end, a later step, or “Service: what it does”.`,
  );
  return undefined;
}
