// The published JSON Schema is the one the code checks with.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readWorkflow, workflowSchema, writeWorkflow } from '../../../src/domain/workflow/workflow-json.ts';
import { anyWorkflow } from './arbitrary-workflow.ts';

const file = new URL('../../../docs/schemas/workflow.schema.json', import.meta.url);
const published: object = JSON.parse(JSON.stringify({ title: 'Downbeat workflow', ...z.toJSONSchema(workflowSchema) }));

describe('the JSON form of a workflow', () => {
  test('is published as the schema that is checked with', () => {
    if (process.env.UPDATE_SCHEMAS === '1') writeFileSync(file, JSON.stringify(published, null, 2));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(published);
  });

  test('is met by everything written', () => {
    const isValid = new Ajv2020().compile(published);
    fc.assert(
      fc.property(anyWorkflow({ minSteps: 0 }), (workflow) => {
        expect(isValid(JSON.parse(JSON.stringify(writeWorkflow(workflow))))).toBe(true);
      }),
    );
  });

  test('reads back as the workflow that was written', () => {
    fc.assert(
      fc.property(anyWorkflow({ minSteps: 0 }), (workflow) => {
        expect(readWorkflow(JSON.parse(JSON.stringify(writeWorkflow(workflow))))).toEqual({ ok: true, workflow });
      }),
    );
  });

  const step = {
    id: 's1',
    service: 'Payments',
    action: 'authorise',
    waitsFor: [],
    person: false,
    optional: false,
    branches: [],
  };
  const form = (...steps: readonly unknown[]) => ({ format: 'downbeat-workflow-1', steps });

  test.each([
    ['no object', 7, 'the workflow'],
    ['another format', { format: 'x', steps: [] }, 'format'],
    ['an unknown field', form({ ...step, colour: 'red' }), 'steps.0'],
    ['a line break in a name', form({ ...step, service: 'Pay\nments' }), 'steps.0.service'],
    ['an id used twice', form(step, step), 'same id'],
    ['waiting for a later step', form({ ...step, waitsFor: ['s2'] }, { ...step, id: 's2' }), 'not an earlier step'],
    ['waiting twice for one step', form(step, { ...step, id: 's2', waitsFor: ['s1', 's1'] }), 'waits twice'],
    [
      'a branch that leads back',
      form(step, { ...step, id: 's2', branches: [{ when: 'no', leads: 'step', step: 's1' }] }),
      'later step',
    ],
  ])('refuses %s and says where', (_, json, words) => {
    expect(readWorkflow(json)).toEqual({ ok: false, refusal: expect.stringContaining(words) });
  });
});
