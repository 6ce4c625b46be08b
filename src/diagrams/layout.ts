// Lays out one picture: title, column heads, sections one under the other, legend.
import type { Arrow, Box, Drawing, Label, LegendEntry, Rect } from './drawing.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Font, shortened, textWidth, wrap } from './measure.ts';
import { type Metrics, metricsFor, type Width } from './metrics.ts';
import { placeSection } from './place-section.ts';
import type { EdgeKind, Scene } from './scene.ts';

type Sheet = { readonly boxes: Box[]; readonly arrows: Arrow[]; readonly labels: Label[] };

/** What each kind of line means; the order is the legend's. */
const meanings: readonly (readonly [EdgeKind, string])[] = [
  ['command', 'command'],
  ['reply', 'reply'],
  ['event', 'event'],
  ['branch', 'only in that case'],
  ['failure', 'word of the failure'],
  ['takeBack', 'command to take back'],
];

/** Gives everything its place. The same scene always gives the same drawing. */
export function layOut(scene: Scene, width: Width): Drawing {
  const metrics = metricsFor(width, scene.columns.length);
  const grid = gridOf(metrics, scene.columns.length);
  const sheet: Sheet = { boxes: [], arrows: [], labels: [] };
  let y = titles(scene, sheet, { metrics, grid });
  const lanesTop = y;
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
    if (index === 0 || metrics.sideWidth === 0) y = heads(scene, sheet, { metrics, grid }, y) + metrics.rowGap * 0.7;
    const placed = placeSection({ scene, index, metrics, grid, top: y });
    sheet.boxes.push(...placed.boxes);
    sheet.arrows.push(...placed.arrows);
    sheet.labels.push(...placed.labels);
    y = placed.bottom + metrics.rowGap * 0.7;
  }
  const lanes = scene.columns.map((_, column) => ({
    area: { x: grid.columnX(column) - 4, y: lanesTop, width: metrics.boxWidth + 8, height: y - lanesTop },
  }));
  const key = legend(sheet, { metrics, grid }, y + 10);
  return { width: grid.width, height: Math.ceil(key.bottom + metrics.margin), lanes, ...sheet, legend: key.entries };
}

type Frame = { readonly metrics: Metrics; readonly grid: Grid };

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

/** The names over the columns: in boxes on a wide picture, reading upwards on a narrow one. */
function heads(scene: Scene, sheet: Sheet, frame: Frame, y: number): number {
  const { metrics, grid } = frame;
  const height = metrics.headerHeight;
  const names = [{ ...scene.lead, x: grid.leadX, width: metrics.leadWidth, isLead: true }].concat(
    scene.columns.map((column, place) => ({
      ...column,
      isCoordinator: false,
      isLead: false,
      x: grid.columnX(place),
      width: metrics.boxWidth,
    })),
  );
  for (const { name, mark, x, width, isLead, isCoordinator } of names) {
    const area: Rect = { x, y, width, height };
    const tone = isLead && isCoordinator ? 'coordinator' : 'ink';
    const marked = mark === undefined ? name : `${name} (${mark === 'new' ? 'new' : 'changes'})`;
    if (metrics.sideWidth > 0) {
      const text = shortened(marked, { ...metrics.service, width: height });
      const baseline = x + width / 2 + metrics.service.size * 0.36;
      sheet.labels.push({
        area,
        x: baseline,
        y: y + height,
        text,
        ...metrics.service,
        anchor: 'start',
        tone,
        upwards: true,
      });
      continue;
    }
    const role = isLead ? (isCoordinator ? 'coordinator' : 'start') : 'service';
    sheet.boxes.push({ area, role, person: false, ...(mark === undefined ? {} : { mark }) });
    const lines = wrap(marked, { ...metrics.service, width: width - 12, max: 2 });
    for (const [place, text] of lines.entries()) {
      const top = y + height / 2 + (place - lines.length / 2) * metrics.lineHeight;
      sheet.labels.push({
        area: { x: x + 6, y: top, width: width - 12, height: metrics.lineHeight },
        x: x + width / 2,
        y: top + metrics.lineHeight * 0.75,
        text,
        ...metrics.service,
        anchor: 'middle',
        tone,
      });
    }
  }
  return y + height;
}

function legend(
  sheet: Sheet,
  { metrics, grid }: Frame,
  top: number,
): { readonly entries: readonly LegendEntry[]; readonly bottom: number } {
  const entries: LegendEntry[] = [];
  let x = metrics.margin;
  let y = top;
  const used = new Set(sheet.arrows.map((arrow) => arrow.kind));
  for (const [kind, text] of meanings.filter(([each]) => used.has(each))) {
    const width = textWidth(text, metrics.note);
    if (x > metrics.margin && x + 36 + width > grid.width - metrics.margin) {
      x = metrics.margin;
      y += 18;
    }
    entries.push({ kind, from: { x, y: y + 9 }, to: { x: x + 28, y: y + 9 } });
    sheet.labels.push({
      area: { x: x + 34, y: y + 1, width, height: 16 },
      x: x + 34,
      y: y + 13,
      text,
      ...metrics.note,
      anchor: 'start',
      tone: 'muted',
    });
    x += 34 + width + 20;
  }
  return { entries, bottom: entries.length === 0 ? top - 10 : y + 18 };
}
