// Without a model the passages speak: their own sentences, the best first.
import { describe, expect, test } from 'vitest';
import { answerFromPassages, withoutYesAndNo } from '../../../src/application/advice/answer-from-passages.ts';
import { checkClaim } from '../../../src/application/advice/check-claim.ts';
import { bareText } from '../../../src/application/advice/plain-text.ts';
import { contextOf, realPassage } from './claims-fixture.ts';
import { library } from './parts.ts';

const questions = [
  'is compensation just a rollback?',
  'how long may a step function run',
  'who owns the orchestrator',
  'how do I notice events that never come',
  'is camunda 7 still supported',
  'what is a passive aggressive event and how do I fix it',
];

describe('answering from passages', () => {
  test.each(questions)('quotes whole sentences of few passages: %s', (text) => {
    const found = library.search({ text, context: null });
    const claims = answerFromPassages(found, text);
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.length).toBeLessThanOrEqual(4);
    expect(new Set(claims.map((claim) => claim.text)).size).toBe(claims.length);
    for (const { text: said, citations } of claims) {
      const [citation] = citations;
      const { sentences } = realPassage(citation?.passage ?? '');
      expect(sentences.map((sentence) => bareText(sentence))).toContain(said);
      expect(citation?.quote).toBe(said);
    }
    expect(claims[0]?.citations[0]?.passage).toBe(found[0]?.passage.id);
  });

  test('what it says would pass the check that a model’s claims go through', () => {
    for (const text of questions) {
      const claims = answerFromPassages(library.search({ text, context: null }), text);
      const context = contextOf({ question: text, team: [], verdict: null, part: null });
      for (const claim of claims) expect(checkClaim(claim, context)).toMatchObject({ ok: true });
    }
  });

  test('adds the sentence that says most of what was asked', () => {
    const passage = realPassage('t3-step-functions-limits');
    const claims = answerFromPassages([{ passage, score: 1 }], 'how many history events before a loop must be split?');
    expect(claims).toHaveLength(2);
    expect(claims[1]?.text).toMatch(/history events|Loops/);
  });

  test('leaves out passages that are much weaker than the best', () => {
    const [one, other] = [realPassage('c6-what-is-an-outbox'), realPassage('c7-what-is-idempotency')];
    const cited = (score: number) =>
      answerFromPassages(
        [
          { passage: one, score: 1 },
          { passage: other, score },
        ],
        'outbox',
      ).flatMap(({ citations }) => citations.map(({ passage }) => passage));
    expect(cited(0.9)).toContain(other.id);
    expect(cited(0.3)).not.toContain(other.id);
  });

  test('without a question it says neither yes nor no first', () => {
    const passage = realPassage('p3-compensation-is-not-rollback');
    const opening = (found: Parameters<typeof withoutYesAndNo>[0]) => answerFromPassages(found, 'undo')[0]?.text;
    expect(opening([{ passage, score: 1 }])).toMatch(/^No,/u);
    expect(opening(withoutYesAndNo([{ passage, score: 1 }]))).toMatch(/^(?!No,)\p{Lu}/u);
  });

  test('says nothing where nothing was found', () => {
    expect(answerFromPassages([], 'anything')).toEqual([]);
  });
});
