// What the button under a proposed answer carries: it always fits, and comes back as it went.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../src/slack/limits.ts';
import { decodeProposal, encodeProposal } from '../../src/slack/proposal-value.ts';

const proposal = { decision: 'd'.repeat(26), question: '1b', option: 'tolerable' } as const;

test('any words fit a button and leave the answer as it was', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3_000 }),
    fc.string({ unit: 'grapheme', maxLength: 900 }),
  );
  fc.assert(
    fc.property(words, (said) => {
      const text = encodeProposal({ ...proposal, words: said });
      expect(text.length).toBeLessThanOrEqual(limits.buttonValue);
      expect(decodeProposal(text)).toMatchObject(proposal);
    }),
  );
});

test.each([
  { kind: 'control characters', words: '\u0001'.repeat(700) },
  { kind: 'quotation marks', words: '"'.repeat(700) },
  { kind: 'line breaks', words: 'a\n'.repeat(700) },
])('$kind, which JSON writes longer, fit as well', ({ words }) => {
  expect(encodeProposal({ ...proposal, words }).length).toBeLessThanOrEqual(limits.buttonValue);
});

test('long words are cut between graphemes', () => {
  const family = '👨‍👩‍👧';
  const kept = decodeProposal(encodeProposal({ ...proposal, words: family.repeat(200) }))?.words ?? '';
  expect(kept.replaceAll(family, '')).toBe('…');
});

test('short words and no words come back as they are', () => {
  for (const words of ['The refund must happen\nwithin “24 hours”.', null])
    expect(decodeProposal(encodeProposal({ ...proposal, words }))).toEqual({ ...proposal, words });
});
