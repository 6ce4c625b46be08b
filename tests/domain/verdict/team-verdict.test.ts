// Answers of several people: merged, contested, and whether it matters (scoring.md §4).
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/answers.ts';
import { mergeAnswers } from '../../../src/domain/merge-answers.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { computeTeamVerdict, disagreementMatters } from '../../../src/domain/verdict/team-verdict.ts';
import { forAll } from '../../support/for-all.ts';
import { answersOf, anyAnswers, framework, fullAnswers } from './arbitraries.ts';

const merge = (...members: readonly Answers['choices'][]) =>
  mergeAnswers(
    framework,
    members.map((choices) => answersOf(choices)),
  );
const named = (...parts: readonly (string | null)[]) =>
  mergeAnswers(
    framework,
    parts.map((part) => answersOf({ '5c': 'part' }, part)),
  );
const team = (...members: readonly Answers[]) =>
  computeTeamVerdict(
    framework,
    members.map((answers, index) => ({ name: `person ${index + 1}`, answers })),
  );

describe('merging answers', () => {
  it('takes the most frequent answer', () => {
    expect(merge({ '1a': 'no' }, { '1a': 'no' }, { '1a': 'sync_part' })).toMatchObject({
      answers: { choices: { '1a': 'no' } },
      contested: [],
    });
  });

  it('does not let don’t know vote', () => {
    expect(merge({ '1a': 'unknown' }, { '1a': 'unknown' }, { '1a': 'sync_part' }).answers.choices['1a']).toBe(
      'sync_part',
    );
  });

  it('leaves a tie unanswered and contested', () => {
    const { answers, contested } = merge({ '1c': 'hot' }, { '1c': 'low' });
    expect(answers.choices['1c']).toBeUndefined();
    expect(contested).toEqual(['1c']);
  });

  it('contests a question when both signs were given, even with a clear majority', () => {
    const { answers, contested } = merge({ '1b': 'never' }, { '1b': 'never' }, { '1b': 'tolerable' });
    expect(answers.choices['1b']).toBe('never');
    expect(contested).toEqual(['1b']);
  });

  it('lets a majority stand without contest when the signs agree', () => {
    expect(merge({ '3c': '3+' }, { '3c': '2' }, { '3c': '2' }).contested).toEqual([]);
  });

  it.each([
    ['2a', 'command', 'mixed'],
    ['4b', 'reactors', 'replace'],
    ['5c', 'whole', 'no'],
  ] as const)('contests %s for any difference', (question, most, other) => {
    const { answers, contested } = merge({ [question]: most }, { [question]: most }, { [question]: other });
    expect(answers.choices[question]).toBe(most);
    expect(contested).toEqual([question]);
  });

  it('takes a contested accountability for none', () => {
    const { answers, contested } = merge({ '5b': 'one' }, { '5b': 'one' }, { '5b': 'none' });
    expect(answers.choices['5b']).toBe('none');
    expect(contested).toEqual(['5b']);
  });

  it('contests a part with two names, and keeps the one most people gave', () => {
    expect(named('Refund', 'Payment', 'Refund')).toMatchObject({ answers: { part: 'Refund' }, contested: ['5c'] });
  });

  it('counts a part with tied names as unanswered', () => {
    const { answers, contested } = named('Refund', 'Payment');
    expect(computeVerdict(framework, answers, contested).unanswered).toContain('5c');
    expect(contested).toEqual(['5c']);
  });

  it('takes names that differ in case and spacing only for the same', () => {
    expect(named('Payment and refund', ' payment  and refund', 'Payment and refund')).toMatchObject({
      answers: { part: 'Payment and refund' },
      contested: [],
    });
  });

  it('does not let a part without a name vote', () => {
    const nameless = answersOf({ '5c': 'part' }, null);
    const { answers, contested } = mergeAnswers(framework, [nameless, nameless, answersOf({ '5c': 'no' })]);
    expect(answers.choices['5c']).toBe('no');
    expect(contested).toEqual([]);
  });

  it('does not let an answer vote that its giver switched off', () => {
    const off = { '4a': 'stable', '4b': 'reactors' };
    const on = { '4a': 'some', '4b': 'sequence' };
    expect(merge(off, on, on)).toMatchObject({ answers: { choices: { '4b': 'sequence' } }, contested: [] });
  });

  it('contests nothing the team switched off', () => {
    const off = { '4a': 'stable' };
    const { contested } = merge(off, off, off, { '4a': 'some', '4b': 'sequence' }, { '4a': 'high', '4b': 'reactors' });
    expect(contested).toEqual([]);
  });
});

