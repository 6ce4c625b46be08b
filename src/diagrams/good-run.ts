// The rows and arrows of a run in which all goes well.
import { type Branch, eventOf, type Step } from '../domain/workflow/workflow.ts';
import { heard, heardAside, marked, replied, told } from './contracts.ts';
import type { Edge, End, Row, Section } from './scene.ts';
import { type Lookup, numbersOf } from './view.ts';

/**
 * The section for some of the steps; what comes from a step on another picture is said in a note. Removed steps have
 * a row where they stood, and no arrows.
 */
export function goodRun(lookup: Lookup, shown: readonly Step[], heading: string): Section {
  const steps = shown.filter((step) => !lookup.isRemoved(step));
  const visible = new Set(steps.map((step) => step.id));
  return {
    heading,
    tone: 'good',
    rows: shown.flatMap((step) =>
      lookup.isRemoved(step)
        ? [removedRow(lookup, step)]
        : [stepRow(lookup, step, visible), ...actionRows(lookup, step)],
    ),
    edges: steps.flatMap((step) => [...incoming(lookup, step, visible), ...outcomes(lookup, step, visible)]),
  };
}

function stepRow(lookup: Lookup, step: Step, visible: ReadonlySet<string>): Row {
  const mark = lookup.marks?.steps.get(step.id);
  const coordinated = lookup.isCoordinated(step);
  const control = [
    ...waiting(lookup, step, visible),
    ...clock(step, coordinated),
    ...step.branches.map((branch) => way(lookup, branch)),
  ];
  const own = [
    ...(mark === undefined ? [] : [mark === 'new' ? 'new step' : 'changed']),
    ...(step.person ? ['a person does this'] : []),
    ...(step.optional ? ['optional'] : []),
    ...(step.undo === undefined ? [] : [`undo: ${step.undo}`]),
  ];
  const isPublic = isHeard(lookup, step);
  return {
    key: step.id,
    column: lookup.columns.indexOf(step.service),
    number: String(lookup.numberOf(step.id)),
    title: step.action,
    notes: coordinated ? own : [...own, ...control],
    ...(isPublic && !coordinated ? { publishes: eventOf(step), isNamed: step.event !== undefined } : {}),
    tone: step.optional ? 'optional' : 'step',
    person: step.person,
    leadNotes: coordinated
      ? [...control, ...(isPublic ? [`publishes ${eventOf(step)}`] : [])]
      : startNotes(lookup, step),
    ...(mark === undefined ? {} : { mark }),
  };
}

function removedRow(lookup: Lookup, step: Step): Row {
  return {
    key: step.id,
    column: lookup.columns.indexOf(step.service),
    number: '×',
    title: step.action,
    notes: [step.undo === undefined ? 'removed' : `removed, and its undo: ${step.undo}`],
    tone: 'removed',
    person: false,
    leadNotes: [],
  };
}

/** Without a coordinator somebody still has to set the workflow off. */
function startNotes(lookup: Lookup, step: Step): readonly string[] {
  return lookup.style === 'choreographed' && step.waitsFor.length === 0 ? ['the workflow is asked for'] : [];
}

/** Whether anybody outside the coordinator listens for what the step publishes. */
function isHeard(lookup: Lookup, step: Step): boolean {
  const coordinated = lookup.isCoordinated(step);
  return lookup.workflow.steps.some(
    (later) => later.waitsFor.includes(step.id) && !(coordinated && lookup.isCoordinated(later)),
  );
}

function waiting(lookup: Lookup, step: Step, visible: ReadonlySet<string>): readonly string[] {
  const place = lookup.numberOf(step.id) - 1;
  const usual = lookup.workflow.steps.slice(0, place).findLast((before) => !before.optional)?.id;
  if (step.waitsFor.length > 1) return [`waits for ${numbersOf(step.waitsFor, lookup)}`];
  const [only] = step.waitsFor;
  if (only === undefined) return place === 0 ? [] : ['from the start'];
  const isDrawn = !lookup.isCoordinated(step) || only === usual;
  return isDrawn && visible.has(only) ? [] : [`after ${numbersOf([only], lookup)}`];
}

