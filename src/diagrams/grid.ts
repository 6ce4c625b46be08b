// Where columns and the gutters between them lie. The same for every style of the same workflow.
import type { Metrics } from './metrics.ts';

/** Level places on a picture. Gutter g lies left of column g; the last one lies right of the last column. */
export type Grid = {
  readonly leadX: number;
  readonly columnX: (column: number) => number;
  readonly centre: (column: number) => number;
  /** Place of a track in a gutter, when that gutter holds `count` of them. */
  readonly trackX: (track: { readonly gutter: number; readonly index: number; readonly count: number }) => number;
  /** Where the words beside the lanes begin. */
  readonly sideX: number;
  readonly width: number;
};

/** Lays out the columns. */
export function gridOf(metrics: Metrics, columns: number): Grid {
  const { margin, leadWidth, boxWidth, gutter, sideWidth } = metrics;
  const first = margin + leadWidth + gutter;
  const columnX = (column: number) => first + column * (boxWidth + gutter);
  const right = columnX(columns);
  return {
    leadX: margin,
    columnX,
    centre: (column) => columnX(column) + boxWidth / 2,
    trackX: ({ gutter: place, index, count }) => columnX(place) - gutter + (gutter * (index + 1)) / (count + 1),
    sideX: right + 4,
    width: Math.ceil(right + 4 + sideWidth + margin),
  };
}
