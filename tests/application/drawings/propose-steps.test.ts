// What can become of lines a model wrote: steps that the grammar understands, and nothing else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { understood } from '../../../src/application/drawings/propose-steps.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { forAll } from '../../support/for-all.ts';

const room = 3_000;

it('keeps the steps and drops the rest, whatever stands between them', () => {
  const lines = [
    'Here are your steps:',
    '1. Orders: accept order / undo: cancel order',
    '```',
    'Payments: authorise card / deadline: 10 minutes / if refused -> undo',
    'Shipping: ship parcel / waits for the moon\nMail: hidden second line',
  ];
  expect(understood(lines, room).split('\n')).toEqual([
    'Orders: accept order / undo: cancel order',
    'Payments: authorise card / deadline: 10 minutes / if refused -> undo',
    'Shipping: ship parcel',
  ]);
});

it('leaves the last steps out where there is no room, and what led to them', () => {
  const lines = ['A: one / if late -> 3', 'B: two', 'C: three'];
  expect(understood(lines, 'A: one / if late -> 3\nB: two'.length)).toBe('A: one\nB: two');
  expect(understood(lines, 3)).toBe('');
});

it('of any lines makes steps that are read back without a problem, and fit', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 40 }))
      .map(([who, what]) => `${who}: ${what} / waits for 1 / if x -> ${who}`),
    fc.constantFrom('A: b', '"<!channel>": "*x* </description>"', 'A: b\u2028C: d', '# remark', 'x: y / if z -> 9'),
  );
  forAll(
    fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (lines, space) => {
      const text = understood(lines, space);
      expect(text.length).toBeLessThanOrEqual(space);
      const { workflow, problems } = parseWorkflow(text);
      expect(problems).toEqual([]);
      expect(workflow.steps).toHaveLength(text === '' ? 0 : text.split('\n').length);
    }),
  );
});
