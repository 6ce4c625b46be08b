// BPMN 2.0: valid for bpmn-moddle, clean for bpmnlint, shown by bpmn-js without a warning.
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpmnOf } from '../../src/diagrams/bpmn.ts';
import type { DrawnStyle, Workflow } from '../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';
import { samples } from './samples.ts';

const styles = ['orchestrated', 'choreographed', 'hybrid'] as const;

function written(workflow: Workflow, style: DrawnStyle, every = 2): string {
  const steps = workflow.steps.filter((_, place) => place % every === 1).map(({ id }) => id);
  return bpmnOf({ workflow, title: 'Order <fulfilment> & "more"', style, part: { name: 'the <part>', steps } });
}

/** Everything that the reader and the linter have to say. */
async function complaints(
  xml: string,
): Promise<{ readonly warnings: readonly unknown[]; readonly reports: readonly string[] }> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  // A linter remembers what it saw, so each diagram gets its own.
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
  const reports = Object.values(await linter.lint(rootElement)).flat();
  return { warnings, reports: reports.map((report) => JSON.stringify(report)) };
}

describe.each(styles)('%s', (style) => {
  test.each(samples)('$name is valid and clean', async ({ workflow }) => {
    expect(await complaints(written(workflow, style))).toEqual({ warnings: [], reports: [] });
  });

  test('any workflow is valid and clean', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkflow({ maxSteps: 14 }), fc.integer({ min: 2, max: 5 }), async (workflow, every) => {
        expect(await complaints(written(workflow, style, every))).toEqual({ warnings: [], reports: [] });
      }),
      { numRuns: 15 },
    );
  });
});
