// The steps of a decision in its record.
import { expect, it } from 'vitest';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { loadNextSteps } from '../../src/knowledge/load-next-steps.ts';
import { buildRecord } from '../../src/records/build-record.ts';
import { decisionRecordSchema } from '../../src/records/decision-record.ts';
import { writeMadr } from '../../src/records/madr.ts';
import { ana, begun, by, type Life, monday } from '../domain/decision/house.ts';
import { orchestrated } from '../support/order-fulfilment.ts';

const { texts } = loadFramework();
const nextSteps = loadNextSteps();

function recordOf({ now: decision, events, own: framework }: Life, words: ReadonlyMap<string, string>) {
  return buildRecord({ decision, events, words, framework, texts, nextSteps, exportedAt: monday, names: new Map() });
}

it('holds the steps in their published form, and the Markdown what is counted on them; erased ones in neither', () => {
  const life = begun().answerAll(orchestrated).accept();
  const steps = 'Orders: accept *order* / undo: cancel\nMail: <b>write</b> / waits for 1';
  life.ask({ type: 'SetWorkflow', ...by(ana), at: monday, workflow: 'w-steps', steps: ['s4', 's2'] });
  const record = decisionRecordSchema.parse(JSON.parse(JSON.stringify(recordOf(life, new Map([['w-steps', steps]])))));
  expect(record.workflow).toMatchObject({
    format: 'downbeat-workflow-1',
    steps: [
      { id: 's4', service: 'Orders', undo: 'cancel' },
      { id: 's2', waitsFor: ['s4'] },
    ],
  });
  const markdown = writeMadr(record, texts);
  expect(markdown).toContain('1. Orders: accept \\*order\\* / undo: cancel\n2. Mail');
  expect(markdown).toContain('2 steps in 2 services');
  expect(markdown).not.toContain('<b>');
  const without = recordOf(life, new Map());
  expect(without.workflow).toBeNull();
  expect(writeMadr(without, texts)).not.toContain('The Workflow');
});
