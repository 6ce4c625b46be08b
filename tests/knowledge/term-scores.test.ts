// What a term counts: rare terms, short texts and weighty fields more; and what names a passage.
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/knowledge/in-steps.ts';
import { termScores } from '../../src/knowledge/search/term-scores.ts';

const titles = { weight: 2, names: true, terms: [['saga'], ['queue'], ['queue'], []] };
const bodies = {
  weight: 1,
  names: false,
  terms: [['undo', 'saga', 'saga'], ['undo', 'log', 'queue'], ['undo', 'topic', 'order', 'event', 'message'], []],
};
const index = finish(termScores([titles, bodies]));
const scoreOf = (...terms: readonly string[]) => Array.from(index.score(new Map(terms.map((one) => [one, 1]))));

describe('The score of a passage', () => {
  it('is above 0 where a term stands, and 0 elsewhere', () => {
    expect(scoreOf('log').map((score) => score > 0)).toEqual([false, true, false, false]);
    expect(scoreOf('unheard')).toEqual([0, 0, 0, 0]);
    expect(scoreOf()).toEqual([0, 0, 0, 0]);
  });

  it('follows the formula of BM25+', () => {
    const rarity = Math.log(1 + (4 - 1 + 0.5) / (1 + 0.5));
    const average = (2 + 3 + 5 + 0) / 4;
    const expected = rarity * (0.5 + 2.2 / (1 + 1.2 * (0.3 + (0.7 * 3) / average)));
    expect(scoreOf('log')[1]).toBeCloseTo(expected, 12);
  });

  it('adds up the fields a term stands in', () => {
    const [, both = 0, title = 0] = scoreOf('queue');
    const bodyAlone = Array.from(finish(termScores([bodies])).score(new Map([['queue', 1]])))[1] ?? 0;
    expect(both).toBeCloseTo(title + bodyAlone, 12);
  });

  it('is higher for a rare term than for a common one, and in a short text than in a long one', () => {
    const [, rare = 0] = scoreOf('log');
    const [, short = 0, long = 0] = scoreOf('undo');
    expect(rare).toBeGreaterThan(short);
    expect(short).toBeGreaterThan(long);
  });

  it('counts every term the more, the more of them match', () => {
    const [, log = 0] = scoreOf('log');
    const [, undo = 0] = scoreOf('undo');
    expect(scoreOf('log', 'undo')[1]).toBeCloseTo(2 * (log + undo), 12);
  });

  it('follows the weight of a term', () => {
    const [, half = 0] = Array.from(index.score(new Map([['log', 0.5]])));
    expect(half).toBeCloseTo((scoreOf('log')[1] ?? 0) / 2, 12);
  });
});

describe('What names a passage', () => {
  it('stands in a field that names its subject', () => {
    expect([...index.namedIn(1, ['queue', 'undo', 'saga', 'unheard'])]).toEqual(['queue']);
    expect([...index.namedIn(3, ['queue'])]).toEqual([]);
  });
});
