// The names over the columns: in boxes on a wide picture, reading upwards on a narrow one.
import type { Box, Label } from './drawing.ts';
import type { Grid } from './grid.ts';
import { shortened, textWidth, wrap } from './measure.ts';
import type { Metrics } from './metrics.ts';
import type { Mark, Scene, Section } from './scene.ts';

/** Which heads to place, and at which height. */
export type Heads = {
  readonly scene: Scene;
  readonly section: Section;
  readonly metrics: Metrics;
  readonly grid: Grid;
  readonly top: number;
};

type Head = {
  readonly text: string;
  readonly mark?: Mark;
  readonly x: number;
  readonly width: number;
  readonly role: Box['role'];
};

/** What a mark's word takes above a narrow column, so that a name is not cut for it. */
const roomForMark = 58;

/** Adds the heads to `onto` and returns the height below them. The leading column has one where it has something to do. */
export function columnHeads(heads: Heads, onto: { readonly boxes: Box[]; readonly labels: Label[] }): number {
  const all = headsOf(heads);
  const { metrics, top } = heads;
  if (metrics.sideWidth === 0) {
    for (const head of all)
      onto.boxes.push({
        area: { x: head.x, y: top, width: head.width, height: metrics.headerHeight },
        role: head.role,
        person: false,
        ...(head.mark === undefined ? {} : { mark: head.mark }),
      });
    onto.labels.push(...all.flatMap((head) => levelName(head, heads)));
    return top + metrics.headerHeight;
  }
  const texts = all.map((head) => {
    const width = metrics.headerHeight + (head.mark === undefined ? 0 : roomForMark);
    return shortened(head.text, { ...metrics.service, width });
  });
  const height = Math.max(...texts.map((text) => textWidth(text, metrics.service))) + 6;
  for (const [place, head] of all.entries()) {
    const area = { x: head.x, y: top, width: head.width, height };
    const x = head.x + head.width / 2 + metrics.service.size * 0.36;
    onto.labels.push({
      area,
      x,
      y: top + height,
      text: texts[place] ?? '',
      ...metrics.service,
      anchor: 'start',
      tone: toneOf(head),
      upwards: true,
    });
  }
  return top + height;
}

function headsOf({ scene, section, metrics, grid }: Heads): readonly Head[] {
  const { lead } = scene;
  const isUsed = section.edges.some((edge) => edge.from === 'lead' || edge.to === 'lead');
  const role = lead.isCoordinator ? 'coordinator' : 'start';
  const leading: readonly Head[] = isUsed
    ? [
        {
          text: marked(lead.name, lead.mark),
          x: grid.leadX,
          width: metrics.leadWidth,
          role,
          ...(lead.mark === undefined ? {} : { mark: lead.mark }),
        },
      ]
    : [];
  const columns = scene.columns.map(
    ({ name, mark }, place): Head => ({
      text: marked(name, mark),
      x: grid.columnX(place),
      width: metrics.boxWidth,
      role: 'service',
      ...(mark === undefined ? {} : { mark }),
    }),
  );
  return [...leading, ...columns];
}

function marked(name: string, mark: Mark | undefined): string {
  if (mark === undefined) return name;
  return `${mark === 'changed' ? 'changes' : mark}: ${name}`;
}

function toneOf(head: Head): Label['tone'] {
  if (head.mark === 'removed') return 'muted';
  if (head.role === 'coordinator') return 'coordinator';
  return head.role === 'start' ? 'event' : 'ink';
}

function levelName(head: Head, { metrics, top }: Heads): readonly Label[] {
  const width = head.width - 12;
  const lines = wrap(head.text, { ...metrics.service, width, max: 2 });
  return lines.map((text, place): Label => {
    const y = top + metrics.headerHeight / 2 + (place - lines.length / 2) * metrics.lineHeight;
    const area = { x: head.x + 6, y, width, height: metrics.lineHeight };
    return {
      area,
      x: head.x + head.width / 2,
      y: y + metrics.lineHeight * 0.75,
      text,
      ...metrics.service,
      anchor: 'middle',
      tone: toneOf(head),
    };
  });
}
