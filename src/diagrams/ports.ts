// Where on the sides of a box arrows arrive and leave: each has a place of its own.
import type { Row } from './scene.ts';
import type { LeadEdge, Plan, Trunk } from './tracks.ts';

/** Which arrow uses a place: a trunk leaving, a trunk arriving, or an arrow to or from the leading column. */
type Use =
  | { readonly kind: 'leaves' | 'arrives'; readonly trunk: Trunk }
  | { readonly kind: 'lead'; readonly edge: LeadEdge };

/** The arrows on both sides of one row's box, from the top down. */
export type Sides = { readonly left: readonly Use[]; readonly right: readonly Use[] };

/** Finds the sides for every row: what arrives stands above what leaves. */
export function sidesOf(rows: readonly Row[], plan: Plan): readonly Sides[] {
  return rows.map((row, place) => {
    const arriving = plan.trunks.filter((trunk) => trunk.to.includes(place) && !arrivesOnTop(trunk, rows, place));
    const leaving = plan.trunks.filter((trunk) => trunk.from === place && trunk.by !== 'below');
    const uses = [
      ...arriving.map((trunk): Use & { left: boolean } => ({
        kind: 'arrives',
        trunk,
        left: comesFromLeft(trunk, rows, row),
      })),
      ...leaving.map((trunk): Use & { left: boolean } => ({
        kind: 'leaves',
        trunk,
        left: trunk.by !== 'below' && trunk.by.gutter <= row.column,
      })),
    ];
    const leads = plan.leads.filter((edge) => edge.row === place).map((edge): Use => ({ kind: 'lead', edge }));
    return { left: [...leads, ...uses.filter((use) => use.left)], right: uses.filter((use) => !use.left) };
  });
}

/** Whether a trunk comes down in the column of the row it reaches. */
export function arrivesOnTop(trunk: Trunk, rows: readonly Row[], place: number): boolean {
  return trunk.by === 'below' && rows[trunk.from]?.column === rows[place]?.column;
}

/** The height at which one use of a side meets the box: all uses are spread evenly from its top to its bottom. */
export function portY(
  uses: Sides['left'],
  isWanted: (use: Use) => boolean,
  box: { readonly y: number; readonly height: number },
): number {
  const place = uses.findIndex(isWanted);
  return box.y + (box.height * (place + 1)) / (uses.length + 1);
}

/** The most arrows on either side: what a box must be high enough for. */
export function busiestSide(sides: Sides): number {
  return Math.max(sides.left.length, sides.right.length);
}

function comesFromLeft(trunk: Trunk, rows: readonly Row[], row: Row): boolean {
  if (trunk.by === 'below') return (rows[trunk.from]?.column ?? 0) < row.column;
  return trunk.by.gutter <= row.column;
}
