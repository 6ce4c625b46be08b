// Writes a drawing as SVG. Everything a person typed is escaped here and nowhere else.
import type { Arrow, Box, Drawing, Label, Point } from './drawing.ts';
import type { EdgeKind } from './scene.ts';
import { colours, dashes, type Theme } from './theme.ts';

/** How a drawing is written: for which background, and what it tells somebody who cannot see it. */
export type Writing = { readonly theme: Theme; readonly title: string; readonly description: string };

/** Names of fonts in the order in which they are tried; the first is what the words were measured in. */
const fonts =
  "'Noto Sans', 'Noto Sans S Chinese', 'Noto Sans Korean', 'Noto Naskh Arabic', 'Noto Sans Hebrew', 'Segoe UI', Arial, sans-serif";

/** A complete SVG document. The same drawing and writing always give the same text. */
export function writeSvg(drawing: Drawing, { theme, title, description }: Writing): string {
  const { width, height } = drawing;
  const { paper, lane } = colours[theme];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...drawing.lanes.map(
      ({ area }) =>
        `<rect x="${n(area.x)}" y="${n(area.y)}" width="${n(area.width)}" height="${n(area.height)}" rx="6" fill="${lane}"/>`,
    ),
    ...drawing.arrows.map((arrow) => arrowSvg(arrow, theme)),
    ...drawing.boxes.map((box) => boxSvg(box, theme)),
    ...drawing.legend.map(({ kind, from, to }) => lineSvg(kind, [from, to], theme)),
    ...drawing.markLegend.map(({ mark, area }) => boxSvg({ area, mark, role: 'step', person: false }, theme)),
    ...drawing.labels.map((label) => labelSvg(label, theme)),
    '</svg>',
    '',
  ].join('\n');
}

/** Makes text safe inside XML text and attributes; what XML cannot hold was taken out when it was typed. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function arrowSvg(arrow: Arrow, theme: Theme): string {
  return lineSvg(arrow.kind, arrow.points, theme, arrow.mark === undefined ? 1.5 : 3);
}

/** A line with rounded corners, its head, and for events a dot where they are published. */
function lineSvg(kind: EdgeKind, points: readonly Point[], theme: Theme, width = 1.5): string {
  const colour = colours[theme].line[kind];
  const first = points[0];
  const last = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || last === undefined || before === undefined) return '';
  const dash = dashes[kind] === '' ? '' : ` stroke-dasharray="${dashes[kind]}"`;
  const isHeavy = width > 1.5;
  // A heavy line ends inside its head, so that the head keeps its point.
  const way = isHeavy ? [...points.slice(0, -1), towards(last, before, 4)] : points;
  const line = `<path d="${path(way)}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>`;
  const dot = kind === 'event' ? `<circle cx="${n(first.x)}" cy="${n(first.y)}" r="2.5" fill="${colour}"/>` : '';
  return line + dot + head(kind, before, last, { colour, size: isHeavy ? 9 : 6 });
}

function path(points: readonly Point[]): string {
  return points
    .map((point, place) => {
      const before = points[place - 1];
      const after = points[place + 1];
      if (before === undefined) return `M${n(point.x)} ${n(point.y)}`;
      if (after === undefined) return `L${n(point.x)} ${n(point.y)}`;
      const radius = Math.min(6, distance(before, point) / 2, distance(point, after) / 2);
      const into = towards(point, before, radius);
      const out = towards(point, after, radius);
      return `L${n(into.x)} ${n(into.y)}Q${n(point.x)} ${n(point.y)} ${n(out.x)} ${n(out.y)}`;
    })
    .join('');
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}

/** The point `by` units from `from` in the direction of `to`, both on one upright or level line. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** Replies have an open head, everything else a filled one. */
function head(
  kind: EdgeKind,
  before: Point,
  tip: Point,
  look: { readonly colour: string; readonly size: number },
): string {
  const { colour, size } = look;
  const back = towards(tip, before, size);
  const half = (size * 8) / 15;
  const side = { x: back.y === tip.y ? 0 : half, y: back.y === tip.y ? half : 0 };
  const one = `${n(back.x + side.x)} ${n(back.y + side.y)}`;
  const other = `${n(back.x - side.x)} ${n(back.y - side.y)}`;
  const shape = `M${one}L${n(tip.x)} ${n(tip.y)}L${other}`;
  if (kind === 'reply') return `<path d="${shape}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  return `<path d="${shape}Z" fill="${colour}"/>`;
}

function boxSvg(box: Box, theme: Theme): string {
  const isGone = box.role === 'removed' || box.mark === 'removed';
  const { fill, edge } = colours[theme].box[isGone ? 'removed' : box.role];
  const { x, y, width, height } = box.area;
  const isHeavy = box.mark !== undefined && !isGone;
  const strokeWidth = isHeavy ? 3 : box.role === 'failed' ? 2 : 1.25;
  const dash = isGone ? ' stroke-dasharray="1.5 3"' : box.role === 'optional' ? ' stroke-dasharray="4 3"' : '';
  const stroke = isHeavy ? colours[theme].text.ink : edge;
  const radius = Math.min(8, width / 4);
  const outline = `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"${dash}/>`;
  return (
    outline +
    dividerSvg(box, theme) +
    (box.role === 'failed' ? crossSvg(box, edge) : '') +
    (box.person && width > 40 ? personSvg(box, stroke) : '')
  );
}

/** The line above what a step publishes, and the dot that stands for an event. */
function dividerSvg({ area, divider }: Box, theme: Theme): string {
  if (divider === undefined) return '';
  const { event } = colours[theme].line;
  const line = `<path d="M${n(area.x)} ${n(divider)}H${n(area.x + area.width)}" stroke="${event}" stroke-width="1" stroke-opacity="0.5"/>`;
  return `${line}<circle cx="${n(area.x + 13)}" cy="${n((divider + area.y + area.height) / 2)}" r="3" fill="${event}"/>`;
}

/** A cross on the corner of a step that failed. */
function crossSvg({ area }: Box, colour: string): string {
  const isSmall = area.width < 40;
  const r = isSmall ? 4 : 6;
  const arm = isSmall ? 3.4 : 5;
  const x = isSmall ? area.x - 2 : area.x;
  const y = isSmall ? area.y - 2 : area.y;
  const cross = `M${n(x - arm / 2)} ${n(y - arm / 2)}l${arm} ${arm}m0 ${-arm}l${-arm} ${arm}`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="${colour}"/><path d="${cross}" stroke="#ffffff" stroke-width="1.5"/>`;
}

/** Head and shoulders on the corner of a step that a person does. */
function personSvg({ area }: Box, colour: string): string {
  const { x, y } = area;
  return `<circle cx="${n(x)}" cy="${n(y - 3)}" r="3" fill="${colour}"/><path d="M${n(x - 5)} ${n(y + 6)}a5 5 0 0 1 10 0Z" fill="${colour}"/>`;
}

function labelSvg(label: Label, theme: Theme): string {
  const { x, y, size, bold, anchor, text, tone } = label;
  const weight = bold ? ' font-weight="700"' : '';
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const struck = label.struck === true ? ' text-decoration="line-through"' : '';
  const turned = label.upwards ? ` transform="rotate(-90 ${n(x)} ${n(y)})"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${weight}${anchored} fill="${colours[theme].text[tone]}"${struck}${turned} xml:space="preserve">${escapeXml(text)}</text>`;
}
