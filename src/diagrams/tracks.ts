// Plans the ways of arrows between rows: straight down, down and aside, or through a gutter on a track of its own.
import type { Edge, EdgeKind, Row, Section } from './scene.ts';

/** What leaves one row by one way, with all rows it goes to (by their place in the section). */
export type Trunk = {
  readonly kind: EdgeKind;
  readonly from: number;
  readonly to: readonly number[];
  /** Down from the middle of the box; or along a track of a gutter. */
  readonly by: 'below' | { readonly gutter: number; readonly index: number };
};

/** An arrow between a row and the leading column, level on the row's height. */
export type LeadEdge = { readonly kind: EdgeKind; readonly row: number; readonly outward: boolean };

/** How all arrows of a section run. `counts` says how many tracks each gutter holds. */
export type Plan = {
  readonly trunks: readonly Trunk[];
  readonly leads: readonly LeadEdge[];
  readonly counts: ReadonlyMap<number, number>;
};

type Wish = { readonly kind: EdgeKind; readonly from: number; readonly to: number[]; readonly gutter?: number };

/** Plans one section. No trunk passes a box: it is in a gutter, or in a column where no box is on its way. */
export function planOf(section: Section): Plan {
  const places = new Map(section.rows.map((row, place) => [row.key, place]));
  const leads: LeadEdge[] = [];
  const wishes = new Map<string, Wish>();
  for (const edge of section.edges) {
    const from = place(edge.from, places);
    const to = place(edge.to, places);
    if (from === undefined && to !== undefined) addLead(leads, { kind: edge.kind, row: to, outward: true });
    if (from !== undefined && to === undefined) addLead(leads, { kind: edge.kind, row: from, outward: false });
    if (from !== undefined && to !== undefined) addWish(wishes, section.rows, { kind: edge.kind, from, to });
  }
  const { trunks, counts } = withTracks([...wishes.values()]);
  return { trunks, leads, counts };
}

function place(end: Edge['from'], places: ReadonlyMap<string, number>): number | undefined {
  return end === 'lead' ? undefined : places.get(end.row);
}

/** What is told twice for two reasons is drawn once. */
function addLead(leads: LeadEdge[], edge: LeadEdge): void {
  const isKnown = leads.some(
    (each) => each.kind === edge.kind && each.row === edge.row && each.outward === edge.outward,
  );
  if (!isKnown) leads.push(edge);
}

/** Arrows from one row by the same way are one trunk with several ends. */
function addWish(
  wishes: Map<string, Wish>,
  rows: readonly Row[],
  edge: { kind: EdgeKind; from: number; to: number },
): void {
  const gutter = gutterFor(rows, edge);
  const key = `${edge.kind} ${edge.from} ${gutter ?? 'below'}`;
  const known = wishes.get(key);
  if (known !== undefined) known.to.push(edge.to);
  else
    wishes.set(key, { kind: edge.kind, from: edge.from, to: [edge.to], ...(gutter === undefined ? {} : { gutter }) });
}

/** The gutter an arrow has to take, or undefined where it can go down from its box. Branches always keep to gutters. */
function gutterFor(
  rows: readonly Row[],
  { kind, from, to }: { kind: EdgeKind; from: number; to: number },
): number | undefined {
  const column = rows[from]?.column ?? 0;
  const target = rows[to]?.column ?? 0;
  const isFree = rows.slice(from + 1, to).every((row) => row.column !== column);
  if (isFree && kind !== 'branch') return undefined;
  return target < column ? column : column + 1;
}

/** Gives each trunk in a gutter a track on which no other runs past the same rows. */
function withTracks(wishes: readonly Wish[]): Pick<Plan, 'trunks' | 'counts'> {
  const counts = new Map<number, number>();
  const taken = new Map<string, number>();
  const trunks = wishes
    .toSorted((a, b) => a.from - b.from)
    .map(({ kind, from, to, gutter }): Trunk => {
      if (gutter === undefined) return { kind, from, to, by: 'below' };
      let index = 0;
      while ((taken.get(`${gutter} ${index}`) ?? -1) >= from) index += 1;
      taken.set(`${gutter} ${index}`, Math.max(...to));
      counts.set(gutter, Math.max(counts.get(gutter) ?? 0, index + 1));
      return { kind, from, to, by: { gutter, index } };
    });
  return { trunks, counts };
}
