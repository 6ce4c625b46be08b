// What is counted on a workflow, against a count by brute force on the drawn graph.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impactView } from '../../../src/diagrams/view.ts';
import { plausibleChanges } from '../../../src/domain/workflow/change.ts';
import { factsOf } from '../../../src/domain/workflow/facts.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { situationsOf } from '../../../src/domain/workflow/situations.ts';
import { whatIf } from '../../../src/domain/workflow/what-if.ts';
import type { DrawnStyle, Workflow } from '../../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from './arbitrary-workflow.ts';
import { type Seen, type SeenArrow, see } from './drawn-graph.ts';

function workflowOf(...lines: readonly string[]): Workflow {
  const { workflow, problems } = parseWorkflow(lines.join('\n'));
  expect(problems).toEqual([]);
  return workflow;
}

const shop = workflowOf(
  'Orders: open order / undo: reopen order',
  'Stock: reserve / undo: release',
  'Payments: charge / undo: refund',
  'Couriers: collect parcel',
);

describe('situations that need undoing', () => {
  test('are counted up to the pivot, with what each takes back, the latest first', () => {
    expect(
      situationsOf(shop).map(({ step, reason, undone }) => [step.action, reason.kind, undone.map((each) => each.undo)]),
    ).toEqual([
      ['reserve', 'fails', ['reopen order']],
      ['charge', 'fails', ['release', 'reopen order']],
      ['collect parcel', 'fails', ['refund', 'release', 'reopen order']],
    ]);
  });

  test('do not arise where nothing can be taken back, nor from optional steps, nor after the pivot', () => {
    expect(situationsOf(workflowOf('A: a', 'B: b / if refused -> undo / deadline: 1 hour'))).toEqual([]);
    const steps = workflowOf(
      'A: a / undo: x',
      'M: tell / optional / deadline: 1 day',
      'B: pivot',
      'C: later',
      'D: last',
    );
    expect(situationsOf(steps).map((situation) => situation.step.action)).toEqual(['pivot']);
  });

  test('arise after the pivot too where a deadline or a refusal says so', () => {
    const steps = workflowOf('A: a / undo: x', 'B: pivot', 'C: later / deadline: 1 day / if refused -> undo');
    expect(situationsOf(steps).map(({ step, reason }) => [step.action, reason.kind])).toEqual([
      ['pivot', 'fails'],
      ['later', 'refused'],
      ['later', 'late'],
    ]);
  });

  test('take back what ran at the same time, and nothing that needed the failed step', () => {
    const steps = workflowOf(
      'A: a / undo: ua',
      'B: b / undo: ub / waits for 1',
      'C: c / undo: uc / waits for 1',
      'D: d / undo: ud / waits for 2',
    );
    const failed = situationsOf(steps).find((situation) => situation.step.action === 'b');
    expect(failed?.undone.map((step) => step.undo)).toEqual(['uc', 'ua']);
  });
});

