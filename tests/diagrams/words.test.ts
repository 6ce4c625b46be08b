// A workflow told in sentences.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { altText, wordsPage } from '../../src/diagrams/words.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';

const { workflow } = parseWorkflow(`Orders: accept order / undo: cancel order / event: order accepted
Legal: approve / person / deadline: 2 days / if refused -> undo
Mail: send letter / optional
Stock: reserve / waits for 1 and 2 / if sold out -> Mail: say sorry`);

describe('a workflow in words', () => {
  test('tells an orchestrated one from the coordinator', () => {
    expect(wordsPage({ workflow, title: 'Order *now*', style: 'orchestrated' })).toBe(`# Order \\*now\\*

Orchestrated. A coordinator tells each service what to do, waits for its reply, and keeps the list of what was done.

## When all goes well

1. The coordinator tells Orders: accept order.
2. The coordinator tells somebody in Legal: approve. It may take 2 days. If refused, what was done is taken back.
3. The coordinator tells Mail: send letter. No promise depends on it.
4. The coordinator tells Stock: reserve, once 1 and 2 are done. If sold out, Mail does this and it ends: say sorry.

## When something goes wrong

- When step 2 (approve) ends with “refused”, the coordinator has this taken back, in this order: Orders: cancel order.
- When step 2 (approve) takes longer than 2 days, the coordinator has this taken back, in this order: Orders: cancel order.
`);
  });

  test('tells a choreographed one from what is heard', () => {
    const page = wordsPage({ workflow, title: 'Order', style: 'choreographed' });
    expect(page).toContain('1. When the workflow is asked for, Orders does this: accept order.');
    expect(page).toContain('4. When “order accepted” and “approve: done” are heard, Stock does this: reserve.');
    expect(page).toContain('these services hear of it and take back their own');
  });

  test('says when nothing has to be taken back', () => {
    const simple = parseWorkflow('A: a\nB: b').workflow;
    expect(wordsPage({ workflow: simple, title: 'Simple', style: 'choreographed' })).toContain(
      'Nothing has to be taken back.',
    );
  });
});

test('alternative text tells the flow and fits, however long the workflow is', () => {
  expect(altText({ workflow, title: 'Order', style: 'orchestrated' })).toContain(
    'Order, orchestrated. 1. The coordinator tells Orders: accept order.',
  );
  fc.assert(
    fc.property(anyWorkflow(), fc.string({ unit: 'binary', maxLength: 500 }), (random, title) => {
      const text = altText({ workflow: random, title, style: 'hybrid', part: { name: title, steps: ['s1'] } });
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(1000);
    }),
  );
});
