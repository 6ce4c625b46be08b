// What to draw of a workflow: the style, the part, the marks of a change, and which steps fit on this picture.
import { cleanText } from '../domain/workflow/clean-text.ts';
import { isCoordinated } from '../domain/workflow/messages.ts';
import { type Impact, newContracts } from '../domain/workflow/what-if.ts';
import {
  type DrawnStyle,
  type Part,
  type Step,
  servicesOf,
  type Workflow,
  workflowLimits,
} from '../domain/workflow/workflow.ts';
import type { Mark } from './scene.ts';

/** Marks for what differs: which steps, services and whether the coordinator differ. */
type Marks = {
  readonly steps: ReadonlyMap<string, Mark>;
  readonly services: ReadonlyMap<string, Mark>;
  readonly coordinator: boolean;
  /** The steps that stand and, where they stood, those that were removed. */
  readonly shown: readonly Step[];
  /** What two parties have not agreed on before, by `contractKey`. */
  readonly contracts: ReadonlySet<string>;
};

/** A workflow seen in one style. */
export type View = {
  readonly workflow: Workflow;
  /** As somebody typed it; cleaned and cut when drawn. */
  readonly title: string;
  readonly style: DrawnStyle;
  /** The part that gets the coordinator; only a hybrid has one. */
  readonly part?: Part;
  readonly marks?: Marks;
};

/** The workflow as it becomes, with everything marked that the style has to change. */
export function impactView(view: View, impact: Impact): View {
  const touched = impact[view.style];
  const old = new Set(view.workflow.steps.map((step) => step.id));
  const known = new Set(servicesOf(view.workflow));
  const now = new Set(servicesOf(impact.after));
  const shown = withRemoved(view.workflow, impact.after);
  const removed = shown.filter((step) => !impact.after.steps.includes(step));
  const gone = removed.map(({ service }) => service).filter((name) => !now.has(name));
  const part = impact.part ?? view.part;
  return {
    ...view,
    workflow: impact.after,
    ...(part === undefined ? {} : { part }),
    marks: {
      steps: new Map<string, Mark>([
        ...impact.steps.map((id) => [id, old.has(id) ? 'changed' : 'new'] as const),
        ...removed.map(({ id }) => [id, 'removed'] as const),
      ]),
      services: new Map<string, Mark>([
        ...(touched?.services ?? []).map((name) => [name, known.has(name) ? 'changed' : 'new'] as const),
        ...gone.map((name) => [name, 'removed'] as const),
      ]),
      coordinator: touched?.coordinator ?? false,
      shown,
      contracts: newContracts(view, { workflow: impact.after, ...(part === undefined ? {} : { part }) }, view.style),
    },
  };
}

/** The steps that stand, and each removed one behind the step it stood behind. */
function withRemoved(before: Workflow, after: Workflow): readonly Step[] {
  const standing = new Set(after.steps.map(({ id }) => id));
  const shown = [...after.steps];
  for (const [place, step] of before.steps.entries()) {
    if (standing.has(step.id)) continue;
    const previous = before.steps[place - 1]?.id;
    shown.splice(shown.findIndex(({ id }) => id === previous) + 1, 0, step);
  }
  return shown;
}

/** A view with what every builder asks of it. */
export type Lookup = View & {
  /** The services, those of removed steps included; the same in every style. */
  readonly columns: readonly string[];
  /** The steps in the order in which they are drawn, removed ones included. */
  readonly shown: readonly Step[];
  readonly isRemoved: (step: Step) => boolean;
  /** The step's number as shown, from 1. */
  readonly numberOf: (id: string) => number;
  readonly stepOf: (id: string) => Step | undefined;
  readonly isCoordinated: (step: Step) => boolean;
};

/** Prepares a view for the builders. */
export function lookUp(view: View): Lookup {
  const places = new Map(view.workflow.steps.map((step, place) => [step.id, place]));
  const shown = view.marks?.shown ?? view.workflow.steps;
  return {
    ...view,
    title: cleanText(view.title, workflowLimits.text) || 'Workflow',
    ...(view.part === undefined
      ? {}
      : { part: { ...view.part, name: cleanText(view.part.name, workflowLimits.service) || 'a part' } }),
    columns: servicesOf({ steps: shown }),
    shown,
    isRemoved: ({ id }) => view.marks?.steps.get(id) === 'removed',
    numberOf: (id) => (places.get(id) ?? -1) + 1,
    stepOf: (id) => view.workflow.steps[places.get(id) ?? -1],
    isCoordinated: (step) => isCoordinated(view.style, view.part, step),
  };
}

/** `1`, `1 and 2`, `1, 2 and 3`: the numbers of some steps in a sentence. */
export function numbersOf(ids: readonly string[], lookup: Lookup): string {
  return listed(ids.map((id) => String(lookup.numberOf(id))));
}

/** Joins words as a sentence does. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
