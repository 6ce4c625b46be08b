// Says in words which steps were added, removed or changed between two versions of a workflow.
import type { Step, Workflow } from './workflow.ts';

/** What a change of each part of a step is called. */
const partWords = {
  event: 'what it publishes',
  undo: 'its undo',
  waitsFor: 'what it waits for',
  deadline: 'its deadline',
  person: 'whether a person does it',
  optional: 'whether it is optional',
  branches: 'its branches',
} as const satisfies Partial<Readonly<Record<keyof Step, string>>>;

const parts = ['event', 'undo', 'waitsFor', 'deadline', 'person', 'optional', 'branches'] as const;

/** What differs, a line a kind of difference, steps told apart by their ids; empty where nothing does. */
export function stepsSince(before: Workflow, after: Workflow): readonly string[] {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const now = new Set(after.steps.map(({ id }) => id));
  const added = after.steps.filter(({ id }) => !old.has(id)).map(named);
  const removed = before.steps.filter(({ id }) => !now.has(id)).map(named);
  const changed = after.steps.flatMap((step) => difference(old.get(step.id), step));
  return [...line('Added', added), ...line('Removed', removed), ...line('Changed', changed)];
}

function line(kind: string, steps: readonly string[]): readonly string[] {
  return steps.length === 0 ? [] : [`${kind}: ${steps.join('; ')}.`];
}

function named({ service, action }: Step): string {
  return `“${action}” (${service})`;
}

function difference(old: Step | undefined, step: Step): readonly string[] {
  if (old === undefined) return [];
  if (named(old) !== named(step)) return [`${named(old)} is now ${named(step)}`];
  const differing = parts.filter((part) => JSON.stringify(old[part]) !== JSON.stringify(step[part]));
  return differing.length === 0 ? [] : [`${named(step)}: ${differing.map((part) => partWords[part]).join(', ')}`];
}
