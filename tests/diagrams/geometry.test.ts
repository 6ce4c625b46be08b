// Where things stand on a picture, for random workflows of every shape and size.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrow, Box, Drawing, Point, Rect } from '../../src/diagrams/drawing.ts';
import { layOut } from '../../src/diagrams/layout.ts';
import { textWidth } from '../../src/diagrams/measure.ts';
import { scenesOf } from '../../src/diagrams/scenes.ts';
import { impactView, type View } from '../../src/diagrams/view.ts';
import { altText } from '../../src/diagrams/words.ts';
import { worstSituation } from '../../src/domain/workflow/situations.ts';
import { impactOf } from '../../src/domain/workflow/what-if.ts';
import type { DrawnStyle, Workflow } from '../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';

const styles: readonly DrawnStyle[] = ['orchestrated', 'choreographed', 'hybrid'];
const anyDropped = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 12 })
  .map((places): ReadonlySet<number> => new Set(places));
const anyView = fc
  .tuple(
    anyWorkflow(),
    fc.constantFrom(...styles),
    fc.integer({ min: 2, max: 5 }),
    fc.constantFrom(8, 25),
    fc.option(anyDropped, { nil: undefined }),
  )
  .map(([workflow, style, every, limit, dropped]) => {
    const view = viewOf(workflow, style, every);
    return { view: dropped === undefined ? view : withoutSome(view, dropped), limit };
  });

/** The workflow without some of its steps, as somebody might have edited it, and what that does to the drawing. */
function withoutSome(view: View, dropped: ReadonlySet<number>): View {
  const standing = view.workflow.steps.filter((_, place) => !dropped.has(place));
  const ids = new Set(standing.map(({ id }) => id));
  const steps = standing.map((step) => ({
    ...step,
    waitsFor: step.waitsFor.filter((id) => ids.has(id)),
    branches: step.branches.filter((branch) => branch.leads !== 'step' || ids.has(branch.step)),
  }));
  const parts = view.part === undefined ? undefined : { before: view.part, after: view.part };
  return impactView(view, impactOf(view.workflow, { steps }, parts));
}

function viewOf(workflow: Workflow, style: DrawnStyle, every = 2): View {
  const steps = workflow.steps.filter((_, place) => place % every === 0).map((step) => step.id);
  return {
    workflow,
    title: 'Order fulfilment',
    style,
    ...(style === 'hybrid' ? { part: { name: 'the part', steps } } : {}),
  };
}

function eachDrawing(check: (drawing: Drawing) => void, numRuns = 50): void {
  fc.assert(
    fc.property(anyView, fc.constantFrom('wide' as const, 'narrow' as const), ({ view, limit }, width) => {
      for (const scene of scenesOf(view, limit)) check(layOut(scene, width));
    }),
    { numRuns },
  );
}

type Segment = readonly [Point, Point];

function segmentsOf(arrow: Pick<Arrow, 'points'>): readonly Segment[] {
  return arrow.points.slice(1).flatMap((point, place): readonly Segment[] => {
    const before = arrow.points[place];
    return before === undefined ? [] : [[before, point]];
  });
}

/** Whether an upright or level segment has a point strictly inside a rectangle. */
function passes([one, other]: Segment, { x, y, width, height }: Rect): boolean {
  const hair = 0.01;
  const isBeside = Math.max(one.x, other.x) <= x + hair || Math.min(one.x, other.x) >= x + width - hair;
  const isAbove = Math.max(one.y, other.y) <= y + hair || Math.min(one.y, other.y) >= y + height - hair;
  return !isBeside && !isAbove;
}

function overlap(one: Rect, other: Rect): boolean {
  const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !beside && one.y + one.height > other.y && other.y + other.height > one.y;
}

function isInside(inner: Rect, outer: Rect): boolean {
  const hair = 0.5;
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.width <= outer.x + outer.width + hair &&
    inner.y + inner.height <= outer.y + outer.height + hair
  );
}

