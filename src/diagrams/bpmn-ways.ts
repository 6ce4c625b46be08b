// Leads the flows of a BPMN diagram round its nodes: through the gaps between slots and along the tops of pools.
import type { Bpmn, Flow, Link, Node } from './bpmn-model.ts';
import type { Point, Rect } from './drawing.ts';

/** Where slots begin, from the left, and pools, from the top; how many of these are lanes. */
type Frame = { readonly starts: readonly number[]; readonly tops: readonly number[]; readonly lanes: number };

/** How far from an element a way runs past what stands beside it. */
const aside = 16;

/** Way points by the id of what they belong to. */
export function waysOf(
  bpmn: Bpmn,
  areas: ReadonlyMap<string, Rect>,
  frame: Frame,
): ReadonlyMap<string, readonly Point[]> {
  const nodes = new Map(bpmn.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, readonly Point[]>();
  const all: readonly (Flow | Link)[] = [...bpmn.flows, ...bpmn.messages];
  for (const [place, way] of all.entries()) {
    const { id, from, to } = way;
    const target = nodes.get(to);
    const end = areas.get(to);
    const start = areas.get(from);
    if (start === undefined || end === undefined || target === undefined) continue;
    const isMessage = id.startsWith('Message');
    const isAside = 'condition' in way && way.condition !== undefined;
    ways.set(id, wayBetween({ from: nodes.get(from), start, to: target, end, frame, place, isMessage, isAside }));
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
  /** One of the ways out of a choice, save the default one. */
  readonly isAside: boolean;
};

function wayBetween({ from, start, to, end, frame, place, isMessage, isAside }: Between): readonly Point[] {
  const target = { x: end.x, y: end.y + end.height / 2 };
  const isAbove = (to.kind === 'messageCatch' && isMessage) || (to.kind === 'choice' && isAside);
  const arrival = isAbove ? fromAbove(end) : [target];
  const [{ y: arrivalY } = target] = arrival;
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
  const departure = departureOf({ from, start, isMessage, isAside }) ?? [source];
  const leaving = departure.at(-1) ?? source;
  const isNext = to.cell.slot === from.cell.slot + 1;
  if (isNext && !isMessage && !isAside && from.cell.pool === to.cell.pool && Math.abs(source.y - target.y) < 1)
    return [source, target];
  const after = (frame.starts[from.cell.slot + 1] ?? source.x) - 12 - spread;
  if (isNext) return [...departure, { x: after, y: leaving.y }, { x: after, y: arrivalY }, ...arrival];
  // Messages run between pools; lanes lie close, so there they keep to the strip that is free at the top of each.
  const isBetween = isMessage && (to.cell.pool === 0 || to.cell.pool >= frame.lanes);
  const channel = (frame.tops[to.cell.pool] ?? 0) + (isBetween ? -8 - spread : 8 + spread);
  return [
    ...departure,
    { x: after, y: leaving.y },
    { x: after, y: channel },
    { x: before, y: channel },
    { x: before, y: arrivalY },
    ...arrival,
  ];
}

/** What stands in the middle of a row is reached from above, so that nothing before it is in the way. */
function fromAbove(end: Rect): readonly Point[] {
  const x = end.x + end.width / 2;
  return [
    { x, y: end.y - aside },
    { x, y: end.y },
  ];
}

/** What is not the way straight on leaves upwards or downwards, so that nothing behind it is in the way. */
function departureOf({
  from,
  start,
  isMessage,
  isAside,
}: Pick<Between, 'from' | 'start' | 'isMessage' | 'isAside'>): readonly Point[] | undefined {
  const x = start.x + start.width / 2;
  const bottom = start.y + start.height;
  if (isMessage && from?.kind === 'messageThrow') {
    return [
      { x, y: start.y },
      { x, y: start.y - aside },
    ];
  }
  if (!isAside) return undefined;
  return [
    { x, y: bottom },
    { x, y: bottom + 2 * aside },
  ];
}
