// The words of one row, broken into lines: inside its box on a wide picture, beside the lanes on a narrow one.
import type { Label } from './drawing.ts';
import { type Font, wrap } from './measure.ts';
import type { Metrics } from './metrics.ts';
import type { Row, Scene } from './scene.ts';

/** A line of text with its look and the height it takes. */
export type Line = Font & {
  readonly text: string;
  readonly tone: Label['tone'];
  readonly height: number;
  readonly struck?: boolean;
};

/** The words of a row. `footer` is what it publishes, set off from the rest. */
export type RowText = {
  readonly body: readonly Line[];
  readonly footer: readonly Line[];
  readonly lead: readonly Line[];
};

/** Where the words of a row belong. */
export type Wording = { readonly metrics: Metrics; readonly service: string; readonly lead: Scene['lead'] };

/** Breaks the words of a row into lines that fit. */
export function rowText(row: Row, { metrics, service, lead }: Wording): RowText {
  const isSide = metrics.sideWidth > 0;
  const tone = toneOf(row);
  const struck = row.tone === 'removed';
  if (!isSide) {
    const width = metrics.boxWidth - 2 * metrics.padding;
    const title = lines(row.title, {
      font: metrics.action,
      height: metrics.lineHeight,
      tone,
      width: width - (row.number === '' ? 0 : 20),
      max: 3,
      struck,
    });
    const notes = row.notes.flatMap((note) => noteLines(note, metrics, width, 2));
    const footer = row.publishes === undefined ? [] : noteLines(row.publishes, metrics, width - 14, 2, 'event');
    const leadNotes = row.leadNotes.flatMap((note) =>
      noteLines(note, metrics, metrics.leadWidth - 14, 2, lead.isCoordinator ? 'coordinator' : 'event'),
    );
    return { body: [...title, ...notes], footer, lead: leadNotes };
  }
  const width = metrics.sideWidth;
  const title = lines(row.title, { font: metrics.action, height: metrics.lineHeight, tone, width, max: 2, struck });
  const isLed = lead.isCoordinator && row.leadNotes.length > 0;
  const led = isLed ? [`${lead.name.toLowerCase()}: ${row.leadNotes.join(', ')}`] : [];
  const said = [service, ...row.notes, ...led];
  const published =
    row.publishes === undefined || !row.isNamed
      ? []
      : noteLines(`publishes ${row.publishes}`, metrics, width, 2, 'event');
  return { body: [...title, ...noteLines(said.join(' · '), metrics, width, 4), ...published], footer: [], lead: [] };
}

function toneOf({ tone }: Row): Label['tone'] {
  if (tone === 'removed') return 'muted';
  return tone === 'failed' || tone === 'undo' ? 'failure' : 'ink';
}

/** The height of some lines together. */
export function heightOf(some: readonly Line[]): number {
  return some.reduce((sum, line) => sum + line.height, 0);
}

type Look = {
  readonly font: Font;
  readonly height: number;
  readonly tone: Label['tone'];
  readonly width: number;
  readonly max: number;
  readonly struck?: boolean;
};

function lines(text: string, { font, height, tone, width, max, struck = false }: Look): readonly Line[] {
  const look = { ...font, tone, height, ...(struck ? { struck } : {}) };
  return wrap(text, { ...font, width, max }).map((line) => ({ ...look, text: line }));
}

function noteLines(
  note: string,
  metrics: Metrics,
  width: number,
  max: number,
  tone: Label['tone'] = 'muted',
): readonly Line[] {
  return lines(note, { font: metrics.note, height: metrics.noteHeight, tone, width, max });
}
