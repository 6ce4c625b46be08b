// What a verdict gives a card to explain it with: reasons, flips in reading order, the next question, confidence.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownOption } from '../../../src/domain/framework.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { forAll } from '../../support/for-all.ts';
import { answersOf, anyAnswers, framework, fullAnswers, withWeights } from './arbitraries.ts';

const either = fc.oneof(anyAnswers, fullAnswers);

describe('reasons', () => {
  const conducted = answersOf({
    '1a': 'sync_part',
    '1b': 'never',
    '2a': 'command',
    '3a': 'several',
    '3c': '3+',
    '4a': 'some',
    '4b': 'replace',
    '5a': 'each',
    '5b': 'several',
    '5c': 'whole',
  });

  it('put the largest vote first, and its heaviest question first within it', () => {
    const { reasons } = computeVerdict(framework, conducted);
    expect(reasons.map((reason) => [reason.pillar, reason.vote])).toEqual([
      [1, 2],
      [3, 2],
      [2, 1],
    ]);
    expect(reasons[1]?.questions).toEqual(['3c', '3a']);
  });

  it('keep apart what speaks against the style, the largest vote first', () => {
    const { against } = computeVerdict(framework, conducted);
    expect(against.map((reason) => [reason.pillar, reason.vote])).toEqual([
      [5, -2],
      [4, -1],
    ]);
  });

  it('never shrink as they go on', () => {
    forAll(
      fc.property(either, (answers) => {
        const { reasons, against } = computeVerdict(framework, answers);
        for (const list of [reasons.filter((reason) => reason.kind === 'pillar'), against]) {
          const sizes = list.map((reason) => Math.abs(reason.vote));
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        }
      }),
    );
  });

  it('name both sides while open', () => {
    const { style, reasons, against } = computeVerdict(
      framework,
      answersOf({ '1b': 'never', '2c': 'simple', '3a': 'few' }),
    );
    expect({ style, against }).toEqual({ style: 'open', against: [] });
    expect(reasons.map((reason) => reason.vote)).toEqual([1, -1]);
  });

  it('of a hybrid whose part nobody named rest on undo and complexity', () => {
    const { reasons } = computeVerdict(
      framework,
      answersOf({ '1a': 'no', '2a': 'mixed', '2b': 'some', '2c': 'complex', '3b': 'wide' }),
    );
    expect(reasons[0]).toMatchObject({ kind: 'part', questions: ['3b', '2c'] });
    expect(reasons[1]).toMatchObject({ kind: 'bystanders', pillar: 2, questions: ['2b', '2a'] });
  });

  it('do not rest on an event that was a command in disguise', () => {
    const heavier = withWeights('2c', { simple: -2 });
    const { votes, reasons } = computeVerdict(
      heavier,
      answersOf({ '1c': 'hot', '2a': 'event', '2b': 'all', '2c': 'simple', '3a': 'none' }),
    );
    expect(votes[1]).toBe(-1);
    expect(reasons.find((reason) => reason.pillar === 2)?.questions).toEqual(['2c']);
  });
});

describe('flips', () => {
  it('show real options before don’t know, and different questions before the same one again', () => {
    forAll(
      fc.property(either, (answers) => {
        const { flips, flipQuestions } = computeVerdict(framework, answers);
        fc.pre(flipQuestions.length > 0);
        const intoUnknown = flips.map(({ changes }) => changes.filter(({ to }) => to === unknownOption).length);
        expect(intoUnknown).toEqual(intoUnknown.toSorted((a, b) => a - b));
        const real = flips.flatMap(({ changes }) => changes).filter(({ to }) => to !== unknownOption);
        const distinct = new Set(real.map(({ question }) => question));
        if (distinct.size < real.length)
          expect(
            new Set(flips.flatMap(({ changes }) => changes.map((c) => c.question)).slice(0, distinct.size)).size,
          ).toBe(distinct.size);
        for (const { changes } of flips) for (const { question } of changes) expect(flipQuestions).toContain(question);
      }),
      { numRuns: 400 },
    );
  });

  it('show the most important of many, changed answers before open questions', () => {
    const { flips } = computeVerdict(
      framework,
      answersOf({ '1a': 'sync_part', '2b': 'all', '2c': 'some', '3a': 'few' }),
    );
    expect(flips.map(({ changes }) => changes)).toEqual([
      [{ question: '2b', to: 'some' }],
      [{ question: '2c', to: 'simple' }],
      [{ question: '1a', to: 'no' }],
    ]);
  });

  it('come in pairs where no single change is enough', () => {
    const whole = answersOf({
      '1a': 'no',
      '1b': 'never',
      '2a': 'command',
      '2b': 'all',
      '2c': 'complex',
      '3a': 'several',
      '3b': 'wide',
      '3c': '0-1',
      '4a': 'stable',
      '5a': 'one',
      '5b': 'one',
      '5c': 'whole',
    });
    const { flips, flipQuestions, confidence } = computeVerdict(framework, whole);
    expect({ flipQuestions, confidence }).toEqual({ flipQuestions: [], confidence: 'high' });
    expect(flips[0]).toEqual({
      changes: [
        { question: '2b', to: 'some' },
        { question: '5c', to: 'part' },
      ],
      style: 'hybrid',
    });
    for (const { changes } of flips) expect(changes).toHaveLength(2);
  });
});

describe('the next question', () => {
  it('is named when every answer to it changes the style the same way', () => {
    const oneWay = withWeights('1c', { hot: -1, moderate: -1, low: -1 });
    const answers = answersOf({
      '1a': 'no',
      '1b': 'tolerable',
      '2a': 'command',
      '2b': 'none',
      '2c': 'some',
      '3a': 'few',
      '3b': 'local',
      '3c': '0-1',
      '4a': 'stable',
      '5a': 'nobody',
      '5b': 'several',
      '5c': 'no',
    });
    const { style, score, next } = computeVerdict(oneWay, answers);
    expect({ style, score, next }).toEqual({ style: 'choreography', score: -2, next: null });
    const nearer = answersOf({ ...answers.choices, '1b': 'detect' });
    expect(computeVerdict(oneWay, nearer)).toMatchObject({ style: 'open', score: -1, next: '1c' });
  });

  it('is how bad a loss is before what the starter learns, when both decide as much', () => {
    const answers = answersOf({ '2a': 'command', '2b': 'all', '3a': 'none', '4a': 'stable' });
    expect(computeVerdict(framework, answers).next).toBe('1b');
    expect(computeVerdict(framework, answersOf({ ...answers.choices, '1b': 'detect' })).next).toBe('1a');
  });

  it('is the part when it decides as much as others do', () => {
    const { next } = computeVerdict(framework, answersOf({ '1a': 'no', '2a': 'mixed', '2c': 'complex', '3a': 'few' }));
    expect(next).toBe('5c');
  });
});

describe('confidence', () => {
  const split = { '2a': 'mixed', '2b': 'some', '3a': 'few', '3b': 'local', '5a': 'one', '5c': 'part' } as const;

  it('is high for a named part, few flips and four pillars', () => {
    expect(computeVerdict(framework, answersOf({ ...split, '4a': 'stable' }))).toMatchObject({
      confidence: 'high',
      flipQuestions: ['5c'],
    });
  });

  it('is medium for the same with three pillars', () => {
    expect(computeVerdict(framework, answersOf(split))).toMatchObject({ confidence: 'medium', flipQuestions: ['5c'] });
  });
});
