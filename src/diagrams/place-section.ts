// Gives the rows of one section their places: boxes, words and arrows.
import type { Arrow, Box, Label, Rect } from './drawing.ts';
import type { Grid } from './grid.ts';
import type { Metrics } from './metrics.ts';
import { busiestSide, sidesOf } from './ports.ts';
import { routesOf } from './route.ts';
import { heightOf, type Line, type RowText, rowText } from './row-text.ts';
import type { Row, Scene } from './scene.ts';
import { planOf } from './tracks.ts';

/** Which section to place, and the height at which its first row begins. */
export type Placing = {
  readonly scene: Scene;
  readonly index: number;
  readonly metrics: Metrics;
  readonly grid: Grid;
  readonly top: number;
};

/** A section with everything in place; `bottom` is where the next thing may begin. */
export type PlacedSection = {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly labels: readonly Label[];
  readonly bottom: number;
};

/** Places a section, row under row, so that no two boxes share a height. */
export function placeSection(placing: Placing): PlacedSection {
  const { scene, index, metrics, grid } = placing;
  const section = scene.sections[index];
  if (section === undefined) return { boxes: [], arrows: [], labels: [], bottom: placing.top };
  const plan = planOf(section);
  const sides = sidesOf(section.rows, plan);
  const texts = section.rows.map((row) =>
    rowText(row, { metrics, service: scene.columns[row.column]?.name ?? '', lead: scene.lead }),
  );
  const boxes: Rect[] = [];
  const rooms: Rect[] = [];
  let y = placing.top;
  for (const [place, row] of section.rows.entries()) {
    const text = texts[place];
    const side = sides[place];
    if (text === undefined || side === undefined) continue;
    const height = boxHeight(text, metrics, busiestSide(side));
    const room = Math.max(height, metrics.sideWidth > 0 ? heightOf(text.body) : 0, heightOf(text.lead) + 6);
    boxes.push({ x: grid.columnX(row.column), y: y + (room - height) / 2, width: metrics.boxWidth, height });
    rooms.push({ x: grid.leadX, y, width: metrics.leadWidth, height: room });
    y += room + metrics.rowGap;
  }
  const leading = section.rows.flatMap((row, place) => (row.leadNotes.length > 0 ? [place] : []));
  const used = [...plan.leads.map((edge) => edge.row), ...leading];
  const lead = leadBox(
    used.flatMap((place) => (metrics.sideWidth > 0 ? boxes : rooms)[place] ?? []),
    placing,
  );
  const arrows = routesOf({ section: index, rows: section.rows, boxes, sides, plan, lead, grid });
  const rowBoxes = section.rows.map((row, place) => rowBox(row, index, boxes[place], texts[place], metrics));
  const labels = section.rows.flatMap((row, place) => rowLabels(row, boxes[place], texts[place], placing));
  const leadBoxes: Box[] =
    lead === undefined
      ? []
      : [
          {
            area: lead,
            role: scene.lead.isCoordinator ? 'coordinator' : 'start',
            person: false,
            ...(scene.lead.mark ? { mark: scene.lead.mark } : {}),
          },
        ];
  return { boxes: [...leadBoxes, ...rowBoxes.flat()], arrows, labels, bottom: y - metrics.rowGap };
}

function boxHeight(text: RowText, metrics: Metrics, arrows: number): number {
  const ports = (arrows + 1) * metrics.portGap;
  if (metrics.sideWidth > 0) return Math.max(metrics.boxHeight, ports);
  const footer = text.footer.length === 0 ? 0 : heightOf(text.footer) + metrics.padding;
  return Math.max(metrics.boxHeight, ports, heightOf(text.body) + footer + 2 * metrics.padding);
}

/** The leading column's box reaches over all rows it has to do with. */
function leadBox(touched: readonly Rect[], { metrics, grid }: Placing): Rect | undefined {
  const first = touched.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY);
  const last = touched.reduce((most, box) => Math.max(most, box.y + box.height), 0);
  if (touched.length === 0) return undefined;
  return { x: grid.leadX, y: first, width: metrics.leadWidth, height: last - first };
}

function rowBox(
  row: Row,
  section: number,
  area: Rect | undefined,
  text: RowText | undefined,
  metrics: Metrics,
): readonly Box[] {
  if (area === undefined || text === undefined) return [];
  const divider =
    text.footer.length === 0 ? {} : { divider: area.y + area.height - heightOf(text.footer) - metrics.padding };
  const mark = row.mark === undefined ? {} : { mark: row.mark };
  return [{ area, role: row.tone, row: { section, key: row.key }, person: row.person, ...mark, ...divider }];
}

function rowLabels(row: Row, box: Rect | undefined, text: RowText | undefined, placing: Placing): readonly Label[] {
  if (box === undefined || text === undefined) return [];
  const { metrics, grid } = placing;
  const middle = box.y + box.height / 2;
  const lead = stack(text.lead, {
    x: grid.leadX + 7,
    y: middle - heightOf(text.lead) / 2,
    width: metrics.leadWidth - 14,
  });
  if (metrics.sideWidth > 0) {
    const side = { x: grid.sideX, y: middle - heightOf(text.body) / 2, width: metrics.sideWidth };
    return [
      ...stack(text.body, side),
      ...numberLabel(row, { x: box.x, y: middle - 7, width: box.width, height: 14 }, metrics),
    ];
  }
  const width = box.width - 2 * metrics.padding;
  const footer = heightOf(text.footer);
  const free = box.height - (footer === 0 ? 0 : footer + metrics.padding);
  const top = box.y + (free - heightOf(text.body)) / 2;
  const left = box.x + metrics.padding;
  const corner = { x: box.x + box.width - metrics.padding - 18, y: top, width: 18, height: metrics.lineHeight };
  return [
    ...lead,
    ...stack(text.body, { x: left, y: top, width }, row.number === '' ? 0 : 20),
    ...stack(text.footer, { x: left + 14, y: box.y + box.height - footer - metrics.padding / 2, width: width - 14 }),
    ...numberLabel(row, corner, metrics),
  ];
}

/** Lines under each other; bold ones leave room for the number in the corner. */
function stack(
  some: readonly Line[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  corner = 0,
): readonly Label[] {
  let { y } = at;
  return some.map((line): Label => {
    const area = { x: at.x, y, width: at.width - (line.bold ? corner : 0), height: line.height };
    y += line.height;
    const { height, ...look } = line;
    return { ...look, area, x: at.x, y: y - height * 0.28, anchor: 'start' };
  });
}

function numberLabel(row: Row, area: Rect, metrics: Metrics): readonly Label[] {
  if (row.number === '') return [];
  const size = metrics.sideWidth > 0 ? 9 : 11;
  const tone = row.tone === 'failed' || row.tone === 'undo' ? 'failure' : 'muted';
  const isSide = metrics.sideWidth > 0;
  const x = isSide ? area.x + area.width / 2 : area.x + area.width;
  return [
    {
      area,
      x,
      y: area.y + area.height / 2 + size * 0.36,
      text: row.number,
      size,
      bold: true,
      anchor: isSide ? 'middle' : 'end',
      tone,
    },
  ];
}
