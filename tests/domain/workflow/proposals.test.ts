// From counts to proposed answers, and where recorded answers and the drawing differ.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOptionOf } from '../../../src/domain/framework.ts';
import { factsOf } from '../../../src/domain/workflow/facts.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { compareWithAnswers, guessPart, proposeAnswers } from '../../../src/domain/workflow/proposals.ts';
import { anyWorkflow } from './arbitrary-workflow.ts';

const order = parseWorkflow(`Orders: open order / undo: close order
Stock: reserve / undo: release
Payments: charge / undo: refund / deadline: 1 hour
Couriers: collect / person`).workflow;
const simple = parseWorkflow('Billing: find invoice\nMail: remind').workflow;

function optionsOf(proposals: ReturnType<typeof proposeAnswers>): Readonly<Record<string, string>> {
  return Object.fromEntries(proposals.map(({ question, option }) => [question, option]));
}

describe('proposed answers', () => {
  test('come from the counts, with the counting in a sentence', () => {
    const proposals = proposeAnswers(factsOf(order));
    expect(optionsOf(proposals)).toEqual({
      '2c': 'complex',
      '3a': 'several',
      '3b': 'wide',
      '3c': '3+',
      '4c': 'several',
    });
    expect(proposals.map((proposal) => proposal.counted)).toEqual([
      'I count no joins, 1 deadline, 1 wait for a person and no branch points: 2 together.',
      '4 situations need earlier work undone: something goes wrong at “reserve”, “charge”, “collect”.',
      'The furthest one reaches 3 other services (Orders, Stock, Payments). If an undo means a refund, a letter or the like, choose the wide answer.',
      'At most 3 other services must act to take things back when “collect” goes wrong.',
      'Choreographed, a new step in the middle touches 4 deployed services (Orders, Stock, New service, Payments); orchestrated, 2 (the coordinator, New service).',
    ]);
  });

  test('leave out reach and hops where nothing needs undoing', () => {
    expect(optionsOf(proposeAnswers(factsOf(simple)))).toEqual({ '2c': 'simple', '3a': 'none', '4c': 'two' });
  });

  test('count the change that was called the most plausible', () => {
    expect(optionsOf(proposeAnswers(factsOf(order), { '4b': 'reactors' }))['4c']).toBe('one');
    expect(optionsOf(proposeAnswers(factsOf(order), { '4b': 'replace' }))['4c']).toBe('one');
    expect(optionsOf(proposeAnswers(factsOf(order), { '4b': 'both' }))['4c']).toBe('several');
  });

  test('are not made without steps', () => {
    expect(proposeAnswers(factsOf({ steps: [] }))).toEqual([]);
  });

  test('are always options that the framework has', () => {
    fc.assert(
      fc.property(anyWorkflow(), (workflow) => {
        expect(
          proposeAnswers(factsOf(workflow)).filter(({ question, option }) => !isOptionOf(question, option)),
        ).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test('a recorded answer that the drawing does not bear out is a disagreement; no answer is none', () => {
  const proposals = proposeAnswers(factsOf(order));
  const found = compareWithAnswers(proposals, { '3a': 'none', '3b': 'wide', '3c': 'unknown' });
  expect(found).toEqual([{ question: '3a', recorded: 'none', proposal: proposals[1] }]);
});

describe('the part that a person names', () => {
  test.each([
    ['payment and stock', ['s2', 's3']],
    ['the refundable things', ['s1', 's2', 's3']],
  ])('“%s” means the steps it mentions, else the ones at risk', (name, steps) => {
    expect(guessPart(order, name)).toEqual({ name, steps });
  });

  test('means everything that is not optional where nothing is at risk', () => {
    expect(guessPart(simple, 'everything').steps).toEqual(['s1', 's2']);
  });
});
