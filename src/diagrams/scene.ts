// What a picture shows, before anything has a place: columns, rows in time order, and arrows between rows.

/**
 * How something differs after a change: said in words; what is new or changed has a heavier outline, what is removed
 * stands where it stood, in a broken outline and struck through.
 */
export type Mark = 'new' | 'changed' | 'removed';

/** One row: something that one service does at one time. */
export type Row = {
  /** Unique in its section. */
  readonly key: string;
  /** Place of its service in `Scene.columns`. */
  readonly column: number;
  /** In the corner of the box: the step's number, or the order in which things are taken back. */
  readonly number: string;
  readonly title: string;
  readonly notes: readonly string[];
  /** What it publishes, and whether the team named it (else it says no more than the title). */
  readonly publishes?: string;
  readonly isNamed?: boolean;
  readonly tone: 'step' | 'optional' | 'action' | 'failed' | 'undo' | 'removed';
  readonly person: boolean;
  /** What the coordinator does at this time: waits, watches a clock, decides, publishes. */
  readonly leadNotes: readonly string[];
  readonly mark?: Mark;
};

/** An end of an edge: a row by its key, or the leading column (coordinator or start). */
export type End = { readonly row: string } | 'lead';

/** An arrow between rows of one section. */
export type Edge = {
  readonly from: End;
  readonly to: End;
  readonly kind: EdgeKind;
  /** What it says is new between those two: it is drawn heavier. */
  readonly mark?: Mark;
};

/** Each kind has its own line style and its own entry in the legend. */
export type EdgeKind = 'command' | 'reply' | 'event' | 'branch' | 'failure' | 'takeBack';

/** Rows that belong together under one heading: the good run, or one way back. */
export type Section = {
  readonly heading: string;
  readonly tone: 'good' | 'failure';
  readonly rows: readonly Row[];
  readonly edges: readonly Edge[];
};

/** A column: one service. */
type Column = { readonly name: string; readonly mark?: Mark };

/** One picture. */
export type Scene = {
  readonly title: string;
  readonly subtitle: string;
  /** What the leading column is called. */
  readonly lead: { readonly name: string; readonly isCoordinator: boolean; readonly mark?: Mark };
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
};