function clock(step: Step, coordinated: boolean): readonly string[] {
  if (step.deadline === undefined) return [];
  return [coordinated ? `clock: ${step.deadline}` : `keeps its own clock: ${step.deadline}`];
}

function way(lookup: Lookup, branch: Branch): string {
  switch (branch.leads) {
    case 'undo':
      return `if ${branch.when}: take back`;
    case 'end':
      return `if ${branch.when}: end`;
    case 'step':
      return `if ${branch.when}: on to ${lookup.numberOf(branch.step)}`;
    case 'action':
      return `if ${branch.when}: ${branch.service}`;
    default:
      return branch satisfies never;
  }
}

function actionKey(step: Step, place: number): string {
  return `${step.id} way ${place}`;
}

function actionRows(lookup: Lookup, step: Step): readonly Row[] {
  return step.branches.flatMap((branch, place): readonly Row[] => {
    if (branch.leads !== 'action') return [];
    return [
      {
        key: actionKey(step, place),
        column: lookup.columns.indexOf(branch.service),
        number: '',
        title: branch.action,
        notes: [`only if ${branch.when}`],
        tone: 'action',
        person: false,
        leadNotes: [],
      },
    ];
  });
}

function incoming(lookup: Lookup, step: Step, visible: ReadonlySet<string>): readonly Edge[] {
  const to: End = { row: step.id };
  const waited = step.waitsFor.flatMap((id) => lookup.stepOf(id) ?? []);
  const outside = waited.filter(({ id }) => visible.has(id) && !isInside(lookup, id));
  const from = (before: Step, end: End): Edge =>
    marked(lookup, { from: { row: before.id }, to: end, kind: 'event' }, heard(lookup, before, step));
  if (lookup.isCoordinated(step)) {
    return [
      ...outside.map((before) => from(before, 'lead')),
      marked(lookup, { from: 'lead', to, kind: 'command' }, told(step.service, step.action)),
      marked(lookup, { from: to, to: 'lead', kind: 'reply' }, replied(step, eventOf(step))),
    ];
  }
  if (waited.length === 0) return lookup.style === 'choreographed' ? [{ from: 'lead', to, kind: 'event' }] : [];
  const inside = waited.filter(({ id }) => isInside(lookup, id)).map((before) => heard(lookup, before, step));
  return [
    ...(inside.length > 0 ? [marked(lookup, { from: 'lead', to, kind: 'event' }, ...inside)] : []),
    ...outside.map((before) => from(before, to)),
  ];
}

function isInside(lookup: Lookup, id: string): boolean {
  const step = lookup.stepOf(id);
  return step !== undefined && lookup.isCoordinated(step);
}

function outcomes(lookup: Lookup, step: Step, visible: ReadonlySet<string>): readonly Edge[] {
  const from: End = lookup.isCoordinated(step) ? 'lead' : { row: step.id };
  return step.branches.flatMap((branch, place): readonly Edge[] => {
    if (branch.leads === 'action') {
      const { action, service, when } = branch;
      const edge: Edge = { from, to: { row: actionKey(step, place) }, kind: 'branch' };
      return [marked(lookup, edge, from === 'lead' ? told(service, action) : heardAside(lookup, step, service, when))];
    }
    const target = branch.leads === 'step' ? lookup.stepOf(branch.step) : undefined;
    if (target === undefined || !visible.has(target.id)) return [];
    const inside = isInside(lookup, target.id);
    if (from === 'lead' && inside) return [];
    const edge: Edge = { from, to: inside ? 'lead' : { row: target.id }, kind: 'branch' };
    return [marked(lookup, edge, heardAside(lookup, step, target, branch.when))];
  });
}
