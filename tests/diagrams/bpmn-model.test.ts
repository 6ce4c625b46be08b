// What a BPMN diagram says and where it puts it, which no validator checks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpmnOf } from '../../src/diagrams/bpmn.ts';
import { choreographedBpmn } from '../../src/diagrams/bpmn-choreographed.ts';
import { hybridBpmn } from '../../src/diagrams/bpmn-hybrid.ts';
import { placeBpmn } from '../../src/diagrams/bpmn-layout.ts';
import { type Bpmn, starterPool } from '../../src/diagrams/bpmn-model.ts';
import { orchestratedBpmn } from '../../src/diagrams/bpmn-orchestrated.ts';
import type { Point, Rect } from '../../src/diagrams/drawing.ts';
import { lookUp } from '../../src/diagrams/view.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { situationsOf } from '../../src/domain/workflow/situations.ts';
import type { Workflow } from '../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';

function splitOf(workflow: Workflow, every = 3): Bpmn {
  const steps = workflow.steps.filter((_, place) => place % every === 1).map(({ id }) => id);
  return hybridBpmn(lookUp({ workflow, title: 'Order', style: 'hybrid', part: { name: 'the part', steps } }));
}

function all(workflow: Workflow): readonly Bpmn[] {
  const view = { workflow, title: 'Order' };
  return [
    orchestratedBpmn(lookUp({ ...view, style: 'orchestrated' })),
    choreographedBpmn(lookUp({ ...view, style: 'choreographed' })),
    splitOf(workflow),
    splitOf(workflow, 2),
  ];
}

function eachDiagram(check: (bpmn: Bpmn, workflow: Workflow) => void): void {
  fc.assert(
    fc.property(anyWorkflow(), (workflow) => {
      for (const bpmn of all(workflow)) check(bpmn, workflow);
    }),
    { numRuns: 60 },
  );
}

