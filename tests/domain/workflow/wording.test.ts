// Facts and what-ifs in short sentences.
import { expect, test } from 'vitest';
import { plausibleChanges } from '../../../src/domain/workflow/change.ts';
import { factsOf } from '../../../src/domain/workflow/facts.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { whatIf } from '../../../src/domain/workflow/what-if.ts';
import { changeInWords, factsInWords, whatIfInWords } from '../../../src/domain/workflow/wording.ts';

const { workflow } = parseWorkflow(
  'Orders: open order / undo: close order\nStock: reserve / deadline: 1 hour\nMail: tell / optional',
);

test('facts are a line each', () => {
  expect(factsInWords(factsOf(workflow))).toEqual([
    '3 steps in 3 services',
    '2 situations that need undoing, at most 1 other service back (reached: Orders)',
    'Pairs of services that know each other both ways: none when orchestrated, 1 when choreographed (Orders and Stock)',
    'no joins, 1 deadline, no waits for people, no branch points',
  ]);
});

test('a what-if puts the styles beside each other', () => {
  const part = { name: 'the order', steps: ['s1'] };
  const told = plausibleChanges(workflow).map((change) => {
    const found = whatIf(workflow, change, part);
    return [changeInWords(found), ...whatIfInWords(found)];
  });
  expect(told).toEqual([
    [
      'a new step in the middle',
      'Orchestrated: 2 deployed services (the coordinator, New service), 2 contracts',
      'Choreographed: 3 deployed services (Orders, New service, Stock), 5 contracts',
      'Split: 3 deployed services (the coordinator, New service, Stock), 5 contracts',
    ],
    [
      'one more who reacts',
      'Orchestrated: 2 deployed services (the coordinator, New service), 2 contracts',
      'Choreographed: 1 deployed service (New service), 1 contract',
      'Split: 1 deployed service (New service), 1 contract',
    ],
    [
      'replacing Orders',
      'Orchestrated: 2 deployed services (the coordinator, Replacement), 6 contracts',
      'Choreographed: 1 deployed service (Replacement), 6 contracts',
      'Split: 2 deployed services (the coordinator, Replacement), 6 contracts',
    ],
    [
      'a deadline',
      'Orchestrated: 1 deployed service (the coordinator), no contracts',
      'Choreographed: 1 deployed service (Orders), no contracts',
      'Split: 1 deployed service (the coordinator), no contracts',
    ],
  ]);
});
