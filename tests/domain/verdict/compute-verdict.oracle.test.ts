// Compares the verdict with a naive second implementation over random answers.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { forAll } from '../../support/for-all.ts';
import { anyAnswers, fewAnswers, framework, fullAnswers } from './arbitraries.ts';
import * as oracle from './oracle.ts';

const plain = (choices: Readonly<Record<string, string | undefined>>): oracle.Plain =>
  Object.fromEntries(Object.entries(choices).flatMap(([id, option]) => (option === undefined ? [] : [[id, option]])));
const either = fc.oneof(anyAnswers, fullAnswers, fewAnswers);

describe('the verdict and a naive reading of the specification agree', () => {
  it('on votes, score, style and confidence', () => {
    forAll(
      fc.property(either, (answers) => {
        const counted = oracle.counting(plain(answers.choices), answers.part);
        const expected = oracle.judge(counted);
        const verdict = computeVerdict(framework, answers);
        expect(verdict.votes).toEqual(expected.vote);
        expect(verdict.score).toBe(expected.S);
        expect(verdict.style).toBe(expected.style);
        expect(verdict.confidence).toBe(oracle.confidence(counted));
        expect(verdict.unanswered).toEqual(oracle.openIds(counted));
      }),
      { numRuns: 1500 },
    );
  });

  it('on which single questions can flip, and that pairs are named only where no single change flips', () => {
    forAll(
      fc.property(either, (answers) => {
        const counted = oracle.counting(plain(answers.choices), answers.part);
        const verdict = computeVerdict(framework, answers);
        fc.pre(!verdict.tooLittle);
        const expected = oracle.singles(counted);
        expect(verdict.flipQuestions).toEqual([...new Set(expected.map((change) => change.question))]);
        const size = verdict.flips[0]?.changes.length;
        if (expected.length > 0) expect(size).toBe(1);
        else expect(size).toBe(oracle.somePairFlips(counted) ? 2 : undefined);
        expect(verdict.flips).toHaveLength(expected.length > 0 ? Math.min(3, expected.length) : verdict.flips.length);
      }),
      { numRuns: 400 },
    );
  });

  it('on every flip shown: it flips to the style it names, and nothing inside it flips alone', () => {
    forAll(
      fc.property(either, (answers) => {
        const counted = oracle.counting(plain(answers.choices), answers.part);
        const verdict = computeVerdict(framework, answers);
        expect(verdict.flips.length).toBeLessThanOrEqual(3);
        for (const { changes, style } of verdict.flips) {
          expect(oracle.styleOf(oracle.apply(counted, changes))).toBe(style);
          expect(style).not.toBe(verdict.style);
          if (changes.length === 1) continue;
          for (const change of changes) expect(oracle.styleOf(oracle.apply(counted, [change]))).toBe(verdict.style);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('on the next question: null exactly when no answer to an open question changes the style', () => {
    forAll(
      fc.property(either, (answers) => {
        const counted = oracle.counting(plain(answers.choices), answers.part);
        const verdict = computeVerdict(framework, answers);
        if (verdict.tooLittle) expect(verdict.unanswered).toContain(verdict.next);
        else expect(verdict.next).toBe(oracle.next(counted));
      }),
      { numRuns: 800 },
    );
  });

  it('on robustness: the same answer as trying every completion', () => {
    const nearlyFull = fc.tuple(fullAnswers, fc.subarray(oracle.ids, { maxLength: 6 })).map(([answers, removed]) => ({
      choices: Object.fromEntries(Object.entries(answers.choices).filter(([id]) => !removed.includes(id))),
      part: answers.part,
    }));
    forAll(
      fc.property(nearlyFull, (answers) => {
        const counted = oracle.counting(plain(answers.choices), answers.part);
        const open = oracle.openIds(counted);
        const { robust, style } = computeVerdict(framework, answers);
        if (open.length === 0) expect(robust).toBe('nothing-unknown');
        else if (open.length > 4) expect(robust).toBe('not-enumerated');
        else {
          const stays = oracle.completions(counted, open).every((full) => oracle.styleOf(full) === style);
          expect(robust).toBe(stays ? 'yes' : 'no');
        }
      }),
      { numRuns: 500 },
    );
  });
});
