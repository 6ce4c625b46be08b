// Turns a view of a workflow into its pictures: one up to eight steps, beyond that one a part of the run.
import { worstSituation } from '../domain/workflow/situations.ts';
import type { DrawnStyle, Part, Step } from '../domain/workflow/workflow.ts';
import { goodRun } from './good-run.ts';
import type { Scene, Section } from './scene.ts';
import { type Lookup, lookUp, type View } from './view.ts';
import { wayBack } from './way-back.ts';

/** How many steps one picture holds and is still read at 400 pixels (issue 6). */
const stepsAPicture = 8;

/** The pictures of a view, the good run first, then the longest way back. An empty workflow has none. */
export function scenesOf(view: View, limit: number = stepsAPicture): readonly Scene[] {
  const lookup = lookUp(view);
  const { shown } = lookup;
  const worst = worstSituation(view.workflow);
  const good = 'When all goes well';
  if (shown.length === 0) return [];
  // Removed steps are quiet: half as many more do not make a picture harder to read.
  if (view.workflow.steps.length <= limit && shown.length <= limit * 1.5) {
    const sections = [goodRun(lookup, shown, good), ...(worst === undefined ? [] : [wayBack(lookup, worst)])];
    return [sceneWith(lookup, sections, counted(lookup))];
  }
  const runs = chunks(shown, limit).map((some) => {
    const range = rangeOf(lookup, some);
    const count = view.workflow.steps.length;
    return sceneWith(lookup, [goodRun(lookup, some, `${good}: ${range}`)], `${range} of ${count}`);
  });
  if (worst === undefined) return runs;
  const backs = chunks(worst.undone, limit).map((some) =>
    sceneWith(lookup, [wayBack(lookup, worst, some)], 'the longest way back'),
  );
  return [...runs, ...backs];
}

/** What a style is called over a picture. */
export function styleName(style: DrawnStyle, part?: Part): string {
  switch (style) {
    case 'orchestrated':
      return 'Orchestrated';
    case 'choreographed':
      return 'Choreographed';
    case 'hybrid':
      return part === undefined ? 'Split' : `Split: ${part.name} is orchestrated`;
    default:
      return style satisfies never;
  }
}

function sceneWith(lookup: Lookup, sections: readonly Section[], what: string): Scene {
  const { style, part, marks } = lookup;
  const isCoordinator = style !== 'choreographed';
  const name = isCoordinator ? 'Coordinator' : 'Start';
  return {
    title: lookup.title,
    subtitle: `${styleName(style, part)} · ${what}`,
    lead: { name, isCoordinator, ...(isCoordinator && marks?.coordinator ? { mark: 'changed' } : {}) },
    columns: lookup.columns.map((service) => {
      const mark = marks?.services.get(service);
      return { name: service, ...(mark === undefined ? {} : { mark }) };
    }),
    sections,
  };
}

function counted({ shown, workflow }: Lookup): string {
  const { length } = workflow.steps;
  const removed = shown.length - length;
  return `${length === 1 ? '1 step' : `${length} steps`}${removed === 0 ? '' : `, ${removed} removed`}`;
}

/** Which of the steps that stand are on one picture of several. */
function rangeOf(lookup: Lookup, some: readonly Step[]): string {
  const standing = some.filter((step) => !lookup.isRemoved(step));
  const [from, to] = [standing[0], standing.at(-1)].map((step) => lookup.numberOf(step?.id ?? ''));
  if (standing.length === 0) return 'removed steps, none';
  return from === to ? `step ${from}` : `steps ${from} to ${to}`;
}

/** Parts of nearly equal length, none longer than `limit`. */
function chunks<T>(items: readonly T[], limit: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / limit);
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.floor((index * items.length) / count), Math.floor(((index + 1) * items.length) / count)),
  );
}