describe('the facts of a workflow', () => {
  test('count reach, hops back and pairs that know each other both ways', () => {
    const facts = factsOf(shop);
    expect(facts.hopsBack).toBe(3);
    expect(facts.reach.services.toSorted()).toEqual(['Orders', 'Payments', 'Stock']);
    expect(facts.bothWays.orchestrated).toEqual([]);
    expect(facts.bothWays.choreographed.map((pair) => pair.toSorted())).toEqual([
      ['Orders', 'Stock'],
      ['Payments', 'Stock'],
      ['Couriers', 'Payments'],
    ]);
  });

  test('agree with a brute-force count on the drawn graph', () => {
    fc.assert(
      fc.property(anyWorkflow({ maxSteps: 12, maxServices: 6 }), (workflow) => {
        const facts = factsOf(workflow);
        const seen = see(workflow, 'choreographed');
        expect(facts.situations).toHaveLength(seen.backs.length);
        expect(facts.hopsBack).toBe(Math.max(0, ...seen.rows.slice(1).map(servicesActing)));
        expect(facts.joins).toHaveLength(joinsSeen(seen));
        for (const style of ['orchestrated', 'choreographed'] as const) {
          const pairs = facts.bothWays[style].map((pair) => [...pair].toSorted().join('\n')).toSorted();
          expect(pairs).toEqual(pairsSeen(see(workflow, style)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a what-if', () => {
  test('in the middle touches every service that has to listen, orchestrated only the coordinator and the new one', () => {
    const [insert, react, replace, deadline] = plausibleChanges(shop).map((change) => whatIf(shop, change));
    expect([insert?.choreographed.services, insert?.orchestrated.services, insert?.orchestrated.coordinator]).toEqual([
      ['Orders', 'Stock', 'New service', 'Payments'],
      ['New service'],
      true,
    ]);
    expect([react?.choreographed.deployments, react?.orchestrated.deployments]).toEqual([1, 2]);
    expect([replace?.choreographed.services, replace?.orchestrated.services]).toEqual([
      ['Replacement'],
      ['Replacement'],
    ]);
    expect([deadline?.choreographed.services, deadline?.orchestrated.services]).toEqual([['Orders', 'Stock'], []]);
  });

  test('counts what differs between the two drawings', () => {
    fc.assert(
      fc.property(anyWorkflow({ maxSteps: 9, maxServices: 6 }), (random) => {
        const workflow = withoutSideWays(random);
        const changes = plausibleChanges(workflow).map((change) => ({ change, found: whatIf(workflow, change) }));
        for (const style of ['orchestrated', 'choreographed'] as const) {
          const before = see(workflow, style);
          for (const { change, found } of changes) {
            const { marks } = impactView({ workflow, title: 'seen', style }, found);
            const after = see(found.after, style, marks);
            expect([...found[style].services].toSorted(), `${style} ${change.kind}`).toEqual(
              changedServices(before, after),
            );
            expect(found[style].contracts, `${style} ${change.kind}`).toBe(changedContracts(before, after, style));
            const known = contractsSeen(before, style);
            const isNew = [...contractsSeen(after, style)].filter((each) => !known.has(each));
            expect(contractsSeen(marksOnly(after), style), `${style} ${change.kind}`).toEqual(new Set(isNew));
          }
        }
      }),
      { numRuns: 16 },
    );
  });
});

/** Branches to steps and actions share lines on a drawing, so they cannot be counted there one by one. */
function withoutSideWays(workflow: Workflow): Workflow {
  return {
    steps: workflow.steps.map((step) => ({
      ...step,
      branches: step.branches.filter((branch) => branch.leads === 'undo' || branch.leads === 'end'),
    })),
  };
}

function servicesActing(rows: Seen['rows'][number]): number {
  const failed = rows.find((row) => row.tone === 'failed')?.service;
  return new Set(rows.filter((row) => row.tone === 'undo' && row.service !== failed).map((row) => row.service)).size;
}

/** Boxes that events of two or more other boxes arrive at. */
function joinsSeen(seen: Seen): number {
  const events = seen.good.filter((arrow) => arrow.kind === 'event' && arrow.from !== 'lead');
  const sources = Map.groupBy(events, (arrow) => arrow.keys[1]);
  return [...sources.values()].filter((arrows) => new Set(arrows.map((arrow) => arrow.keys[0])).size > 1).length;
}

/** Who sends commands knows the receiver; who receives an event or hears of a failure knows the sender; replies are free. */
function pairsSeen(seen: Seen): readonly string[] {
  const arrows = [...seen.good, ...seen.backs.flat()].filter(
    (arrow) => arrow.from !== 'lead' && arrow.to !== 'lead' && arrow.from !== arrow.to,
  );
  const has = (from: string, to: string) => arrows.some((arrow) => arrow.from === from && arrow.to === to);
  const pairs = arrows
    .filter((arrow) => has(arrow.to, arrow.from))
    .map((arrow) => [arrow.from, arrow.to].toSorted().join('\n'));
  return [...new Set(pairs)].toSorted();
}

function signatures(seen: Seen): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (service: string, ...words: readonly string[]) =>
    found.set(service, (found.get(service) ?? new Set()).add(JSON.stringify(words)));
  for (const rows of seen.rows) {
    for (const row of rows.filter((each) => each.tone === 'step' || each.tone === 'optional')) {
      add(row.service, 'does', row.title);
      for (const note of row.notes.filter((each) => /^(?:undo:|keeps its own clock|if )/u.test(each)))
        add(row.service, 'knows', row.title, note);
    }
  }
  for (const arrow of [...seen.good, ...seen.backs.flat()]) {
    if (arrow.to !== 'lead') add(arrow.to, heard(arrow), arrow.says, arrow.toTitle);
    if (arrow.kind === 'failure' && arrow.from !== 'lead' && arrow.to !== 'lead') add(arrow.from, 'tells', arrow.says);
  }
  return found;
}

function heard({ kind }: SeenArrow): string {
  return kind === 'command' || kind === 'takeBack' ? 'command' : kind;
}

function changedServices(before: Seen, after: Seen): readonly string[] {
  const old = signatures(before);
  const same = (one: ReadonlySet<string>, other: ReadonlySet<string> | undefined) =>
    other !== undefined && one.size === other.size && [...one].every((entry) => other.has(entry));
  return [...signatures(after)]
    .filter(([service, now]) => !same(now, old.get(service)))
    .map(([service]) => service)
    .toSorted();
}

/** Only the arrows that are drawn heavier. */
function marksOnly(seen: Seen): Seen {
  const isMarked = (arrow: SeenArrow) => arrow.isMarked;
  return { ...seen, good: seen.good.filter(isMarked), backs: seen.backs.map((arrows) => arrows.filter(isMarked)) };
}

function contractsSeen(seen: Seen, style: DrawnStyle): Set<string> {
  const all = [...seen.good, ...seen.backs.flat()].filter((arrow) => arrow.from !== arrow.to);
  const between = style === 'choreographed' ? all.filter((arrow) => arrow.from !== 'lead') : all;
  return new Set(
    between.map((arrow) =>
      JSON.stringify([heard(arrow) === 'command' ? 'command' : 'report', arrow.from, arrow.to, arrow.says]),
    ),
  );
}

function changedContracts(before: Seen, after: Seen, style: DrawnStyle): number {
  const [old, now] = [contractsSeen(before, style), contractsSeen(after, style)];
  return [...old].filter((each) => !now.has(each)).length + [...now].filter((each) => !old.has(each)).length;
}
