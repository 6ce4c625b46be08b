// What is watched, and why a verdict moved.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/domain/answers.ts';
import { explainDifference } from '../../../src/domain/reassessment/difference.ts';
import { questionsOfItems, watchItems } from '../../../src/domain/reassessment/watch-items.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { forAll } from '../../support/for-all.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { anyAnswers, framework, fullAnswers, withWeights } from '../verdict/arbitraries.ts';

const answers = { choices: orchestrated, part: null };

describe('watch items', () => {
  it('each lead to the style they name, at most five, each once', () => {
    forAll(
      fc.property(anyAnswers, (given) => {
        const items = watchItems(framework, given);
        expect(items.length).toBeLessThanOrEqual(5);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const { changes, style } of items) {
          const changed = Object.fromEntries(changes.map(({ question, to }) => [question, to]));
          // Answers that are switched off count nowhere, also where the change switches them on (decision 0002).
          const counted = Object.fromEntries(Object.entries(sheetOf(given)).filter(([, option]) => option !== null));
          const part = given.part?.trim() ? given.part : 'named';
          const verdict = computeVerdict(framework, { choices: { ...counted, ...changed }, part });
          expect(verdict.style).toBe(style);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ask about one question before a second change of the same', () => {
    const items = watchItems(framework, answers);
    const questions = items.map(({ changes }) => changes.map(({ question }) => question).join());
    const firstRepeat = questions.findIndex((question, index) => questions.indexOf(question) < index);
    if (firstRepeat !== -1) expect(new Set(questions).size).toBe(firstRepeat);
    expect(questionsOfItems(items).every((question) => questions.some((one) => one.includes(question)))).toBe(true);
  });
});

describe('a difference', () => {
  it('is none when nothing changed', () => {
    const difference = explainDifference({ framework, answers }, { framework, answers });
    expect(difference).toMatchObject({ cause: 'nothing', changed: [], frameworkChanged: false });
  });

  it('names the answers when they alone moved it', () => {
    const now = {
      choices: { ...orchestrated, '2b': 'none', '2c': 'simple', '3a': 'none', '5b': 'several' },
      part: null,
    };
    const difference = explainDifference({ framework, answers }, { framework, answers: now });
    expect(difference.before.style).not.toBe(difference.after.style);
    expect(difference.cause).toBe('answers');
    expect(difference.changed.map(({ question }) => question)).toContain('2b');
  });

  it.each([
    ['nothing', { '1a': 'sync_all' }, withWeights('1a', { sync_all: -2 })],
    ['answers', { '3a': 'none' }, withWeights('1a', { sync_all: -2 })],
    ['framework', { '1b': 'detect' }, withWeights('5a', { one: -2 })],
    ['either', { '1b': 'detect', '5a': 'each' }, withWeights('5a', { one: -2 })],
    ['both', { '1b': 'detect' }, withWeights('3a', { several: -2 })],
  ] as const)('names %s as what moved it, from all four combinations', (cause, changes, edited) => {
    const old = { framework, answers };
    const now = {
      framework: { ...edited, version: '0123456789ab' },
      answers: { choices: { ...orchestrated, ...changes }, part: null },
    };
    const difference = explainDifference(old, now);
    expect(difference).toMatchObject({ cause, frameworkChanged: true });
    expect(difference.newAnswersOnly).toEqual(computeVerdict(framework, now.answers));
    expect(difference.newFrameworkOnly).toEqual(computeVerdict(now.framework, answers));
    const changed = difference.changed.map(({ question }) => question);
    expect(changed).toEqual(expect.arrayContaining(Object.keys(changes)));
  });

  it('tells answers, framework, either and both apart', () => {
    const heavy = withWeights('2c', { complex: 2, some: -2, simple: -2 });
    const pairs = fc.tuple(fullAnswers, fullAnswers);
    const seen = new Set<string>();
    forAll(
      fc.property(pairs, ([old, now]) => {
        const { cause, before, after, newAnswersOnly, newFrameworkOnly } = explainDifference(
          { framework, answers: old },
          { framework: heavy, answers: now },
        );
        seen.add(cause);
        expect(before).toEqual(computeVerdict(framework, old));
        expect(after).toEqual(computeVerdict(heavy, now));
        if (cause === 'nothing') {
          expect(before.style).toBe(after.style);
          return;
        }
        expect(before.style).not.toBe(after.style);
        expect(newAnswersOnly.style === after.style).toBe(cause === 'answers' || cause === 'either');
        expect(newFrameworkOnly.style === after.style).toBe(cause === 'framework' || cause === 'either');
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(seen.has('answers')).toBe(true);
    expect(seen.has('nothing')).toBe(true);
  });
});
