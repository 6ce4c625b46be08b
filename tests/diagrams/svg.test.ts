// SVG as it is written: well-formed, escaped, deterministic, legible in colour and without.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/diagrams/layout.ts';
import { scenesOf } from '../../src/diagrams/scenes.ts';
import { writeSvg } from '../../src/diagrams/svg.ts';
import { colours, dashes } from '../../src/diagrams/theme.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';

const allowed = new Set(['svg', 'title', 'desc', 'rect', 'path', 'circle', 'text']);

test('whatever people typed, the document is well-formed, holds drawing elements only, and shows the words', () => {
  const parser = new new JSDOM('').window.DOMParser();
  fc.assert(
    fc.property(anyWorkflow({ maxSteps: 6, maxServices: 4 }), fc.string({ unit: 'binary' }), (workflow, title) => {
      for (const scene of scenesOf({ workflow, title, style: 'choreographed' })) {
        const drawing = layOut(scene, 'wide');
        const svg = writeSvg(drawing, { theme: 'light', title, description: title });
        const root = parser.parseFromString(svg, 'image/svg+xml').documentElement;
        const elements = [root, ...root.querySelectorAll('*')];
        expect(
          elements.filter((element) => !allowed.has(element.localName)).map((element) => element.localName),
        ).toEqual([]);
        expect(
          elements
            .flatMap((element) => element.getAttributeNames())
            .filter((name) => name.startsWith('on') || name.includes('href')),
        ).toEqual([]);
        expect([...root.querySelectorAll('text')].map((element) => element.textContent)).toEqual(
          drawing.labels.map((label) => label.text),
        );
        expect(writeSvg(layOut(scene, 'wide'), { theme: 'light', title, description: title })).toBe(svg);
      }
    }),
    { numRuns: 25 },
  );
});

describe.each(['light', 'dark'] as const)('on %s paper', (theme) => {
  const { paper, lane, text, line, box } = colours[theme];

  test('words stand out from everything they are written on', () => {
    const written: readonly (readonly [string, string])[] = [
      ...[
        paper,
        lane,
        box.step.fill,
        box.optional.fill,
        box.action.fill,
        box.failed.fill,
        box.undo.fill,
        box.removed.fill,
      ].flatMap((fill) => [text.ink, text.muted, text.failure].map((ink) => [ink, fill] as const)),
      [text.ink, box.service.fill],
      [text.coordinator, box.coordinator.fill],
      [text.coordinator, paper],
      [text.event, box.start.fill],
      [text.event, box.step.fill],
      [text.event, box.optional.fill],
      [text.event, paper],
    ];
    expect(written.filter(([ink, fill]) => contrast(ink, fill) < 4.5)).toEqual([]);
  });

  test('lines and edges stand out from the paper and the lanes', () => {
    const drawn = [
      ...Object.values(line),
      box.step.edge,
      box.optional.edge,
      box.failed.edge,
      box.coordinator.edge,
      box.removed.edge,
    ];
    expect(drawn.filter((colour) => contrast(colour, paper) < 3 || contrast(colour, lane) < 3)).toEqual([]);
  });
});

test('no two kinds of line that look alike mean different things, save for their colour, within the good run', () => {
  expect(new Set([dashes.command, dashes.reply, dashes.branch]).size).toBe(3);
  expect([dashes.failure, dashes.takeBack]).not.toContain(dashes.command);
});

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
