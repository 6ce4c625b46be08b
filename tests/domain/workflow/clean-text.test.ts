// Text that a person typed, made fit to be stored and drawn.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, clip, graphemes, MOST_UNITS } from '../../../src/domain/workflow/clean-text.ts';
import { forAll } from '../../support/for-all.ts';

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

/** Few characters for a reader, very many for a machine: letters with marks upon marks, some of two code units. */
const overloaded = fc
  .array(
    fc
      .tuple(fc.constantFrom('a', '\u{1f3f4}', ' b'), fc.constantFrom('\u0301', '\u{e0061}'), fc.nat({ max: 200 }))
      .map(([letter, mark, times]) => letter + mark.repeat(times)),
    { maxLength: 6 },
  )
  .map((letters) => letters.join(''));

test('text overloaded with marks is cut to what can be stored, and stays as it is', () => {
  forAll(
    fc.property(overloaded, fc.integer({ min: 1, max: 20 }), (text, max) => {
      const clean = cleanText(text, max);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean.length).toBeLessThanOrEqual(max * MOST_UNITS);
      expect(graphemes(clean).length).toBeLessThanOrEqual(max);
      expect(cleanText(clean, max)).toBe(clean);
    }),
  );
});

test('a cut never splits what a reader sees as one character', () => {
  expect(clip('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…');
  expect(clip('e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301e\u0301');
});
