// The rows and arrows of a situation in which earlier steps are taken back.
import { failureOf } from '../domain/workflow/messages.ts';
import type { Situation } from '../domain/workflow/situations.ts';
import { eventOf, type Step } from '../domain/workflow/workflow.ts';
import { heardFailing, marked, replied, told } from './contracts.ts';
import type { Edge, Row, Section } from './scene.ts';
import { type Lookup, numbersOf } from './view.ts';

/** The section for some of the steps that a situation takes back; all of them unless they fill several pictures. */
export function wayBack(lookup: Lookup, situation: Situation, shown: readonly Step[] = situation.undone): Section {
  const part =
    shown.length < situation.undone.length ? ` (${shown.length} of ${situation.undone.length} shown here)` : '';
  return {
    heading: `${headingOf(lookup, situation)}${part}`,
    tone: 'failure',
    rows: [failedRow(lookup, situation), ...shown.map((each) => undoRow(lookup, situation, each))],
    edges: [
      ...(isTold(lookup, situation) ? [failureEdge(lookup, situation)] : []),
      ...shown.map((each) => undoEdge(lookup, situation, each)),
    ],
  };
}

/** What goes wrong, and what follows, in one line. */
export function headingOf(lookup: Lookup, situation: Situation): string {
  const count = situation.undone.length;
  return `When step ${lookup.numberOf(situation.step.id)} ${wrong(situation)}: ${count} ${count === 1 ? 'step is' : 'steps are'} taken back`;
}

/** How the step goes wrong: `fails`, `takes longer than 24 hours`, `ends with “refused”`. */
export function wrong({ reason }: Situation): string {
  switch (reason.kind) {
    case 'fails':
      return 'fails';
    case 'late':
      return `takes longer than ${reason.deadline}`;
    case 'refused':
      return `ends with “${reason.when}”`;
    default:
      return reason satisfies never;
  }
}

/** Whether the failing service has to tell the coordinator; that a step of its own is late, its own clock says. */
export function isTold(lookup: Lookup, { step, undone, reason }: Situation): boolean {
  return lookup.isCoordinated(step) ? reason.kind !== 'late' : undone.some((each) => lookup.isCoordinated(each));
}

function failedRow(lookup: Lookup, situation: Situation): Row {
  const { step } = situation;
  const listeners = situation.undone.filter((each) => !lookup.isCoordinated(each));
  const mustListen = listeners.length > 0 && !lookup.isCoordinated(step);
  const nobody = isTold(lookup, situation) ? [] : ['nobody keeps the order'];
  return {
    key: step.id,
    column: lookup.columns.indexOf(step.service),
    number: String(lookup.numberOf(step.id)),
    title: step.action,
    notes: [wrong(situation), ...(mustListen ? ['whoever must act listens', ...nobody] : [])],
    tone: 'failed',
    person: false,
    leadNotes: leadNotes(lookup, situation),
  };
}

function leadNotes(lookup: Lookup, situation: Situation): readonly string[] {
  if (isTold(lookup, situation)) return ['keeps the list of what to take back'];
  return lookup.isCoordinated(situation.step) ? ['its clock runs out', 'keeps the list of what to take back'] : [];
}

function undoRow(lookup: Lookup, { undone }: Situation, step: Step): Row {
  return {
    key: `undo ${step.id}`,
    column: lookup.columns.indexOf(step.service),
    number: numbersOf([step.id], lookup),
    title: step.undo ?? '',
    notes: [`taken back${order(undone.indexOf(step), undone.length)}`],
    tone: 'undo',
    person: false,
    leadNotes: [],
  };
}

function order(place: number, count: number): string {
  if (place === 0) return count === 1 ? '' : ' first';
  return place === count - 1 ? ' last' : ' next';
}

function failureEdge(lookup: Lookup, situation: Situation): Edge {
  const { step } = situation;
  const says = lookup.isCoordinated(step) ? eventOf(step) : failureOf(situation);
  return marked(lookup, { from: { row: step.id }, to: 'lead', kind: 'failure' }, replied(step, says));
}

function undoEdge(lookup: Lookup, situation: Situation, step: Step): Edge {
  const failed = situation.step;
  const to = { row: `undo ${step.id}` };
  if (lookup.isCoordinated(step))
    return marked(lookup, { from: 'lead', to, kind: 'takeBack' }, told(step.service, step.undo ?? ''));
  const from = lookup.isCoordinated(failed) ? ('lead' as const) : { row: failed.id };
  const hears = heardFailing(lookup, failed, step, failureOf(situation));
  return marked(lookup, { from, to, kind: 'failure' }, hears);
}
