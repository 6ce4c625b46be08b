// Prints a workflow back as the lines a person could have typed.
import { findStep } from './find-step.ts';
import { cutLine, quote, unquote } from './line-text.ts';
import type { Branch, Step, Workflow } from './workflow.ts';

/** One line a step; `parseWorkflow(formatWorkflow(w), w)` gives `w` again, without problems. */
export function formatWorkflow(workflow: Workflow): string {
  return workflow.steps.map((step, place) => formatStep(workflow.steps, step, place)).join('\n');
}

function formatStep(steps: readonly Step[], step: Step, place: number): string {
  const usual = steps.slice(0, place).findLast((before) => !before.optional)?.id;
  const isUsual = step.waitsFor.length === (usual === undefined ? 0 : 1) && step.waitsFor[0] === usual;
  const waits = step.waitsFor.map((id) => String(steps.findIndex((other) => other.id === id) + 1)).join(' and ');
  const clauses = [
    ...(step.event === undefined ? [] : [`event: ${plainValue(step.event)}`]),
    ...(step.undo === undefined ? [] : [`undo: ${plainValue(step.undo)}`]),
    ...(isUsual ? [] : [`waits for ${waits === '' ? 'start' : waits}`]),
    ...(step.deadline === undefined ? [] : [`deadline: ${plainValue(step.deadline)}`]),
    ...(step.person ? ['person'] : []),
    ...(step.optional ? ['optional'] : []),
    ...step.branches.map((branch) => `if ${plain(branch.when)} -> ${target(steps, branch)}`),
  ];
  return [`${plain(step.service)}: ${plain(step.action)}`, ...clauses].join(' / ');
}

function target(steps: readonly Step[], branch: Branch): string {
  switch (branch.leads) {
    case 'undo':
    case 'end':
      return branch.leads;
    case 'step':
      return String(steps.findIndex((step) => step.id === branch.step) + 1);
    case 'action': {
      const written = `${plain(branch.service)}: ${plain(branch.action)}`;
      return findStep(steps, written) === undefined ? written : `${quote(branch.service)}: ${quote(branch.action)}`;
    }
    default:
      return branch satisfies never;
  }
}

/** The same behind a word such as `deadline:`, where a number at the beginning means no step. */
function plainValue(text: string): string {
  const isNumbered = /^\d/u.test(text) && plain(`a${text}`) === `a${text}`;
  return isNumbered ? text : plain(text);
}

/** The text itself where it reads back as itself, else in quotes. */
function plain(text: string): string {
  const marks = /[:："\\/|;／<>→⇒=,，]|->|\s[-–—]|[-–—]\s|^(?:#|[-*•–]|\d|with\b|by\b|if\b)|\bthen\b/iu;
  return marks.test(text) || unquote(text) !== text || cutLine(text).clauses.length > 0 ? quote(text) : text;
}
