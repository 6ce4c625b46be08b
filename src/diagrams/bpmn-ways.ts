// Leads the flows of a BPMN diagram round its nodes: through the gaps between slots and along the tops of pools.
import type { Bpmn, Flow, Link, Node } from './bpmn-model.ts';
import type { Point, Rect } from './drawing.ts';

/** Where slots begin, from the left, and pools, from the top. */
type Frame = { readonly starts: readonly number[]; readonly tops: readonly number[] };

/** Way points by the id of what they belong to. */
export function waysOf(
  bpmn: Bpmn,
  areas: ReadonlyMap<string, Rect>,
  frame: Frame,
): ReadonlyMap<string, readonly Point[]> {
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
  const before = (frame.starts[to.cell.slot] ?? end.x) - 12 - spread;
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
  const after = (frame.starts[from.cell.slot + 1] ?? source.x) - 12 - spread;
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
