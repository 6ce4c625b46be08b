// Reads a drawing as a graph, to count on it independently of the code that counts on the steps.
import type { Arrow } from '../../../src/diagrams/drawing.ts';
import { goodRun } from '../../../src/diagrams/good-run.ts';
import { layOut } from '../../../src/diagrams/layout.ts';
import type { Row, Scene, Section } from '../../../src/diagrams/scene.ts';
import { lookUp, type View } from '../../../src/diagrams/view.ts';
import { wayBack } from '../../../src/diagrams/way-back.ts';
import { situationsOf } from '../../../src/domain/workflow/situations.ts';
import { type DrawnStyle, eventOf, type Workflow } from '../../../src/domain/workflow/workflow.ts';

/** An arrow as seen: from which column to which (`lead` is the leading one), and what it says. */
export type SeenArrow = {
  readonly kind: Arrow['kind'];
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly toTitle: string;
  readonly keys: readonly [string | undefined, string | undefined];
  readonly isMarked: boolean;
};

/** A drawing as seen: one section for the good run and one for every way back. */
export type Seen = {
  readonly good: readonly SeenArrow[];
  readonly backs: readonly (readonly SeenArrow[])[];
  readonly rows: readonly (readonly (Row & { readonly service: string })[])[];
};

/** Draws the whole workflow with all its ways back on one sheet and reads that; with the marks of a change, if given. */
export function see(workflow: Workflow, style: DrawnStyle, marks?: View['marks']): Seen {
  const view: View = { workflow, title: 'seen', style };
  const lookup = lookUp(marks === undefined ? view : { ...view, marks });
  const sections = [
    goodRun(lookup, workflow.steps, 'good'),
    ...situationsOf(workflow).map((situation) => wayBack(lookup, situation)),
  ];
  const scene: Scene = {
    title: 'seen',
    subtitle: '',
    lead: { name: 'lead', isCoordinator: style !== 'choreographed' },
    columns: lookup.columns.map((name) => ({ name })),
    sections,
  };
  const drawing = layOut(scene, 'wide');
  const columns = drawing.lanes.slice(0, lookup.columns.length).map((lane) => lane.area.x);
  const columnAt = (x: number) => lookup.columns[columns.findLastIndex((left) => x >= left)] ?? 'lead';
  const all = drawing.arrows.map((arrow) => ({
    arrow,
    seen: seenArrow(arrow, sections[arrow.section], workflow, columnAt),
  }));
  return {
    good: all.filter(({ arrow }) => arrow.section === 0).map(({ seen }) => seen),
    backs: sections
      .slice(1)
      .map((_, place) => all.filter(({ arrow }) => arrow.section === place + 1).map(({ seen }) => seen)),
    rows: sections.map((section) => section.rows.map((row) => ({ ...row, service: lookup.columns[row.column] ?? '' }))),
  };
}

function seenArrow(
  arrow: Arrow,
  section: Section | undefined,
  workflow: Workflow,
  columnAt: (x: number) => string,
): SeenArrow {
  const row = (key: string | undefined) => section?.rows.find((each) => each.key === key);
  const step = workflow.steps.find((each) => each.id === arrow.from);
  const titles = {
    command: row(arrow.to)?.title,
    takeBack: row(arrow.to)?.title,
    reply: step && eventOf(step),
    event: step && eventOf(step),
    branch: step?.action,
    failure: arrow.to === undefined ? step && eventOf(step) : failure(row(arrow.from)),
  };
  const ends = [arrow.points[0], arrow.points.at(-1)].map((point) => point?.x ?? 0);
  return {
    kind: arrow.kind,
    from: arrow.from === undefined ? 'lead' : columnAt(ends[0] ?? 0),
    to: arrow.to === undefined ? 'lead' : columnAt(ends[1] ?? 0),
    says: titles[arrow.kind] ?? 'asked for',
    toTitle: row(arrow.to)?.title ?? '',
    keys: [arrow.from, arrow.to],
    isMarked: arrow.mark !== undefined,
  };
}

/** What a failed row tells, whatever the deadline is. */
function failure(row: Row | undefined): string {
  const note = row?.notes[0] ?? '';
  return `${row?.title ?? ''} ${note.startsWith('takes longer') ? 'late' : note}`;
}
