// The drawings a decision's export carries.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { WordRef } from '../../domain/decision/refs.ts';
import type { DrawnStyle } from '../../domain/workflow/workflow.ts';
import type { Artist } from './artist.ts';
import { ordersOf } from './sheets.ts';

/** One style as files: its pictures as SVG, and as Mermaid. */
export type RecordDrawing = {
  readonly style: DrawnStyle;
  readonly svg: readonly string[];
  readonly mermaid: string;
};

/** Draws the steps that stand, in every style that is due, light; nothing without steps. */
export async function recordDrawings(
  artist: Artist,
  decision: StartedDecision,
  words: ReadonlyMap<WordRef, string>,
): Promise<readonly RecordDrawing[]> {
  return Promise.all(
    ordersOf({ decision, words }).map(async (order) => ({
      style: order.style,
      svg: (await artist.pictures(order, 'light')).map(({ svg }) => svg),
      mermaid: artist.mermaid(order).text,
    })),
  );
}
