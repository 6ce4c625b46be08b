// Properties every verdict has, whatever the answers (scoring.md §10 and more).
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, noAnswers, sheetOf } from '../../../src/domain/answers.ts';
import { type Framework, optionIds, type QuestionId, questionIds } from '../../../src/domain/framework.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { judge } from '../../../src/domain/verdict/rules-1.ts';
import { verdictSchema } from '../../../src/domain/verdict/verdict-schema.ts';
import { weightsOf } from '../../../src/domain/verdict/weights.ts';
import { forAll } from '../../support/for-all.ts';
import { answersOf, anyAnswers, fewAnswers, framework, fullAnswers } from './arbitraries.ts';

const either = fc.oneof(anyAnswers, fullAnswers);
const withChoices = (answers: Answers, choices: Answers['choices']): Answers => ({ ...answers, choices });
const bytes = (answers: Answers, by: Framework = framework) => JSON.stringify(computeVerdict(by, answers));

describe('every verdict', () => {
  it('is the same for the same answers, byte for byte, in whatever order they were given', () => {
    forAll(
      fc.property(either, (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers.choices).reverse());
        expect(bytes(withChoices(answers, reversed))).toBe(bytes(answers));
      }),
    );
  });

  it('is unchanged by spelling out what is not known', () => {
    forAll(
      fc.property(either, (answers) => {
        const unknown = Object.fromEntries(questionIds.map((id) => [id, 'unknown']));
        expect(bytes(withChoices(answers, { ...unknown, ...answers.choices }))).toBe(bytes(answers));
      }),
    );
  });

  it('is open with low confidence when nothing is known', () => {
    const verdict = computeVerdict(framework, noAnswers);
    expect(verdict).toMatchObject({
      style: 'open',
      confidence: 'low',
      score: 0,
      answered: 0,
      asked: 15,
      tooLittle: true,
    });
    expect(verdict.next).not.toBeNull();
  });

  it.each([
    { question: '4a', option: 'stable', off: ['4b', '4c'] },
    { question: '3a', option: 'none', off: ['3b', '3c'] },
  ] as const)('ignores $off everywhere while $question is $option', ({ question, option, off }) => {
    const kept = fc.record({
      first: fc.constantFrom<string>(...optionIds[off[0]]),
      second: fc.constantFrom<string>(...optionIds[off[1]]),
    });
    forAll(
      fc.property(either, kept, (answers, { first, second }) => {
        const base = { ...answers.choices, [question]: option };
        const without = Object.fromEntries(Object.entries(base).filter(([id]) => id !== off[0] && id !== off[1]));
        const verdict = computeVerdict(framework, withChoices(answers, { ...base, [off[0]]: first, [off[1]]: second }));
        expect(JSON.stringify(verdict)).toBe(bytes(withChoices(answers, without)));
        for (const id of off) {
          expect(verdict.unanswered).not.toContain(id);
          expect(verdict.flipQuestions).not.toContain(id);
        }
        expect(verdict.asked).toBeLessThanOrEqual(13);
      }),
    );
  });

  it('keeps votes within two and the score within ten', () => {
    forAll(
      fc.property(either, (answers) => {
        const { votes, score, band } = computeVerdict(framework, answers);
        for (const vote of votes) expect(Math.abs(vote)).toBeLessThanOrEqual(2);
        expect(Math.abs(score)).toBeLessThanOrEqual(10);
        expect(band).toBe(Math.abs(score) >= 5 ? 'strong' : Math.abs(score) >= 2 ? 'leaning' : 'none');
      }),
    );
  });

  it('never scores lower before the cap when one weight is raised', () => {
    const weights = weightsOf(framework);
    const oneOption = fc
      .constantFrom(...questionIds)
      .chain((id) => fc.record({ id: fc.constant<QuestionId>(id), option: fc.constantFrom<string>(...optionIds[id]) }));
    forAll(
      fc.property(either, oneOption, fc.integer({ min: 1, max: 4 }), (answers, { id, option }, step) => {
        const sheet = sheetOf(answers);
        const raised = { ...weights, [id]: { ...weights[id], [option]: (weights[id][option] ?? 0) + step } };
        expect(judge(sheet, raised).scoreBeforeCap).toBeGreaterThanOrEqual(judge(sheet, weights).scoreBeforeCap);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts answered and unanswered questions to the questions asked', () => {
    forAll(
      fc.property(either, (answers) => {
        const { answered, asked, unanswered } = computeVerdict(framework, answers);
        expect(answered + unanswered.length).toBe(asked);
      }),
    );
  });

  it('has low confidence, no pattern and no named part while open', () => {
    forAll(
      fc.property(either, (answers) => {
        const verdict = computeVerdict(framework, answers);
        fc.pre(verdict.style === 'open');
        expect(verdict).toMatchObject({ confidence: 'low', pattern: null, part: null, mostly: null });
      }),
    );
  });

  it('names a part only for a hybrid, and only one somebody named', () => {
    forAll(
      fc.property(either, (answers) => {
        const { part, style } = computeVerdict(framework, answers);
        const named = style === 'hybrid' && answers.choices['5c'] === 'part' && (answers.part ?? '').trim() !== '';
        expect(part).toBe(named ? (answers.part ?? '').trim() : null);
      }),
    );
  });

  it('treats a part without a name as don’t know', () => {
    forAll(
      fc.property(either, fc.constantFrom(null, '', '  '), (answers, part) => {
        const choices = { ...answers.choices, '5c': 'part' };
        const open = { ...answers.choices, '5c': 'unknown' };
        expect(bytes({ choices, part })).toBe(bytes({ choices: open, part }));
      }),
    );
  });

  it('is never more confident for a contested question', () => {
    const rank = { low: 0, medium: 1, high: 2 };
    forAll(
      fc.property(either, fc.subarray([...questionIds]), (answers, contested) => {
        const calm = computeVerdict(framework, answers).confidence;
        const disputed = computeVerdict(framework, answers, contested).confidence;
        expect(rank[disputed]).toBeLessThanOrEqual(rank[calm]);
      }),
    );
  });

  it('gives reasons carried by answered questions that pull the way the pillar votes', () => {
    const weights = weightsOf(framework);
    forAll(
      fc.property(either, (answers) => {
        const sheet = sheetOf(answers);
        const { reasons, against } = computeVerdict(framework, answers);
        for (const { kind, vote, questions } of [...reasons, ...against]) {
          for (const id of questions) {
            const choice = sheet[id];
            expect(choice).not.toBeNull();
            if (kind === 'pillar') expect(Math.sign(weights[id][choice ?? ''] ?? 0)).toBe(Math.sign(vote));
          }
          if (kind === 'pillar') expect(questions.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('starts the reasons of a hybrid with the part, then those who only react', () => {
    forAll(
      fc.property(either, (answers) => {
        const { style, reasons } = computeVerdict(framework, answers);
        fc.pre(style === 'hybrid');
        expect(reasons.slice(0, 2).map((reason) => reason.kind)).toEqual(['part', 'bystanders']);
      }),
    );
  });

  it('can be recorded and read back unchanged', () => {
    forAll(
      fc.property(either, (answers) => {
        const verdict = computeVerdict(framework, answers);
        expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
      }),
    );
  });

  it('does not depend on the consistency answer but for the pattern', () => {
    forAll(
      fc.property(either, (answers) => {
        const of = (choice: string) =>
          computeVerdict(framework, withChoices(answers, { ...answers.choices, '6a': choice }));
        const { pattern: _yes, ...seen } = of('yes');
        const { pattern: _no, ...unseen } = of('no');
        expect(unseen).toEqual(seen);
      }),
    );
  });
});

describe('with too little answered', () => {
  it('there is no recommendation but a next question, from a pillar nothing is known about', () => {
    forAll(
      fc.property(fewAnswers, (answers) => {
        const verdict = computeVerdict(framework, answers);
        expect(verdict.tooLittle).toBe(true);
        expect(verdict).toMatchObject({ style: 'open', confidence: 'low', flips: [] });
        expect(verdict.silentPillars.map(String)).toContain(verdict.next?.charAt(0));
      }),
    );
  });

  it('a third answered pillar is enough', () => {
    const two = { '1a': 'sync_all', '2a': 'command' };
    expect(computeVerdict(framework, answersOf(two)).style).toBe('open');
    expect(computeVerdict(framework, answersOf({ ...two, '3a': 'few' })).style).toBe('orchestration');
  });
});
