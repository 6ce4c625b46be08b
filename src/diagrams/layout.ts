// Lays out one picture: title, column heads, sections one under the other, legend.

import { columnHeads } from './column-heads.ts';
import type { Arrow, Box, Drawing, Label, Lane, LegendEntry, LegendMark } from './drawing.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Font, textWidth, wrap } from './measure.ts';
import { type Metrics, metricsFor, type Width } from './metrics.ts';
import { placeSection } from './place-section.ts';
import type { EdgeKind, Mark, Scene } from './scene.ts';

type Sheet = { readonly boxes: Box[]; readonly arrows: Arrow[]; readonly labels: Label[] };

/** What each kind of line means; the order is the legend's. */
const meanings: readonly (readonly [EdgeKind, string])[] = [
  ['command', 'command'],
  ['reply', 'reply'],
  ['event', 'event'],
  ['branch', 'only then'],
  ['failure', 'failure'],
  ['takeBack', 'take back'],
];

/** What each outline of what differs means. */
const markMeanings: readonly (readonly [readonly Mark[], string])[] = [
  [['new', 'changed'], 'heavy: new or changed'],
  [['removed'], 'removed'],
];

/** Gives everything its place. The same scene always gives the same drawing. */
export function layOut(scene: Scene, width: Width): Drawing {
  const metrics = metricsFor(width, scene.columns.length);
  const grid = gridOf(metrics, scene.columns.length);
  const sheet: Sheet = { boxes: [], arrows: [], labels: [] };
  let y = titles(scene, sheet, { metrics, grid });
  const lanes: Lane[] = [];
  for (const [index, section] of scene.sections.entries()) {
    if (index > 0) y += metrics.rowGap * 2;
    const room = grid.width - 2 * metrics.margin;
    const headings = wrap(section.heading, { ...metrics.heading, width: room, max: 2 });
    for (const text of headings) {
      const area = { x: metrics.margin, y, width: room, height: 20 };
      const tone = section.tone === 'failure' ? 'failure' : 'ink';
      sheet.labels.push({ area, x: area.x, y: y + 14, text, ...metrics.heading, anchor: 'start', tone });
      y += 20;
    }
    y += 6;
    const lanesTop = y;
    if (index === 0 || metrics.sideWidth === 0)
      y = columnHeads({ scene, section, metrics, grid, top: y }, sheet) + metrics.rowGap * 0.7;
    const placed = placeSection({ scene, index, metrics, grid, top: y + (metrics.sideWidth > 0 ? 4 : 0) });
    sheet.boxes.push(...placed.boxes);
    sheet.arrows.push(...placed.arrows);
    sheet.labels.push(...placed.labels);
    y = placed.bottom + metrics.rowGap * 0.7;
    lanes.push(...lanesOf(scene, { metrics, grid }, lanesTop, y));
  }
  const key = legend(sheet, { metrics, grid }, y + 10);
  const height = Math.ceil(key.bottom + metrics.margin);
  return { width: grid.width, height, lanes, ...sheet, legend: key.entries, markLegend: key.marks };
}

type Frame = { readonly metrics: Metrics; readonly grid: Grid };

/** Quiet bands behind the columns of one section. */
function lanesOf(scene: Scene, { metrics, grid }: Frame, top: number, bottom: number): readonly Lane[] {
  const inset = metrics.sideWidth > 0 ? 1 : 5;
  return scene.columns.map((_, column) => ({
    area: { x: grid.columnX(column) - inset, y: top, width: metrics.boxWidth + 2 * inset, height: bottom - top },
  }));
}

function titles(scene: Scene, sheet: Sheet, { metrics, grid }: Frame): number {
  const room = grid.width - 2 * metrics.margin;
  let y = metrics.margin;
  const write = (text: string, font: Font, tone: Label['tone'], max: number) => {
    const height = Math.ceil(font.size * 1.4);
    for (const line of wrap(text, { ...font, width: room, max })) {
      sheet.labels.push({
        area: { x: metrics.margin, y, width: room, height },
        x: metrics.margin,
        y: y + font.size * 1.05,
        text: line,
        ...font,
        anchor: 'start',
        tone,
      });
      y += height;
    }
  };
  write(scene.title, metrics.title, 'ink', 2);
  write(scene.subtitle, metrics.subtitle, 'muted', 2);
  return y + 12;
}

type Legend = {
  readonly entries: readonly LegendEntry[];
  readonly marks: readonly LegendMark[];
  readonly bottom: number;
};

function legend(sheet: Sheet, { metrics, grid }: Frame, top: number): Legend {
  const entries: LegendEntry[] = [];
  const marks: LegendMark[] = [];
  let x = metrics.margin;
  let y = top;
  /** Writes a meaning and gives the place of its sample. */
  const explain = (text: string) => {
    const width = textWidth(text, metrics.note);
    if (x > metrics.margin && x + 36 + width > grid.width - metrics.margin) {
      x = metrics.margin;
      y += 18;
    }
    const at = { x, y };
    const area = { x: x + 34, y: y + 1, width, height: 16 };
    sheet.labels.push({ area, x: area.x, y: y + 13, text, ...metrics.note, anchor: 'start', tone: 'muted' });
    x += 34 + width + 20;
    return at;
  };
  const used = new Set(sheet.arrows.map((arrow) => arrow.kind));
  for (const [kind, text] of meanings.filter(([each]) => used.has(each))) {
    const at = explain(text);
    entries.push({ kind, from: { x: at.x, y: at.y + 9 }, to: { x: at.x + 28, y: at.y + 9 } });
  }
  const differing = new Set([
    ...sheet.boxes.map((box) => (box.role === 'removed' ? 'removed' : box.mark)),
    ...sheet.arrows.map((arrow) => arrow.mark),
  ]);
  for (const [some, text] of markMeanings) {
    const mark = some.find((each) => differing.has(each));
    if (mark === undefined) continue;
    const at = explain(text);
    marks.push({ mark, area: { x: at.x + 4, y: at.y + 3, width: 20, height: 12 } });
  }
  return { entries, marks, bottom: entries.length + marks.length === 0 ? top - 10 : y + 18 };
}
