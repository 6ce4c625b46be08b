// The grammar of a workflow: what is understood, what is forgiven, what is reported.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatWorkflow } from '../../../src/domain/workflow/format-workflow.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { readWorkflow, writeWorkflow } from '../../../src/domain/workflow/workflow-json.ts';
import { anyWorkflow } from './arbitrary-workflow.ts';

function onlyStep(line: string) {
  const { workflow, problems } = parseWorkflow(line);
  expect(problems).toEqual([]);
  expect(workflow.steps).toHaveLength(1);
  return workflow.steps[0];
}

describe('a line', () => {
  test('says who does what, and how it is taken back', () => {
    expect(onlyStep('Payments: authorise card / undo: release authorisation')).toEqual({
      id: 's1',
      service: 'Payments',
      action: 'authorise card',
      undo: 'release authorisation',
      waitsFor: [],
      person: false,
      optional: false,
      branches: [],
    });
  });

  test('can carry every clause, in any order', () => {
    expect(
      onlyStep('Legal: approve / optional / person / deadline: 2 days / event: approved / if refused -> end'),
    ).toMatchObject({
      person: true,
      optional: true,
      deadline: '2 days',
      event: 'approved',
      branches: [{ when: 'refused', leads: 'end' }],
    });
  });

  test.each([
    ['1. Payments : authorise card / Undo - release'.replace(' -', ':')],
    ['- Payments – authorise card | undo = release'],
    ['• Payments: authorise card; undo release'],
    ['* Payments: authorise card /undo: release'],
    ['2) Payments：authorise card, undo: release'],
    ['Payments: authorise card / compensation: release'],
    ['Payments: authorise card (undo: release)'],
    ['Payments: authorise card ( Undo = release'],
    ['Payments: authorise card （undo：release）'],
  ])('is forgiven its punctuation: %s', (line) => {
    expect(onlyStep(line)).toMatchObject({ service: 'Payments', action: 'authorise card', undo: 'release' });
  });

  test('keeps slashes, commas and colons that belong to the words', () => {
    expect(onlyStep('Web: start A/B test, quietly: now')).toMatchObject({
      service: 'Web',
      action: 'start A/B test, quietly: now',
    });
  });

  test.each([
    ['Pay: take (undo: give back (all of it)) / optional', { undo: 'give back (all of it)', optional: true }],
    [
      'Pay: take (undo: give back, deadline: 2 days) (event: taken)',
      { undo: 'give back', deadline: '2 days', event: 'taken' },
    ],
    ['Pay: take (undo: "give :) back")', { undo: 'give :) back' }],
    ['Pay: take (waits for start)', { waitsFor: [] }],
  ])('takes a clause in brackets for what it is: %s', (line, expected) => {
    expect(onlyStep(line)).toMatchObject({ action: 'take', ...expected });
  });

  test.each([
    ['take (undone later)'],
    ['take (by card, or undo it)'],
    ['take (person in charge) (optional extras)'],
    ['"take (undo: it)"', 'take (undo: it)'],
  ])('keeps other brackets as words: %s', (action, expected = action) => {
    expect(onlyStep(`Pay: ${action}`)).toMatchObject({ action: expected, optional: false, person: false });
    expect(onlyStep(`Pay: ${action}`)).not.toHaveProperty('undo');
  });

  test('keeps what stands in quotes as it is', () => {
    expect(onlyStep('"A: b": "do / undo: \\"x\\""')).toMatchObject({ service: 'A: b', action: 'do / undo: "x"' });
  });

  test('loses control characters and is cut by what a reader sees as one character', () => {
    const step = onlyStep(`Pay\u0000ments\u202e: ${'👩‍👩‍👧'.repeat(500)}`);
    expect(step?.service).toBe('Payments');
    expect(step?.action).toBe(`${'👩‍👩‍👧'.repeat(139)}…`);
  });
});