describe('a BPMN diagram', () => {
  test('has every step once, and everything connected exists and is called differently', () => {
    eachDiagram((bpmn, workflow) => {
      const ids = bpmn.nodes.map((node) => node.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(workflow.steps.filter((step) => !ids.includes(`Task_${step.id}`))).toEqual([]);
      const ends = [...bpmn.flows, ...bpmn.messages, ...bpmn.associations].flatMap(({ from, to }) => [from, to]);
      expect(ends.filter((end) => end !== starterPool && !ids.includes(end))).toEqual([]);
    });
  });

  test('keeps sequence flows inside a pool and message flows between pools', () => {
    eachDiagram((bpmn) => {
      // All lanes are one pool; whoever starts the workflow is none of them.
      const row = (id: string) => bpmn.nodes.find((node) => node.id === id)?.cell.pool;
      const pool = (id: string) => (id === starterPool ? starterPool : Math.max(bpmn.lanes - 1, row(id) ?? 0));
      expect(bpmn.flows.filter(({ from, to }) => pool(from) !== pool(to))).toEqual([]);
      expect(bpmn.messages.filter(({ from, to }) => pool(from) === pool(to))).toEqual([]);
    });
  });

  test('lets every node be reached from a start', () => {
    eachDiagram((bpmn) => {
      const reached = new Set(
        bpmn.nodes.filter((node) => node.kind === 'start' || node.kind === 'messageStart').map((node) => node.id),
      );
      for (let before = -1; before !== reached.size; ) {
        before = reached.size;
        for (const { from, to } of [...bpmn.flows, ...bpmn.associations]) if (reached.has(from)) reached.add(to);
        for (const node of bpmn.nodes) if (node.kind === 'undoScope') reached.add(node.id);
        for (const node of bpmn.nodes) if (node.on !== undefined && reached.has(node.on)) reached.add(node.id);
      }
      expect(bpmn.nodes.filter((node) => !reached.has(node.id)).map((node) => node.id)).toEqual([]);
    });
  });

  test('lays no node over another, and each inside its pool', () => {
    eachDiagram((bpmn) => {
      const { areas } = placeBpmn(bpmn);
      const standing = bpmn.nodes
        .filter((node) => node.on === undefined && node.inside === undefined)
        .flatMap((node) => {
          const area = areas.get(node.id);
          return area === undefined ? [] : [{ node, area }];
        });
      const over = standing.flatMap((one, place) =>
        standing
          .slice(place + 1)
          .filter(
            ({ area }) =>
              area.x < one.area.x + one.area.width &&
              one.area.x < area.x + area.width &&
              area.y < one.area.y + one.area.height &&
              one.area.y < area.y + area.height,
          )
          .map((other) => [one.node.id, other.node.id]),
      );
      expect(over).toEqual([]);
      const outside = standing.filter(({ node, area }) => {
        const pool = areas.get(`Pool_${node.cell.pool}`);
        return (
          pool === undefined ||
          area.x < pool.x ||
          area.y < pool.y ||
          area.x + area.width > pool.x + pool.width ||
          area.y + area.height > pool.y + pool.height
        );
      });
      expect(outside).toEqual([]);
    });
  });
});

test('no flow of a BPMN diagram leads through an element that it does not join', () => {
  fc.assert(
    fc.property(anyWorkflow({ maxSteps: 10, maxServices: 5 }), (workflow) => {
      for (const bpmn of all(workflow)) {
        const { areas, ways } = placeBpmn(bpmn);
        const nodes = new Map(bpmn.nodes.map((node) => [node.id, node]));
        const through = [...bpmn.flows, ...bpmn.messages].flatMap(({ id, from, to }) => {
          const ends = [from, to].flatMap((end) => [end, nodes.get(end)?.on, nodes.get(end)?.inside]);
          const others = bpmn.nodes.filter((node) => !ends.includes(node.id) && !ends.includes(node.on ?? ''));
          return others.filter((node) => passes(ways.get(id) ?? [], areas.get(node.id))).map((node) => [id, node.id]);
        });
        expect(through).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

/** Whether one of the upright and level pieces of a way has a point strictly inside a rectangle. */
function passes(way: readonly Point[], area: Rect | undefined): boolean {
  if (area === undefined) return false;
  const { x, y, width, height } = area;
  return way.slice(1).some((other, place) => {
    const one = way[place] ?? other;
    const isBeside = Math.max(one.x, other.x) <= x + 0.01 || Math.min(one.x, other.x) >= x + width - 0.01;
    const isAbove = Math.max(one.y, other.y) <= y + 0.01 || Math.min(one.y, other.y) >= y + height - 0.01;
    return !isBeside && !isAbove;
  });
}

describe('a split', () => {
  const { workflow } = parseWorkflow(`Orders: accept order / undo: cancel order / event: order accepted
Stock: reserve goods / undo: release goods
Payments: charge card / undo: refund card / event: card charged
Shipping: ship parcel
Mail: send confirmation / optional`);
  const part = { name: 'the money', steps: ['s2', 's3'] };
  const bpmn = hybridBpmn(lookUp({ workflow, title: 'Order', style: 'hybrid', part }));
  const kindOf = (id: string) => bpmn.nodes.find((node) => node.id === id)?.kind;
  const told = (from: string) => bpmn.messages.filter((message) => message.from === from).map(({ to }) => to);

  test('is the part with its coordinator in one pool, called like it, and the others in pools of their own', () => {
    expect([bpmn.name, bpmn.lanes, bpmn.pools]).toEqual([
      'the money',
      2,
      ['Stock', 'Payments', 'Orders', 'Shipping', 'Mail'],
    ]);
    const xml = bpmnOf({ workflow, title: 'Order', style: 'hybrid', part });
    expect(xml).toContain('<bpmn:participant id="Pool" name="the money" processRef="Process"/>');
    expect(xml.match(/isExecutable="true"/g)).toHaveLength(1);
    expect(xml.match(/isExecutable="false"/g)).toHaveLength(3);
  });

  test('starts with what the part waits for, and publishes its outcome to who listens', () => {
    expect(told('Done_s1')).toEqual(['On_s2_s1']);
    expect(kindOf('On_s2_s1')).toBe('messageStart');
    expect(told('After_s3')).toEqual(['On_s4_s3']);
    expect(bpmn.nodes.find(({ id }) => id === 'After_s3')).toMatchObject({ kind: 'messageEnd', name: 'card charged' });
  });

  test('takes back on both sides: the part tells the others, and hears of what goes wrong outside', () => {
    expect(told('Failed_end_s3')).toEqual(['Undo_s1']);
    expect(bpmn.flows.find(({ from }) => from === 'Failed_end_s3')?.to).toBe('Failed_end_s3_undo');
    expect(kindOf('Failed_end_s3_undo')).toBe('undoEnd');
    expect(told('Failed_s4_end').toSorted()).toEqual(['Undo_part', 'Undo_s1']);
    expect(bpmn.nodes.find(({ id }) => id === 'Undo_part')).toMatchObject({ inside: 'Undo_scope' });
  });

  test('of no steps or of all of them is no split', () => {
    const written = (steps: readonly string[]) =>
      bpmnOf({ workflow, title: 'Order', style: 'hybrid', part: { name: 'x', steps } });
    expect(written([])).toBe(bpmnOf({ workflow, title: 'Order', style: 'choreographed' }));
    expect(written(workflow.steps.map(({ id }) => id))).toBe(
      bpmnOf({ workflow, title: 'Order', style: 'orchestrated' }),
    );
  });
});

test('the orchestrated process compensates: every undo is a handler, every failure ends in compensation', () => {
  fc.assert(
    fc.property(anyWorkflow(), (workflow) => {
      const [process] = all(workflow);
      const count = (kind: string) => process?.nodes.filter((node) => node.kind === kind).length;
      expect(count('undoTask')).toBe(workflow.steps.filter((step) => step.undo !== undefined).length);
      const failures = situationsOf(workflow).filter((situation) => situation.reason.kind !== 'refused').length;
      const refusals = workflow.steps.flatMap((step) =>
        step.branches.filter((branch) => branch.leads === 'undo'),
      ).length;
      expect(count('undoEnd')).toBe(failures + refusals);
    }),
  );
});

test.each([
  ['24 hours', 'PT24H'],
  ['10 min', 'PT10M'],
  ['2 days', 'P2D'],
  ['3 weeks', 'P3W'],
  ['1 month', 'P1M'],
  ['soon', 'soon'],
])('a deadline of %s is written as %s', (deadline, written) => {
  const { workflow } = parseWorkflow(`A: a\nB: b / deadline: ${deadline}`);
  expect(bpmnOf({ workflow, title: 'Order', style: 'orchestrated' })).toContain(
    `bpmn:tFormalExpression">${written}</bpmn:timeDuration>`,
  );
});
