// Gives the nodes of a BPMN diagram their places.
import { type Bpmn, type Node, type NodeKind, starterPool } from './bpmn-model.ts';
import { waysOf } from './bpmn-ways.ts';
import type { Point, Rect } from './drawing.ts';

/** A laid-out diagram: areas by id (nodes, `Pool_0`, …, the frame `Pool`, the starter's pool), way points by id. */
export type BpmnPlaces = {
  readonly areas: ReadonlyMap<string, Rect>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
};

const left = 160;
const gap = 40;
const lineHeight = 116;
const strip = 40;
const header = 30;
/** A task that undoes keeps to the left edge of its task, clear of the way down from the task's failure. */
const undoShift = 20;

/** Places everything on the grid: columns as wide as what they hold, pools as high as their lines. */
export function placeBpmn(bpmn: Bpmn): BpmnPlaces {
  const areas = new Map<string, Rect>();
  const slots = slotsOf(bpmn);
  const tops = poolTops(bpmn);
  for (const node of bpmn.nodes.filter(standsAlone)) {
    const { width, height } = sizeOf(node.kind);
    const x =
      (slots.columns.get(`${node.cell.slot} ${node.cell.column}`) ?? 0) -
      width / 2 -
      (node.kind === 'undoTask' ? undoShift : 0);
    const y = (tops.tops[node.cell.pool] ?? 0) + strip + (node.cell.line + 0.5) * lineHeight - height / 2;
    areas.set(node.id, { x, y, width, height });
  }
  for (const node of bpmn.nodes) {
    const host = areas.get(node.on ?? '');
    if (host !== undefined) areas.set(node.id, onEdge(node.kind, host, bpmn.lanes > node.cell.pool));
    const around = areas.get(node.inside ?? '');
    if (around !== undefined) areas.set(node.id, within(node.kind, around));
  }
  for (const [place, top] of tops.tops.entries()) {
    const inset = place < bpmn.lanes ? header : 0;
    areas.set(`Pool_${place}`, {
      x: gap + inset,
      y: top,
      width: slots.right - gap - inset,
      height: tops.heights[place] ?? 0,
    });
  }
  if (bpmn.lanes > 0) {
    const [top = 0] = tops.tops;
    const height = tops.heights.slice(0, bpmn.lanes).reduce((sum, each) => sum + each, 0);
    areas.set('Pool', { x: gap, y: top, width: slots.right - gap, height });
  }
  if (bpmn.lanes < bpmn.pools.length) areas.set(starterPool, { x: gap, y: gap, width: slots.right - gap, height: 60 });
  return { areas, ways: waysOf(bpmn, areas, { starts: slots.starts, tops: tops.tops, lanes: bpmn.lanes }) };
}

type Slots = {
  readonly columns: ReadonlyMap<string, number>;
  readonly starts: readonly number[];
  readonly right: number;
};

/** The middle of each used column, by slot and column, and where each slot begins. */
function slotsOf(bpmn: Bpmn): Slots {
  const columns = new Map<string, number>();
  const starts: number[] = [];
  const widths = new Map<string, number>();
  for (const { cell, inside, kind, on } of bpmn.nodes) {
    const key = `${cell.slot} ${cell.column}`;
    if (on === undefined && inside === undefined) widths.set(key, Math.max(widths.get(key) ?? 0, sizeOf(kind).width));
  }
  let x = left;
  const last = Math.max(0, ...bpmn.nodes.map((node) => node.cell.slot));
  for (let slot = 0; slot <= last; slot += 1) {
    starts.push(x);
    const used = bpmn.nodes.filter((node) => node.cell.slot === slot).map((node) => node.cell.column);
    for (const column of [...new Set(used)].toSorted((a, b) => a - b)) {
      const width = Math.max(60, widths.get(`${slot} ${column}`) ?? 0);
      columns.set(`${slot} ${column}`, x + width / 2);
      x += width + gap;
    }
    if (used.length > 0) x += gap;
  }
  return { columns, starts: [...starts, x], right: x };
}

function poolTops(bpmn: Bpmn): {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
} {
  const tops: number[] = [];
  const heights: number[] = [];
  let y = bpmn.lanes === bpmn.pools.length ? gap : gap * 2 + 60;
  for (const place of bpmn.pools.keys()) {
    const lines =
      Math.max(2, ...bpmn.nodes.filter((node) => node.cell.pool === place).map((node) => node.cell.line)) + 1;
    const height = strip + lines * lineHeight;
    tops.push(y);
    heights.push(height);
    y += height + (place < bpmn.lanes - 1 ? 0 : gap);
  }
  return { tops, heights };
}

/** Sizes that BPMN tools use themselves, tasks a little wider for their names. */
function sizeOf(kind: NodeKind): { readonly width: number; readonly height: number } {
  switch (kind) {
    case 'task':
    case 'userTask':
      return { width: 130, height: 80 };
    case 'undoTask':
      return { width: 90, height: 80 };
    case 'undoScope':
      return { width: 220, height: 104 };
    case 'choice':
    case 'parallel':
      return { width: 50, height: 50 };
    case 'start':
    case 'messageStart':
    case 'messageCatch':
    case 'messageThrow':
    case 'end':
    case 'messageEnd':
    case 'undoEnd':
    case 'onError':
    case 'onTimer':
    case 'onUndo':
      return { width: 36, height: 36 };
    default:
      return kind satisfies never;
  }
}

/** Nodes that have a place on the grid themselves. */
function standsAlone({ inside, on }: Node): boolean {
  return on === undefined && inside === undefined;
}

/** A sub-process begins at its left and ends at its right. */
function within(kind: NodeKind, around: Rect): Rect {
  const { width, height } = sizeOf(kind);
  const x = kind === 'messageStart' ? around.x + gap : around.x + around.width - gap - width;
  return { x, y: around.y + (around.height - height) / 2, width, height };
}

/** Undo sits below left, failures below right; deadlines above where the undo takes the left corner, else below left. */
function onEdge(kind: NodeKind, host: Rect, isProcess: boolean): Rect {
  const isTop = kind === 'onTimer' && isProcess;
  const x = kind === 'onError' ? host.x + host.width - 30 : isTop ? host.x + host.width / 2 : host.x + 30;
  return { x: x - 18, y: (isTop ? host.y : host.y + host.height) - 18, width: 36, height: 36 };
}