describe('what is not understood', () => {
  test('is reported with its line, and the rest is kept', () => {
    const { workflow, problems } = parseWorkflow(
      'Payments: authorise card\n\nship it\nMail: send letter / perhaps later',
    );
    expect(workflow.steps.map((step) => step.action)).toEqual(['authorise card', 'send letter']);
    expect(problems).toEqual([
      { line: 3, text: 'ship it', message: expect.stringContaining('Who does what here?') },
      { line: 4, text: 'Mail: send letter / perhaps later', message: expect.stringContaining('“perhaps later”') },
    ]);
  });

  test.each([
    ['A: a\nB: b / waits for 3', '“3”'],
    ['A: a / waits for A', '“A”'],
    ['A: a / undo:', 'Something is missing after “undo”'],
    ['A: a (undo: )', 'Something is missing after “undo”'],
    ['A: take (undo: b) carefully', '“carefully”'],
    ['A: a / waits for', 'Something is missing after “waits for”'],
    ['A: a / if refused', 'A branch says when and where to'],
    ['A: a\nB: b / if refused -> 1', '“if refused” leads to “1”'],
    ['A: a / if refused -> somewhere', '“somewhere”'],
  ])('is said in words: %j', (text, words) => {
    expect(parseWorkflow(text).problems.map((problem) => problem.message)).toEqual([expect.stringContaining(words)]);
  });

  test('a twenty-sixth step and a thirteenth service are left out and said so', () => {
    const many = Array.from({ length: 26 }, (_, index) => `A: do ${index}`).join('\n');
    expect(parseWorkflow(many).workflow.steps).toHaveLength(25);
    expect(parseWorkflow(many).problems).toMatchObject([{ line: 26 }]);
    const wide = Array.from({ length: 13 }, (_, index) => `S${index}: do`).join('\n');
    expect(parseWorkflow(wide).workflow.steps).toHaveLength(12);
    expect(parseWorkflow(wide).problems).toMatchObject([{ line: 13 }]);
  });
});

describe('waiting', () => {
  test('is for the step before unless said otherwise, and never for an optional one', () => {
    const { workflow } = parseWorkflow(
      'A: a\nMail: tell / optional\nB: b\nC: c / waits for start\nD: d / waits for A, B and c',
    );
    expect(workflow.steps.map((step) => step.waitsFor)).toEqual([[], ['s1'], ['s1'], [], ['s1', 's3', 's4']]);
  });

  test('finds steps by number, service, action or the beginning of the action', () => {
    const { workflow, problems } = parseWorkflow(
      'Pay: authorise card\nStock: reserve goods\nX: x / waits for pay + step 2\nY: y / waits for Reserve & #3',
    );
    expect(problems).toEqual([]);
    expect(workflow.steps.slice(2).map((step) => step.waitsFor)).toEqual([
      ['s1', 's2'],
      ['s2', 's3'],
    ]);
  });
});

describe('branches', () => {
  test('lead to undo, to the end, to a later step or to another action', () => {
    const { workflow, problems } = parseWorkflow(
      'Pay: authorise / if refused -> undo everything / if late => stop / if gold then Ship / if odd → mail: tell the customer\nMail: x\nShip: send',
    );
    expect(problems).toEqual([]);
    expect(workflow.steps[0]?.branches).toEqual([
      { when: 'refused', leads: 'undo' },
      { when: 'late', leads: 'end' },
      { when: 'gold', leads: 'step', step: 's3' },
      { when: 'odd', leads: 'action', service: 'Mail', action: 'tell the customer' },
    ]);
  });
});

test('a service written in two ways is one service, spelled as at first', () => {
  expect(parseWorkflow('Payments: a\npayments: b').workflow.steps.map((step) => step.service)).toEqual([
    'Payments',
    'Payments',
  ]);
});

test('a step keeps its id when others are put before it', () => {
  const before = parseWorkflow('A: a\nB: b').workflow;
  expect(parseWorkflow('N: new\nA: a\nB: b', before).workflow.steps.map((step) => step.id)).toEqual(['s3', 's1', 's2']);
});

test('every workflow prints as lines that read back as itself', () => {
  fc.assert(
    fc.property(anyWorkflow({ minSteps: 0 }), (workflow) => {
      const text = formatWorkflow(workflow);
      expect(parseWorkflow(text, workflow), text).toEqual({ workflow, problems: [] });
    }),
    { numRuns: 300 },
  );
});

test('no text at all makes the parser fail, and what it understood is a valid workflow', () => {
  const line = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(': ', ' / ', 'undo: ', 'waits for ', 'if ', ' -> ', '"', '1'),
    ),
  );
  fc.assert(
    fc.property(fc.array(line.map((parts) => parts.join(''))), (lines) => {
      const { workflow } = parseWorkflow(lines.join('\n'));
      expect(readWorkflow(writeWorkflow(workflow))).toEqual({ ok: true, workflow });
    }),
  );
});
