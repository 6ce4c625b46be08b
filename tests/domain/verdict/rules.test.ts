// Every rule and every warning, once where it applies and once where it just does not (scoring.md §3).
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/answers.ts';
import type { Framework } from '../../../src/domain/framework.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { UnknownRulesError } from '../../../src/domain/verdict/rules.ts';
import { answersOf, framework } from './arbitraries.ts';

const verdictOn = (choices: Answers['choices'], part?: string | null) =>
  computeVerdict(framework, answersOf(choices, part));

describe('R1, far-reaching undo with an owner', () => {
  const farUndo = {
    '3a': 'several',
    '3b': 'wide',
    '1b': 'tolerable',
    '1c': 'hot',
    '2a': 'event',
    '2b': 'none',
  } as const;

  it('lifts the score to three', () => {
    const verdict = verdictOn({ ...farUndo, '5a': 'one' });
    expect(verdict).toMatchObject({ votes: [-2, -2, 2, 0, 1], score: 3, rules: ['R1'], style: 'orchestration' });
  });

  it('needs an owner', () => {
    expect(verdictOn({ ...farUndo, '5a': 'nobody' })).toMatchObject({ score: -2, rules: [], style: 'choreography' });
  });

  it('needs undo that reaches far', () => {
    expect(verdictOn({ ...farUndo, '3b': 'local', '5a': 'one' })).toMatchObject({ score: -2, rules: [] });
  });

  it('is not listed when the score is three already', () => {
    expect(verdictOn({ '3a': 'several', '3b': 'wide', '5a': 'one' })).toMatchObject({
      votes: [0, 0, 2, 0, 1],
      rules: [],
    });
  });

  it('never lowers a score, nor is listed, when the score is higher already', () => {
    expect(verdictOn({ '3a': 'several', '3b': 'wide', '5a': 'one', '1b': 'never' })).toMatchObject({
      score: 4,
      rules: [],
    });
  });
});

describe('R2, a starter who needs the whole outcome', () => {
  const reacting = { '2a': 'event', '2b': 'none', '3a': 'none' } as const;

  it('lifts the score to two and marks the verdict synchronous', () => {
    const verdict = verdictOn({ ...reacting, '1a': 'sync_all' });
    expect(verdict).toMatchObject({ score: 2, rules: ['R2'], style: 'orchestration', synchronous: true });
  });

  it('leaves a first part alone', () => {
    expect(verdictOn({ ...reacting, '1a': 'sync_part' })).toMatchObject({ score: -2, rules: [], synchronous: false });
  });
});

describe('R3, nobody accountable', () => {
  const strong = { '1a': 'sync_all', '2a': 'command', '3a': 'several', '3b': 'wide' } as const;

  it('holds a strong score back to four', () => {
    expect(verdictOn({ ...strong, '5b': 'none' })).toMatchObject({ score: 4, band: 'leaning', rules: ['R3'] });
  });

  it('leaves it strong with an owner', () => {
    expect(verdictOn({ ...strong, '5b': 'one' })).toMatchObject({ score: 6, band: 'strong', rules: [] });
  });

  it('leaves a score of four as it is', () => {
    expect(verdictOn({ '1a': 'sync_all', '3a': 'several', '3b': 'wide', '5b': 'none' })).toMatchObject({
      score: 4,
      rules: [],
    });
  });
});

describe('H, the hybrid test', () => {
  const filler = { '1b': 'detect', '3a': 'few', '4a': 'some' } as const;

  it.each([{ '2a': 'mixed' }, { '2b': 'some' }, { '4b': 'reactors' }, { '4b': 'both' }] as const)(
    'finds those who only react in %o',
    (sign) => {
      expect(verdictOn({ ...filler, ...sign, '5c': 'part' })).toMatchObject({
        style: 'hybrid',
        part: 'Payment',
        rules: ['H'],
      });
    },
  );

  it('needs those who only react', () => {
    expect(verdictOn({ ...filler, '5c': 'part' })).toMatchObject({ style: 'open', part: null });
  });

  it.each(['whole', 'no'])('is off when 5c is %s, however complex the workflow', (choice) => {
    expect(verdictOn({ ...filler, '2a': 'mixed', '2c': 'complex', '5c': choice }).style).toBe('open');
  });

  it('takes complexity or undo for the part while nobody has said, and names none', () => {
    expect(verdictOn({ ...filler, '2a': 'mixed', '2c': 'complex' })).toMatchObject({ style: 'hybrid', part: null });
    expect(verdictOn({ ...filler, '2a': 'mixed', '3b': 'wide' })).toMatchObject({ style: 'hybrid', part: null });
    expect(verdictOn({ ...filler, '2a': 'mixed' }).style).toBe('open');
  });

  it('ignores plausible listeners of a flow that hardly changes', () => {
    expect(verdictOn({ ...filler, '4a': 'stable', '4b': 'reactors', '5c': 'part' }).style).toBe('open');
  });

  it('says what most of it is when the score is strong', () => {
    const most = {
      '1a': 'sync_all',
      '2a': 'command',
      '2c': 'complex',
      '2b': 'some',
      '3a': 'several',
      '5c': 'part',
    } as const;
    expect(verdictOn(most)).toMatchObject({ style: 'hybrid', score: 5, mostly: 'orchestration' });
    expect(verdictOn({ ...most, '3a': 'few' })).toMatchObject({ style: 'hybrid', score: 4, mostly: null });
  });
});

