// Gives the nodes of a BPMN diagram their places, and flows their ways round them.
import type { Bpmn, Flow, Link, Node, NodeKind } from './bpmn-model.ts';
import { starterPool } from './bpmn-model.ts';
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
/** A task that undoes stands a little to the left, clear of the way down from the task's failure. */
const undoShift = 35;

/** Places everything on the grid: columns as wide as what they hold, pools as high as their lines. */
export function placeBpmn(bpmn: Bpmn): BpmnPlaces {
  const areas = new Map<string, Rect>();
  const slots = slotsOf(bpmn);
  const tops = poolTops(bpmn);
  for (const node of bpmn.nodes.filter((each) => each.on === undefined)) {
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
    if (host !== undefined) areas.set(node.id, onEdge(node.kind, host, bpmn.lanes));
  }
  for (const [place, top] of tops.tops.entries()) {
    const inset = bpmn.lanes ? header : 0;
    areas.set(`Pool_${place}`, {
      x: gap + inset,
      y: top,
      width: slots.right - gap - inset,
      height: tops.heights[place] ?? 0,
    });
  }
  if (bpmn.lanes)
    areas.set('Pool', {
      x: gap,
      y: tops.tops[0] ?? 0,
      width: slots.right - gap,
      height: tops.bottom - (tops.tops[0] ?? 0),
    });
  else areas.set(starterPool, { x: gap, y: gap, width: slots.right - gap, height: 60 });
  return { areas, ways: waysOf(bpmn, areas, { slots, tops: tops.tops }) };
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
  for (const { cell, kind, on } of bpmn.nodes) {
    const key = `${cell.slot} ${cell.column}`;
    if (on === undefined) widths.set(key, Math.max(widths.get(key) ?? 0, sizeOf(kind).width));
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
  readonly bottom: number;
} {
  const tops: number[] = [];
  const heights: number[] = [];
  let y = bpmn.lanes ? gap : gap * 2 + 60;
  for (const place of bpmn.pools.keys()) {
    const lines =
      Math.max(2, ...bpmn.nodes.filter((node) => node.cell.pool === place).map((node) => node.cell.line)) + 1;
    const height = strip + lines * lineHeight;
    tops.push(y);
    heights.push(height);
    y += height + (bpmn.lanes ? 0 : gap);
  }
  return { tops, heights, bottom: y };
}

/** Sizes that BPMN tools use themselves, tasks a little wider for their names. */
function sizeOf(kind: NodeKind): { readonly width: number; readonly height: number } {
  switch (kind) {
    case 'task':
    case 'userTask':
      return { width: 130, height: 80 };
    case 'undoTask':
      return { width: 100, height: 80 };
    case 'choice':
    case 'parallel':
      return { width: 50, height: 50 };
    case 'start':
    case 'messageStart':
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

/** Undo sits below left, failures below right; deadlines above where the undo takes the left corner, else below left. */
function onEdge(kind: NodeKind, host: Rect, isProcess: boolean): Rect {
  const isTop = kind === 'onTimer' && isProcess;
  const x = kind === 'onError' ? host.x + host.width - 30 : isTop ? host.x + host.width / 2 : host.x + 30;
  return { x: x - 18, y: (isTop ? host.y : host.y + host.height) - 18, width: 36, height: 36 };
}

type Frame = { readonly slots: Slots; readonly tops: readonly number[] };

function waysOf(bpmn: Bpmn, areas: ReadonlyMap<string, Rect>, frame: Frame): ReadonlyMap<string, readonly Point[]> {
  const nodes = new Map(bpmn.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, readonly Point[]>();
  const all: readonly (Flow | Link)[] = [...bpmn.flows, ...bpmn.messages];
  for (const [place, { id, from, to }] of all.entries()) {
    const target = nodes.get(to);
    const end = areas.get(to);
    const start = areas.get(from);
    if (start === undefined || end === undefined || target === undefined) continue;
    const isMessage = id.startsWith('Message');
    ways.set(id, wayBetween({ from: nodes.get(from), start, to: target, end, frame, place, isMessage }));
  }
  for (const { id, from, to } of bpmn.associations) {
    const start = areas.get(from);
    const end = areas.get(to);
    if (start !== undefined && end !== undefined) {
      const x = start.x + start.width / 2;
      ways.set(id, [
        { x, y: start.y + start.height },
        { x, y: end.y },
      ]);
    }
  }
  return ways;
}

type Between = {
  readonly from: Node | undefined;
  readonly start: Rect;
  readonly to: Node;
  readonly end: Rect;
  readonly frame: Frame;
  readonly place: number;
  readonly isMessage: boolean;
};

function wayBetween({ from, start, to, end, frame, place, isMessage }: Between): readonly Point[] {
  const target = { x: end.x, y: end.y + end.height / 2 };
  const spread = (place % 6) * 5;
  const before = (frame.slots.starts[to.cell.slot] ?? left) - 12 - spread;
  if (from === undefined) return [{ x: before, y: start.y + start.height }, { x: before, y: target.y }, target];
  const source = { x: start.x + start.width, y: start.y + start.height / 2 };
  const isBranch =
    (from.kind === 'choice' && to.cell.line !== from.cell.line) ||
    from.on !== undefined ||
    (from.kind === 'choice' && to.cell.pool !== from.cell.pool);
  if (from.cell.slot === to.cell.slot && !isMessage) {
    if (isBranch) {
      const x = start.x + start.width / 2;
      const y = target.y > source.y ? start.y + start.height : start.y;
      return [{ x, y }, { x, y: target.y }, target];
    }
    if (Math.abs(source.y - target.y) < 1) return [source, target];
    const x = end.x + end.width / 2;
    return [source, { x, y: source.y }, { x, y: source.y > target.y ? end.y + end.height : end.y }];
  }
  const isNext = to.cell.slot === from.cell.slot + 1;
  if (isNext && !isMessage && from.cell.pool === to.cell.pool && Math.abs(source.y - target.y) < 1)
    return [source, target];
  const after = (frame.slots.starts[from.cell.slot + 1] ?? source.x) - 12 - spread;
  if (isNext) return [source, { x: after, y: source.y }, { x: after, y: target.y }, target];
  const channel = (frame.tops[to.cell.pool] ?? 0) + (isMessage ? -8 - spread : 8 + spread);
  return [
    source,
    { x: after, y: source.y },
    { x: after, y: channel },
    { x: before, y: channel },
    { x: before, y: target.y },
    target,
  ];
}