describe('on every picture', () => {
  test('arrows run upright or level and go through no box', () => {
    eachDrawing((drawing) => {
      const segments = drawing.arrows.flatMap(segmentsOf);
      expect(segments.filter(([one, other]) => one.x !== other.x && one.y !== other.y)).toEqual([]);
      const through = segments.flatMap((segment) =>
        drawing.boxes.filter((box) => passes(segment, box.area)).map((box) => [segment, box]),
      );
      expect(through).toEqual([]);
    });
  });

  test('no label lies over a line', () => {
    eachDrawing((drawing) => {
      const lines = [
        ...drawing.arrows.flatMap(segmentsOf),
        ...drawing.legend.map(({ from, to }): Segment => [from, to]),
      ];
      expect(
        drawing.labels.filter((label) => drawing.markLegend.some(({ area }) => overlap(area, label.area))),
      ).toEqual([]);
      expect(
        lines.flatMap((line) =>
          drawing.labels.filter((label) => passes(line, label.area)).map((label) => [line, label]),
        ),
      ).toEqual([]);
    });
  });

  test('labels fit the room they have, lie over no other label and across no edge of a box', () => {
    eachDrawing((drawing) => {
      expect(
        drawing.labels.filter(
          (label) => textWidth(label.text, label) > (label.upwards ? label.area.height : label.area.width) + 0.01,
        ),
      ).toEqual([]);
      expect(pairs(drawing.labels).filter(([one, other]) => overlap(one.area, other.area))).toEqual([]);
      const across = drawing.labels.flatMap((label) =>
        drawing.boxes
          .filter(({ area }) => overlap(label.area, area) && !isInside(label.area, area))
          .map((box) => [label, box]),
      );
      expect(across).toEqual([]);
    });
  });

  test('boxes keep apart, and everything is on the picture', () => {
    eachDrawing((drawing) => {
      const paper = { x: 0, y: 0, width: drawing.width, height: drawing.height };
      const areas = drawing.boxes.map((box) => box.area);
      expect(pairs(areas).filter(([one, other]) => overlap(one, other))).toEqual([]);
      expect([...areas, ...drawing.labels.map((label) => label.area)].filter((area) => !isInside(area, paper))).toEqual(
        [],
      );
      const points = drawing.arrows.flatMap((arrow) => arrow.points);
      expect(points.filter(({ x, y }) => x < 0 || x > drawing.width || y < 0 || y > drawing.height)).toEqual([]);
    });
  });

  test('every arrow begins and ends on the edge of the boxes it joins', () => {
    eachDrawing((drawing) => {
      const loose = drawing.arrows.filter((arrow) => {
        const ends = [
          { key: arrow.from, point: arrow.points[0] },
          { key: arrow.to, point: arrow.points.at(-1) },
        ];
        return !ends.every(({ key, point }) =>
          drawing.boxes.some((box) => isEnd(box, arrow.section, key) && onEdge(point, box.area)),
        );
      });
      expect(loose).toEqual([]);
    });
  });

  test('two arrows share a line only where they are one event going to several', () => {
    eachDrawing((drawing) => {
      const all = drawing.arrows.flatMap((arrow) => segmentsOf(arrow).map((segment) => ({ arrow, segment })));
      const shared = pairs(all).filter(([one, other]) => {
        const isSame =
          other.arrow.from === one.arrow.from &&
          other.arrow.kind === one.arrow.kind &&
          other.arrow.section === one.arrow.section;
        return !isSame && shareLine(one.segment, other.segment);
      });
      expect(shared).toEqual([]);
    });
  });
});

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other] as const));
}

function isEnd(box: Box, section: number, key: string | undefined): boolean {
  if (key === undefined) return box.row === undefined && (box.role === 'coordinator' || box.role === 'start');
  return box.row?.key === key && box.row.section === section;
}

function onEdge(point: Point | undefined, { x, y, width, height }: Rect): boolean {
  if (point === undefined) return false;
  const near = (one: number, other: number) => Math.abs(one - other) < 0.01;
  const isAcross = point.x >= x - 0.01 && point.x <= x + width + 0.01;
  const isAlong = point.y >= y - 0.01 && point.y <= y + height + 0.01;
  return (
    isAcross &&
    isAlong &&
    (near(point.x, x) || near(point.x, x + width) || near(point.y, y) || near(point.y, y + height))
  );
}

function shareLine(one: Segment, other: Segment): boolean {
  const range = (segment: Segment, axis: 'x' | 'y') =>
    [Math.min(segment[0][axis], segment[1][axis]), Math.max(segment[0][axis], segment[1][axis])] as const;
  return (['x', 'y'] as const).some((axis) => {
    const along = axis === 'x' ? 'y' : 'x';
    const isSame =
      range(one, axis)[0] === range(one, axis)[1] &&
      range(other, axis)[0] === range(other, axis)[1] &&
      Math.abs(one[0][axis] - other[0][axis]) < 0.01;
    return (
      isSame &&
      Math.min(range(one, along)[1], range(other, along)[1]) - Math.max(range(one, along)[0], range(other, along)[0]) >
        0.01
    );
  });
}

