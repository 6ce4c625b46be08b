// Plans the ways of arrows between rows: straight down, down and aside, or through a gutter on a track of its own.
import type { Edge, EdgeKind, Row, Section } from './scene.ts';

/** What leaves one row by one way, with all rows it goes to (by their place in the section). */
export type Trunk = {
  readonly kind: EdgeKind;
  readonly from: number;
  readonly to: readonly number[];
  /** Those of them for which what it says is new. */
  readonly marked: readonly number[];
  /** Down from the middle of the box; or along a track of a gutter. */
  readonly by: 'below' | { readonly gutter: number; readonly index: number };
};

/** An arrow between a row and the leading column, level on the row's height. */
export type LeadEdge = {
  readonly kind: EdgeKind;
  readonly row: number;
  readonly outward: boolean;
  readonly isMarked: boolean;
};

/** How all arrows of a section run. `counts` says how many tracks each gutter holds. */
export type Plan = {
  readonly trunks: readonly Trunk[];
  readonly leads: readonly LeadEdge[];
  readonly counts: ReadonlyMap<number, number>;
};

type Wish = Pick<Trunk, 'kind' | 'from'> & {
  readonly to: number[];
  readonly marked: number[];
  readonly gutter?: number;
};

/** Plans one section. No trunk passes a box: it is in a gutter, or in a column where no box is on its way. */
export function planOf(section: Section): Plan {
  const places = new Map(section.rows.map((row, place) => [row.key, place]));
  const leads: LeadEdge[] = [];
  const wishes = new Map<string, Wish>();
  for (const edge of section.edges) {
    const from = place(edge.from, places);
    const to = place(edge.to, places);
    const look = { kind: edge.kind, isMarked: edge.mark !== undefined };
    if (from === undefined && to !== undefined) addLead(leads, { ...look, row: to, outward: true });
    if (from !== undefined && to === undefined) addLead(leads, { ...look, row: from, outward: false });
    if (from !== undefined && to !== undefined) addWish(wishes, section.rows, { ...look, from, to });
  }
  const { trunks, counts } = withTracks([...wishes.values()]);
  return { trunks, leads, counts };
}

function place(end: Edge['from'], places: ReadonlyMap<string, number>): number | undefined {
  return end === 'lead' ? undefined : places.get(end.row);
}

/** What is told twice for two reasons is drawn once, marked where one of them is new. */
function addLead(leads: LeadEdge[], edge: LeadEdge): void {
  const known = leads.findIndex(
    (each) => each.kind === edge.kind && each.row === edge.row && each.outward === edge.outward,
  );
  if (known === -1) leads.push(edge);
  else if (edge.isMarked) leads[known] = edge;
}

type Way = { readonly kind: EdgeKind; readonly from: number; readonly to: number };

/** Arrows from one row by the same way are one trunk with several ends. */
function addWish(wishes: Map<string, Wish>, rows: readonly Row[], edge: Way & { readonly isMarked: boolean }): void {
  const gutter = gutterFor(rows, edge);
  const key = `${edge.kind} ${edge.from} ${gutter ?? 'below'}`;
  const { kind, from } = edge;
  const wish = wishes.get(key) ?? { kind, from, to: [], marked: [], ...(gutter === undefined ? {} : { gutter }) };
  wish.to.push(edge.to);
  if (edge.isMarked) wish.marked.push(edge.to);
  wishes.set(key, wish);
}

/** The gutter an arrow has to take, or undefined where it can go down from its box. Branches always keep to gutters. */
function gutterFor(rows: readonly Row[], { kind, from, to }: Way): number | undefined {
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
    .map(({ gutter, ...wish }): Trunk => {
      const { from, to } = wish;
      if (gutter === undefined) return { ...wish, by: 'below' };
      let index = 0;
      while ((taken.get(`${gutter} ${index}`) ?? -1) >= from) index += 1;
      taken.set(`${gutter} ${index}`, Math.max(...to));
      counts.set(gutter, Math.max(counts.get(gutter) ?? 0, index + 1));
      return { ...wish, by: { gutter, index } };
    });
  return { trunks, counts };
}