describe('the verdict of a team', () => {
  const conducted = answersOf({
    '1a': 'sync_part',
    '2a': 'command',
    '3a': 'several',
    '4a': 'stable',
    '5b': 'one',
    '5c': 'whole',
  });
  const reacting = answersOf({ '1a': 'no', '2a': 'event', '3a': 'none', '4a': 'stable', '5b': 'several', '5c': 'no' });

  it('of one is the verdict of that person', () => {
    forAll(
      fc.property(fc.oneof(anyAnswers, fullAnswers), (answers) => {
        const alone = team(answers);
        expect(alone.verdict).toEqual(computeVerdict(framework, answers));
        expect(disagreementMatters(alone)).toBe(false);
      }),
    );
  });

  it('of people who agree is the verdict of each', () => {
    forAll(
      fc.property(anyAnswers, fc.integer({ min: 2, max: 5 }), (answers, size) => {
        const { verdict } = team(...Array.from({ length: size }, () => answers));
        expect(verdict).toEqual(computeVerdict(framework, answers));
      }),
    );
  });

  it('does not depend on the order of members', () => {
    forAll(
      fc.property(fc.array(fc.oneof(anyAnswers, fullAnswers), { minLength: 2, maxLength: 5 }), (members) => {
        const forward = team(...members);
        const backward = team(...members.toReversed());
        expect(JSON.stringify(backward.verdict)).toBe(JSON.stringify(forward.verdict));
        expect(backward.decisive).toEqual(forward.decisive);
        expect(disagreementMatters(backward)).toBe(disagreementMatters(forward));
      }),
      { numRuns: 300 },
    );
  });

  it('names as decisive only contested questions', () => {
    forAll(
      fc.property(fc.array(fullAnswers, { minLength: 2, maxLength: 4 }), (members) => {
        const { verdict, decisive } = team(...members);
        for (const question of decisive) expect(verdict.contested).toContain(question);
      }),
    );
  });

  it('says whose own answers lead elsewhere', () => {
    const result = team(conducted, conducted, reacting);
    expect(result.members.map((member) => member.style)).toEqual(['orchestration', 'orchestration', 'choreography']);
    expect(result).toMatchObject({
      stylesDiffer: true,
      verdict: { style: 'orchestration', contested: ['2a', '3a', '5b', '5c'] },
    });
    expect(disagreementMatters(result)).toBe(true);
  });

  it('names the contested question whose settling would change the style', () => {
    const base = { '1a': 'sync_part', '2c': 'complex', '3a': 'few', '4a': 'stable', '5c': 'part' };
    const result = team(answersOf({ ...base, '2a': 'command' }), answersOf({ ...base, '2a': 'mixed' }));
    expect(result.verdict).toMatchObject({ style: 'orchestration', contested: ['2a'] });
    expect(result.decisive).toEqual(['2a']);
  });

  it('matters when differences that settle nothing alone add up in somebody’s own answers', () => {
    const base = { '1a': 'no', '3a': 'few', '5c': 'no' };
    const result = team(
      answersOf({ ...base, '2a': 'command', '2b': 'all' }),
      answersOf({ ...base, '2a': 'mixed', '2b': 'some' }),
    );
    expect(result).toMatchObject({ verdict: { style: 'open' }, stylesDiffer: true, decisive: [] });
    expect(disagreementMatters(result)).toBe(true);
  });

  it('matters when settling would lead elsewhere, though everybody’s own answers agree', () => {
    const base = { '1b': 'tolerable', '4a': 'some', '4b': 'reactors' };
    const result = team(
      answersOf({ ...base, '5a': 'one', '5b': 'several' }),
      answersOf({ ...base, '5a': 'each', '5b': 'one' }),
    );
    expect(result).toMatchObject({
      verdict: { style: 'choreography' },
      stylesDiffer: false,
      decisive: ['5a', '5b'],
    });
    expect(disagreementMatters(result)).toBe(true);
  });

  it('lets a difference pass quietly that changes nothing', () => {
    const result = team(
      answersOf({ ...conducted.choices, '1c': 'hot' }),
      answersOf({ ...conducted.choices, '1c': 'low' }),
    );
    expect(result.verdict.contested).toEqual(['1c']);
    expect(disagreementMatters(result)).toBe(false);
  });

  it('is held from high confidence by a contested question that flips', () => {
    const sure = {
      '1a': 'no',
      '1b': 'detect',
      '2a': 'mixed',
      '2b': 'some',
      '3a': 'few',
      '3b': 'wide',
      '4a': 'stable',
      '5a': 'one',
    };
    const agreed = team(answersOf({ ...sure, '5c': 'part' }), answersOf({ ...sure, '5c': 'part' }));
    expect(agreed.verdict).toMatchObject({ style: 'hybrid', confidence: 'high', flipQuestions: ['5c'] });
    const disputed = team(...['part', 'part', 'no'].map((choice) => answersOf({ ...sure, '5c': choice })));
    expect(disputed.verdict).toMatchObject({ style: 'hybrid', confidence: 'medium', contested: ['5c'] });
  });
});
