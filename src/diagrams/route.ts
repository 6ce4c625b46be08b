// Turns planned arrows into lines, once boxes have their places.
import type { Arrow, Point, Rect } from './drawing.ts';
import type { Grid } from './grid.ts';
import { arrivesOnTop, portY, type Sides } from './ports.ts';
import type { Row } from './scene.ts';
import type { Plan, Trunk } from './tracks.ts';

/** A section whose boxes have their places; `lead` is the leading column's box, where there is one. */
export type Placed = {
  readonly section: number;
  readonly rows: readonly Row[];
  readonly boxes: readonly Rect[];
  readonly sides: readonly Sides[];
  readonly plan: Plan;
  readonly lead: Rect | undefined;
  readonly grid: Grid;
};

/** All arrows of a section. */
export function routesOf(placed: Placed): readonly Arrow[] {
  return [...leadArrows(placed), ...placed.plan.trunks.flatMap((trunk) => trunkArrows(placed, trunk))];
}

function leadArrows({ section, rows, boxes, sides, plan, lead }: Placed): readonly Arrow[] {
  if (lead === undefined) return [];
  return plan.leads.flatMap((edge): readonly Arrow[] => {
    const box = boxes[edge.row];
    const side = sides[edge.row];
    if (box === undefined || side === undefined) return [];
    const y = portY(side.left, (use) => use.kind === 'lead' && use.edge === edge, box);
    const ends: readonly Point[] = [
      { x: lead.x + lead.width, y },
      { x: box.x, y },
    ];
    const key = rows[edge.row]?.key;
    const common = { kind: edge.kind, section, ...(edge.isMarked ? { mark: 'new' as const } : {}) };
    return edge.outward
      ? [{ ...common, points: ends, from: undefined, to: key }]
      : [{ ...common, points: ends.toReversed(), from: key, to: undefined }];
  });
}

function trunkArrows(placed: Placed, trunk: Trunk): readonly Arrow[] {
  return trunk.to.map(
    (place): Arrow => ({
      kind: trunk.kind,
      points: trunk.by === 'below' ? downward(placed, trunk, place) : throughGutter(placed, trunk, place),
      section: placed.section,
      from: placed.rows[trunk.from]?.key,
      to: placed.rows[place]?.key,
      ...(trunk.marked.includes(place) ? { mark: 'new' as const } : {}),
    }),
  );
}

function downward(placed: Placed, trunk: Trunk, place: number): readonly Point[] {
  const { boxes, rows, grid } = placed;
  const start = boxes[trunk.from];
  const end = boxes[place];
  if (start === undefined || end === undefined) return [];
  const x = grid.centre(rows[trunk.from]?.column ?? 0);
  const from = { x, y: start.y + start.height };
  if (arrivesOnTop(trunk, rows, place)) return [from, { x, y: end.y }];
  const last = arrival(placed, { trunk, place, x });
  return [from, { x, y: last.y }, last];
}

function throughGutter(placed: Placed, trunk: Trunk, place: number): readonly Point[] {
  const start = placed.boxes[trunk.from];
  const sides = placed.sides[trunk.from];
  if (start === undefined || sides === undefined || trunk.by === 'below') return [];
  const { gutter, index } = trunk.by;
  const x = placed.grid.trackX({ gutter, index, count: placed.plan.counts.get(gutter) ?? 1 });
  const isLeft = x < start.x;
  const y = portY(isLeft ? sides.left : sides.right, (use) => use.kind === 'leaves' && use.trunk === trunk, start);
  const last = arrival(placed, { trunk, place, x });
  return [{ x: isLeft ? start.x : start.x + start.width, y }, { x, y }, { x, y: last.y }, last];
}

type Arriving = { readonly trunk: Trunk; readonly place: number; readonly x: number };

/** Where a trunk that runs down at `x` touches the box of a row. */
function arrival({ boxes, sides }: Placed, { trunk, place, x }: Arriving): Point {
  const box = boxes[place];
  const side = sides[place];
  if (box === undefined || side === undefined) return { x, y: 0 };
  const isLeft = x < box.x;
  const y = portY(isLeft ? side.left : side.right, (use) => use.kind === 'arrives' && use.trunk === trunk, box);
  return { x: isLeft ? box.x : box.x + box.width, y };
}
