// What a BPMN diagram says and where it puts it, which no validator checks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpmnOf } from '../../src/diagrams/bpmn.ts';
import { choreographedBpmn } from '../../src/diagrams/bpmn-choreographed.ts';
import { placeBpmn } from '../../src/diagrams/bpmn-layout.ts';
import { type Bpmn, starterPool } from '../../src/diagrams/bpmn-model.ts';
import { orchestratedBpmn } from '../../src/diagrams/bpmn-orchestrated.ts';
import { lookUp } from '../../src/diagrams/view.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { situationsOf } from '../../src/domain/workflow/situations.ts';
import type { Workflow } from '../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';

function both(workflow: Workflow): readonly Bpmn[] {
  const lookup = lookUp({ workflow, title: 'Order', style: 'orchestrated' });
  return [
    orchestratedBpmn(lookup),
    choreographedBpmn({ ...lookup, style: 'choreographed', isCoordinated: () => false }),
  ];
}

function eachDiagram(check: (bpmn: Bpmn, workflow: Workflow) => void): void {
  fc.assert(
    fc.property(anyWorkflow(), (workflow) => {
      for (const bpmn of both(workflow)) check(bpmn, workflow);
    }),
    { numRuns: 100 },
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
      const pool = (id: string) => (bpmn.lanes ? 0 : bpmn.nodes.find((node) => node.id === id)?.cell.pool);
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
        for (const node of bpmn.nodes) if (node.on !== undefined && reached.has(node.on)) reached.add(node.id);
      }
      expect(bpmn.nodes.filter((node) => !reached.has(node.id)).map((node) => node.id)).toEqual([]);
    });
  });

  test('lays no node over another, and each inside its pool', () => {
    eachDiagram((bpmn) => {
      const { areas } = placeBpmn(bpmn);
      const standing = bpmn.nodes
        .filter((node) => node.on === undefined)
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

test('the orchestrated process compensates: every undo is a handler, every failure ends in compensation', () => {
  fc.assert(
    fc.property(anyWorkflow(), (workflow) => {
      const [process] = both(workflow);
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
