// The port to who draws workflows.
import type { Impact } from '../../domain/workflow/what-if.ts';
import type { DrawnStyle, Part, Workflow } from '../../domain/workflow/workflow.ts';

/** Which background pictures are made for. */
export type Theme = 'light' | 'dark';

/** What to draw: a workflow in one style, or what becomes of it, with marks. */
export type DrawingOrder = {
  readonly workflow: Workflow;
  /** As somebody typed it. */
  readonly title: string;
  readonly style: DrawnStyle;
  readonly part?: Part;
  /** What becomes of the workflow, to draw instead, with what differs marked. */
  readonly impact?: Impact;
};

/** One picture as files. */
export type DrawnPicture = {
  /** Without an ending. */
  readonly fileName: string;
  readonly caption: string;
  /** The flow in sentences, at most 1,000 characters. */
  readonly altText: string;
  readonly svg: string;
  readonly png: Uint8Array;
  /** Said where letters occur that cannot be drawn. */
  readonly notice?: string;
};

/** A text that stands for a drawing. `name` has its ending. */
export type DrawnText = { readonly name: string; readonly text: string };

/** Draws. Pictures are made off the thread that acknowledges clicks; they may fail with an accident. */
export type Artist = {
  /** The pictures of one style: one up to eight steps, several beyond. */
  pictures(order: DrawingOrder, theme: Theme): Promise<readonly DrawnPicture[]>;
  mermaid(order: DrawingOrder): DrawnText;
  /** A page of plain words. */
  words(order: DrawingOrder): DrawnText;
  bpmn(order: DrawingOrder): DrawnText;
};
