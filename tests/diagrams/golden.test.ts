// Drawings that were looked at and found good stay as they are. UPDATE_GOLDEN=1 writes them anew: look at them again.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/diagrams/layout.ts';
import type { Width } from '../../src/diagrams/metrics.ts';
import { scenesOf } from '../../src/diagrams/scenes.ts';
import { writeSvg } from '../../src/diagrams/svg.ts';
import type { Theme } from '../../src/diagrams/theme.ts';
import { impactView, type View } from '../../src/diagrams/view.ts';
import { altText } from '../../src/diagrams/words.ts';
import { plausibleChanges } from '../../src/domain/workflow/change.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { impactOf, whatIf } from '../../src/domain/workflow/what-if.ts';
import type { DrawnStyle } from '../../src/domain/workflow/workflow.ts';
import { editedOrder, type Sample, samples } from './samples.ts';

const folder = new URL('../golden/', import.meta.url);
const isUpdate = process.env.UPDATE_GOLDEN === '1';

type Golden = { readonly file: string; readonly view: View; readonly width: Width; readonly theme: Theme };

function goldensOf({ name, title, workflow, part }: Sample): readonly Golden[] {
  const both: readonly Golden[] = [
    {
      file: `${name}-orchestrated-wide-light`,
      view: { workflow, title, style: 'orchestrated' },
      width: 'wide',
      theme: 'light',
    },
    {
      file: `${name}-choreographed-narrow-dark`,
      view: { workflow, title, style: 'choreographed' },
      width: 'narrow',
      theme: 'dark',
    },
  ];
  if (part === undefined) return both;
  const split: View = { workflow, title, style: 'hybrid', part: { name: 'the money', steps: part } };
  return [
    ...both,
    { file: `${name}-hybrid-wide-dark`, view: split, width: 'wide', theme: 'dark' },
    { file: `${name}-hybrid-narrow-light`, view: split, width: 'narrow', theme: 'light' },
  ];
}

function whatIfGoldens(): readonly Golden[] {
  const undos = samples.find((sample) => sample.name === 'undos');
  if (undos === undefined) return [];
  return plausibleChanges(undos.workflow).flatMap((change): readonly Golden[] => {
    const found = whatIf(undos.workflow, change);
    const view: View = { workflow: undos.workflow, title: undos.title, style: 'choreographed' };
    return [
      {
        file: `what-if-${change.kind}-choreographed-wide-light`,
        view: impactView(view, found),
        width: 'wide',
        theme: 'light',
      },
    ];
  });
}

/** The order as it is drawn again after somebody edited it: one step new, one changed, three removed, a service gone. */
function againGoldens(): readonly Golden[] {
  const order = samples.find((sample) => sample.name === 'order');
  if (order === undefined) return [];
  const { workflow } = parseWorkflow(editedOrder, order.workflow);
  const part = { name: 'the money', steps: order.part ?? [] };
  const found = impactOf(order.workflow, workflow, { before: part, after: part });
  const view = { workflow: order.workflow, title: order.title };
  const again = (style: DrawnStyle, width: Width, theme: Theme): Golden => ({
    file: `again-${style}-${width}-${theme}`,
    view: impactView({ ...view, style, ...(style === 'hybrid' ? { part } : {}) }, found),
    width,
    theme,
  });
  return [
    again('orchestrated', 'wide', 'light'),
    again('choreographed', 'narrow', 'dark'),
    again('choreographed', 'narrow', 'light'),
    again('hybrid', 'wide', 'dark'),
  ];
}

const goldens = [...samples.flatMap(goldensOf), ...whatIfGoldens(), ...againGoldens()];

function drawn({ view, width, theme }: Golden): readonly string[] {
  const description = altText(view);
  return scenesOf(view).map((scene) =>
    writeSvg(layOut(scene, width), { theme, title: `${scene.title} · ${scene.subtitle}`, description }),
  );
}

describe('a golden drawing', () => {
  if (isUpdate) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  test.each(goldens)('$file is as it was looked at', (golden) => {
    for (const [place, svg] of drawn(golden).entries()) {
      const file = new URL(`${golden.file}-${place + 1}.svg`, folder);
      if (isUpdate) writeFileSync(file, svg);
      expect(svg).toBe(readFileSync(file, 'utf8'));
    }
  });

  test('is kept for every drawing there is, and for no other', () => {
    const wanted = goldens.flatMap((golden) => drawn(golden).map((_, place) => `${golden.file}-${place + 1}.svg`));
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });
});
