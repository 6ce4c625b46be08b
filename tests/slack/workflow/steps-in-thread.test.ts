// When a mention gives steps, and when it is a question.
import { expect, it } from 'vitest';
import { stepsIn } from '../../../src/slack/drawings/steps-in-thread.ts';
import { misreadSentence, stepsProblem } from '../../../src/slack/drawings/steps-sentences.ts';

it.each([
  ['steps', ''],
  ['Steps:', ''],
  ['steps\nA: b', 'A: b'],
  ['steps:  \r\nA: b\nC: d', 'A: b\nC: d'],
])('%j gives steps', (said, lines) => {
  expect(stepsIn(said)).toBe(lines);
});

it.each(['steps of a saga?', 'stepsister\nA: b', 'what are steps\nA: b', ''])('%j gives none', (said) => {
  expect(stepsIn(said)).toBeNull();
});

it('what was not understood is said line by line, and nothing is recorded', () => {
  const problem = stepsProblem('Orders: accept\nnonsense\nPayments: pay / waits for the moon');
  expect(problem).toMatch(/Line 2 .*nonsense/);
  expect(problem).toMatch(/Line 3 .*moon/);
  expect(problem).toContain('Nothing was recorded');
  expect(stepsProblem('Orders: accept')).toBeNull();
  expect(stepsProblem(' \n# only a remark')).toContain('no step');
});

it('many misread lines are counted, not listed', () => {
  const problems = Array.from({ length: 25 }, (_, index) => ({
    line: index + 1,
    text: 'x'.repeat(900),
    message: 'no',
  }));
  const sentence = misreadSentence(problems);
  expect(sentence).toContain('20 more');
  expect(sentence.length).toBeLessThan(900);
});
