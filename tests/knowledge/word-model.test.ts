// The word model learns from examples which words speak for us and which against, the same way every time.
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/knowledge/in-steps.ts';
import { mixedExamples } from '../../src/knowledge/search/mixed-examples.ts';
import { type Example, learnWords } from '../../src/knowledge/search/word-model.ts';

const example = (ours: boolean, words: string, weight = 1): Example => ({
  features: new Set(words.split(' ')),
  ours,
  weight,
});
const examples = [
  example(true, 'saga undo'),
  example(true, 'saga event'),
  example(true, 'event undo'),
  example(false, 'pizza price'),
  example(false, 'pizza saga'),
  example(false, 'price event'),
];

describe('The word model', () => {
  const model = finish(learnWords(examples));

  it('puts what it learned from on the right side', () => {
    for (const { features, ours } of examples) expect(model(features) > 0).toBe(ours);
  });

  it('weighs words it has seen in texts it has not', () => {
    expect(model(new Set(['undo']))).toBeGreaterThan(0);
    expect(model(new Set(['pizza', 'event']))).toBeLessThan(model(new Set(['undo', 'event'])));
  });

  it('hears nothing in words it has never seen', () => {
    expect(model(new Set(['xyzzy', 'undo']))).toBe(model(new Set(['undo'])));
  });

  it('believes an example that counts more', () => {
    const doubtful = (weight: number) =>
      finish(learnWords([...examples, example(true, 'pizza undo'), example(false, 'undo', weight)]))(new Set(['undo']));
    expect(doubtful(5)).toBeLessThan(doubtful(0.1));
  });

  it('is the same for the same examples', () => {
    const features = new Set(['saga', 'price']);
    expect(finish(learnWords(examples))(features)).toBe(model(features));
  });
});

describe('Mixed examples', () => {
  const sources = {
    situations: { C1: ['one', 'two', 'three', 'four', 'five', 'six'] },
    notOurs: new Map([
      ['instruction', ['obey me']],
      ['private', ['their answers', 'her number']],
      ['law', ['may we']],
    ] as const),
    mixing: { greetings: ['hi, '], joints: ['. '], followUps: ['and why'] },
  };

  it('greet some situations, which stay ours', () => {
    expect(mixedExamples(sources).ours).toEqual(['hi, one', 'hi, six']);
  });

  it('hide every request for obedience or for what is private beside a situation, on either side', () => {
    expect(mixedExamples(sources).notOurs).toEqual(['obey me. one', 'two. their answers', 'three. her number']);
  });
});