describe('a disguised command', () => {
  it('takes the vote of the event back', () => {
    expect(verdictOn({ '2a': 'event', '2b': 'all' }).votes[1]).toBe(1);
    expect(verdictOn({ '2a': 'event', '2b': 'some' }).votes[1]).toBe(-1);
  });
});

describe('warnings', () => {
  const filler = { '1b': 'detect', '2c': 'some', '3a': 'few', '4a': 'some' } as const;
  const choreographed = {
    ...filler,
    '2a': 'event',
    '2b': 'none',
    '1b': 'never',
    '5a': 'each',
    '5b': 'several',
  } as const;
  const farUndo = { '3a': 'several', '3b': 'wide' } as const;

  const nearUndo = { '3a': 'several', '3b': 'neighbour' } as const;

  it.each([
    ['W1 when nobody moves a stuck instance', { ...filler, '5a': 'nobody' }, ['W1']],
    ['W1 when nobody is accountable', { ...filler, '5b': 'none' }, ['W1']],
    ['no W1 with owners', { ...filler, '5a': 'each', '5b': 'several' }, []],
    ['W2 for a choreography that must not lose anything', choreographed, ['W2']],
    ['no W2 for a choreography that may', { ...choreographed, '1b': 'detect' }, []],
    ['W2 for a hybrid that must not lose anything', { ...filler, '1b': 'never', '2a': 'mixed', '5c': 'part' }, ['W2']],
    ['no W2 for an orchestration', { ...filler, '1b': 'never', '2a': 'command' }, []],
    ['W3 for a command in disguise', { ...filler, '2a': 'event', '2b': 'all' }, ['W3']],
    ['no W3 where only some have to act', { ...filler, '2a': 'event', '2b': 'some' }, []],
    ['W4 for several owners of a complex flow', { ...filler, '2c': 'complex', '5b': 'several' }, ['W4']],
    ['W4 for several owners of far-reaching undo', { ...filler, ...farUndo, '5b': 'several' }, ['W4']],
    ['no W4 for several owners of a simple flow', { ...filler, '5b': 'several' }, []],
    ['no W4 for several owners of undo that stays near', { ...filler, ...nearUndo, '5b': 'several' }, []],
    ['no W4 for one owner of a complex flow', { ...filler, '2c': 'complex', '5b': 'one' }, []],
    ['W5 for a starter who waits while undo spans services', { ...filler, ...farUndo, '1a': 'sync_all' }, ['W5']],
    ['no W5 for a starter who waits for a first part', { ...filler, ...farUndo, '1a': 'sync_part' }, []],
    ['no W5 while undo stays near', { ...filler, ...nearUndo, '1a': 'sync_all' }, []],
    ['W6 for an orchestration under heavy load', { ...filler, ...farUndo, '1c': 'hot', '2a': 'command' }, ['W6']],
    ['no W6 below a score of two', { ...filler, '1c': 'hot', '2a': 'command' }, []],
    ['no W6 under moderate load', { ...filler, ...farUndo, '1c': 'moderate' }, []],
  ] as const)('%s', (_name, choices, expected) => {
    expect(verdictOn(choices).warnings).toEqual(expected);
  });

  it('put the owner first only where much changes and nobody owns it', () => {
    expect(verdictOn({ ...filler, '4a': 'high', '5b': 'none' }).ownerFirst).toBe(true);
    expect(verdictOn({ ...filler, '4a': 'some', '5b': 'none' }).ownerFirst).toBe(false);
    expect(verdictOn({ ...filler, '4a': 'high', '5b': 'one' }).ownerFirst).toBe(false);
  });
});

describe('a framework of other rules', () => {
  it('is refused rather than judged by the wrong ones', () => {
    const newer: Framework = { ...framework, rulesVersion: '2' };
    expect(() => computeVerdict(newer, answersOf({}))).toThrow(UnknownRulesError);
  });
});
