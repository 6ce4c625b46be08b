// Text that a person typed, made fit to be stored and drawn.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, clip, graphemes } from '../../../src/domain/workflow/clean-text.ts';

test('clean text is one line without control characters, no longer than asked, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
      const clean = cleanText(text, max);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(graphemes(clean).length).toBeLessThanOrEqual(max);
      expect(cleanText(clean, max)).toBe(clean);
    }),
    { numRuns: 250 },
  );
});

test('a cut never splits what a reader sees as one character', () => {
  expect(clip('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…');
  expect(clip('e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301e\u0301');
});