describe('the pictures of one workflow', () => {
  test('show every step once in the good run, and the whole way back', () => {
    fc.assert(
      fc.property(anyView, ({ view, limit }) => {
        const sections = scenesOf(view, limit).flatMap((scene) => scene.sections);
        const shown = sections
          .filter((section) => section.tone === 'good')
          .flatMap((section) => section.rows.filter((row) => row.tone === 'step' || row.tone === 'optional'));
        expect(shown.map((row) => row.key)).toEqual(view.workflow.steps.map((step) => step.id));
        const back = sections
          .filter((section) => section.tone === 'failure')
          .flatMap((section) => section.rows.filter((row) => row.tone === 'undo'));
        expect(back.map((row) => row.key)).toEqual(
          (worstSituation(view.workflow)?.undone ?? []).map((step) => `undo ${step.id}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('show every removed step once, behind the one it stood behind, in its column, struck through and said', () => {
    fc.assert(
      fc.property(
        anyWorkflow(),
        fc.constantFrom(...styles),
        anyDropped,
        fc.constantFrom('wide' as const, 'narrow' as const),
        (workflow, style, dropped, width) => {
          const view = withoutSome(viewOf(workflow, style), dropped);
          const gone = workflow.steps.filter((_, place) => dropped.has(place));
          const drawings = scenesOf(view, 25).map((scene) => ({ scene, drawing: layOut(scene, width) }));
          const rows = drawings.flatMap(({ scene }) =>
            scene.sections[0]?.tone !== 'good'
              ? []
              : scene.sections[0].rows.map((row) => ({ ...row, service: scene.columns[row.column]?.name })),
          );
          const steps = rows.filter(({ tone }) => tone !== 'action');
          const removed = steps.filter(({ tone }) => tone === 'removed');
          expect(removed.map(({ key, service }) => [key, service])).toEqual(
            gone.map(({ id, service }) => [id, service]),
          );
          expect(steps.map(({ key }) => key)).toEqual(workflow.steps.map(({ id }) => id));
          for (const row of removed) expect(row.notes.join(' ')).toMatch(/^removed/u);
          for (const { drawing } of drawings) {
            const boxes = drawing.boxes.filter(({ role }) => role === 'removed');
            expect(drawing.labels.some(({ struck }) => struck === true)).toBe(boxes.length > 0);
            expect(drawing.markLegend.some(({ mark }) => mark === 'removed')).toBe(
              boxes.length > 0 || drawing.boxes.some(({ mark }) => mark === 'removed'),
            );
            const keys = boxes.map(({ row }) => row?.key);
            expect(drawing.arrows.filter(({ from, to }) => keys.includes(from) || keys.includes(to))).toEqual([]);
          }
          if (gone.length > 0) expect(altText(view)).toContain('Removed, struck through: ');
        },
      ),
      { numRuns: 50 },
    );
  });

  test('have the same services in the same columns in every style', () => {
    fc.assert(
      fc.property(
        anyWorkflow({ maxSteps: 8 }),
        fc.constantFrom('wide' as const, 'narrow' as const),
        anyDropped,
        (workflow, width, dropped) => {
          for (const some of [new Set<number>(), dropped]) {
            const columns = styles.map((style) => {
              const [scene] = scenesOf(withoutSome(viewOf(workflow, style), some));
              const lanes = scene === undefined ? [] : layOut(scene, width).lanes;
              return [scene?.columns.map(({ name }) => name), lanes.map(({ area }) => [area.x, area.width])];
            });
            expect(columns[1]).toEqual(columns[0]);
            expect(columns[2]).toEqual(columns[0]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('are no wider than 400 units when narrow, up to eight steps and eight services', () => {
    fc.assert(
      fc.property(anyWorkflow({ maxSteps: 8, maxServices: 8 }), fc.constantFrom(...styles), (workflow, style) => {
        for (const scene of scenesOf(viewOf(workflow, style))) {
          const drawing = layOut(scene, 'narrow');
          expect(drawing.width).toBeLessThanOrEqual(400);
          for (const label of drawing.labels) expect(label.size).toBeGreaterThanOrEqual(9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
