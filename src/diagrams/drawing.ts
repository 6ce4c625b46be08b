// Pure geometry: everything on a picture with its place, in units that are pixels at scale one.
import type { EdgeKind, Mark, Row } from './scene.ts';

/** A place on a picture; x grows to the right, y downwards. */
export type Point = { readonly x: number; readonly y: number };

/** An upright rectangle; `x` and `y` are its upper left corner. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One line of text. `area` is the room it may take; `x`, `y` are where its baseline begins, is centred or ends. */
export type Label = {
  readonly area: Rect;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: 'ink' | 'muted' | 'coordinator' | 'event' | 'failure';
  /** Reads upwards: the names of columns on a narrow picture. */
  readonly upwards?: boolean;
  /** Struck through: it is there no more. */
  readonly struck?: boolean;
};

/** Something with an outline that no arrow may cross. */
export type Box = {
  readonly area: Rect;
  readonly role: Row['tone'] | 'service' | 'coordinator' | 'start';
  /** The row drawn here, and in which section (from 0). */
  readonly row?: { readonly section: number; readonly key: string };
  readonly mark?: Mark;
  readonly person: boolean;
  /** Where the box is divided from what it publishes. */
  readonly divider?: number;
};

/** An arrow along straight upright or level lines; it touches boxes only at its ends. */
export type Arrow = {
  readonly kind: EdgeKind;
  readonly points: readonly Point[];
  readonly section: number;
  /** Keys of the rows at its ends; undefined is the leading column. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What it says is new between those two. */
  readonly mark?: Mark;
};

/** A quiet band behind a column. */
export type Lane = { readonly area: Rect };

/** A sample of each kind of line that occurs, with its meaning beside it. */
export type LegendEntry = { readonly kind: EdgeKind; readonly from: Point; readonly to: Point };

/** A sample of the outline of what differs after a change. */
export type LegendMark = { readonly mark: Mark; readonly area: Rect };

/** One picture, ready to be written down. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly labels: readonly Label[];
  readonly legend: readonly LegendEntry[];
  readonly markLegend: readonly LegendMark[];
};
