// The examples of docs/workflow.md are understood.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { readWorkflow } from '../../../src/domain/workflow/workflow-json.ts';

const page = readFileSync(new URL('../../../docs/workflow.md', import.meta.url), 'utf8');

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))].map((found) => found[1] ?? '');
}

test('the example reads without a problem', () => {
  expect(blocks('workflow').map((text) => parseWorkflow(text).problems)).toEqual([[]]);
  expect(parseWorkflow(blocks('workflow')[0] ?? '').workflow.steps).toHaveLength(6);
});

test('every clause of the table is understood', () => {
  const clauses = [...page.matchAll(/^\| `([^`]+)` \|/gmu)].map((found) => found[1]);
  expect(clauses.length).toBe(7);
  for (const clause of clauses) expect(parseWorkflow(`A: a\nB: b\nC: c / ${clause}`).problems).toEqual([]);
});

test('the JSON example is valid', () => {
  expect(blocks('json').map((text) => readWorkflow(JSON.parse(text)).ok)).toEqual([true]);
});

test('what is called forgiven is forgiven', () => {
  const { workflow, problems } = parseWorkflow(`# remark
// remark
1) Payments - authorise, undo: release
payments: "split / merge" | publishes done; within 2 days
X: x / after 1 / human / if no => stop / if late then Y: tell / if odd → cancel`);
  expect(problems).toEqual([]);
  expect(workflow.steps).toMatchObject([
    { service: 'Payments', undo: 'release' },
    { service: 'Payments', action: 'split / merge', event: 'done', deadline: '2 days' },
    { waitsFor: ['s1'], person: true, branches: [{ leads: 'end' }, { leads: 'action' }, { leads: 'undo' }] },
  ]);
});
