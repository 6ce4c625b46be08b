// Verdicts read as the eight saga patterns (scoring.md §6).
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/answers.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { describePattern } from '../../../src/domain/verdict/pattern.ts';
import { answersOf, framework } from './arbitraries.ts';

const orchestrated = { '1a': 'no', '1b': 'never', '2a': 'command', '3a': 'several', '5c': 'whole' } as const;
const choreographed = {
  '1a': 'no',
  '1b': 'never',
  '2a': 'event',
  '2b': 'none',
  '2c': 'simple',
  '3a': 'several',
  '4b': 'replace',
  '4c': 'one',
  '5a': 'each',
  '5c': 'no',
} as const;
const split = { ...orchestrated, '2b': 'some', '5c': 'part' } as const;

function patternOf(choices: Answers['choices']): string | null {
  const { pattern } = computeVerdict(framework, answersOf(choices));
  return pattern === null ? null : describePattern(pattern);
}

describe('the pattern', () => {
  it.each([
    [orchestrated, 'Parallel'],
    [{ ...orchestrated, '6a': 'yes' }, 'Parallel'],
    [{ ...orchestrated, '6a': 'no' }, 'Fantasy Fiction'],
    [{ ...orchestrated, '1a': 'sync_all' }, 'Fairy Tale'],
    [{ ...orchestrated, '1a': 'sync_all', '6a': 'no' }, 'Epic'],
    [{ ...orchestrated, '1a': 'sync_part' }, 'Fairy Tale for the first part, Parallel afterwards'],
    [choreographed, 'Anthology'],
    [{ ...choreographed, '6a': 'no' }, 'Horror Story'],
    [{ ...choreographed, '1a': 'sync_part' }, 'Time Travel for the first part, Anthology afterwards'],
    [{ ...choreographed, '1a': 'sync_part', '6a': 'no' }, 'Phone Tag for the first part, Horror Story afterwards'],
    [split, 'Parallel inside, Anthology outside'],
    [{ ...split, '1a': 'sync_all' }, 'Fairy Tale inside, Anthology outside'],
    [{ ...split, '1a': 'sync_part' }, 'Fairy Tale for the first part, Parallel inside, Anthology outside'],
    [{ ...split, '6a': 'no' }, 'Fantasy Fiction inside, Anthology outside'],
    [{ '1b': 'detect', '2c': 'some', '3a': 'few' }, null],
  ] as const)('of %o is %s', (choices, expected) => {
    expect(patternOf(choices)).toBe(expected);
  });

  it('asks about half-finished state only where undo matters and nothing may be lost', () => {
    const asks = (choices: Answers['choices']) => computeVerdict(framework, answersOf(choices)).askConsistency;
    expect(asks(orchestrated)).toBe(true);
    expect(asks({ ...orchestrated, '1b': 'detect' })).toBe(false);
    expect(asks({ ...orchestrated, '3a': 'few' })).toBe(false);
  });

  it('ignores an answer about half-finished state that was never asked for', () => {
    expect(patternOf({ ...orchestrated, '1b': 'detect', '6a': 'no' })).toBe('Parallel');
  });
});
