// Reading claims while they arrive: whole objects, in order, whatever the pieces.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArrayReader } from '../../src/advisor/array-reader.ts';
import { forAll } from '../support/for-all.ts';

const element = fc.record({
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"claims":[{', '}]}', '\\"{[', '{{x}}')),
  citations: fc.array(fc.record({ passage: fc.string(), quote: fc.string({ unit: 'binary' }) }), { maxLength: 3 }),
  more: fc.jsonValue(),
});
const answer = fc.record({ note: fc.jsonValue(), claims: fc.array(element, { maxLength: 5 }), end: fc.jsonValue() });

/** Cuts a text at the given places, which may fall anywhere: inside escapes, inside surrogate pairs. */
function cut(text: string, places: readonly number[]): readonly string[] {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((one, other) => one - other);
  return [...sorted, text.length].map((end, index) => text.slice(sorted[index - 1] ?? 0, end));
}

describe('reading an array while it arrives', () => {
  test('gives every object once and in order, however the text is cut', () => {
    forAll(
      fc.property(answer, fc.array(fc.nat(), { maxLength: 40 }), fc.constantFrom(0, 2), (value, places, indent) => {
        const text = JSON.stringify(value, null, indent);
        const reader = createArrayReader('claims');
        const read = cut(text, places).flatMap((piece) => reader.push(piece));
        expect(read).toEqual(JSON.parse(text).claims);
        expect(reader.state).toBe('complete');
      }),
    );
  });

  test('gives an object with the piece that completes it, not later', () => {
    const reader = createArrayReader('claims');
    expect(reader.push('{"claims":[{"text":"one"')).toEqual([]);
    expect(reader.push('}')).toEqual([{ text: 'one' }]);
    expect(reader.push(',{"text":"two"}]')).toEqual([{ text: 'two' }]);
    expect(reader.state).toBe('reading');
    expect(reader.push('}')).toEqual([]);
    expect(reader.state).toBe('complete');
  });

  test('never invents anything: of a beginning it gives a beginning', () => {
    forAll(
      fc.property(answer, fc.nat(), (value, place) => {
        const text = JSON.stringify(value);
        const reader = createArrayReader('claims');
        const read = reader.push(text.slice(0, place % text.length));
        const whole: unknown[] = JSON.parse(text).claims;
        expect(read).toEqual(whole.slice(0, read.length));
        expect(reader.state).toBe('reading');
      }),
    );
  });

  test('survives any text', () => {
    forAll(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('{', '}', '[', ']', '"', '\\', '"claims":'))),
        (pieces) => {
          const reader = createArrayReader('claims');
          for (const piece of pieces) reader.push(piece);
          expect(['reading', 'complete', 'malformed']).toContain(reader.state);
        },
      ),
    );
  });

  test.each([
    ['an object without the array', '{"answer":"yes"}'],
    ['the array under another key only', '{"answer":[{"text":"x"}]}'],
    ['an array outermost', '[{"text":"x"}]'],
    ['brackets that do not fit', '{"claims":[{"text":"x"]}'],
    ['an element that is no JSON', '{"claims":[{text:"x"}]}'],
  ])('calls %s malformed', (_, text) => {
    const reader = createArrayReader('claims');
    expect(reader.push(text)).toEqual([]);
    expect(reader.state).toBe('malformed');
  });

  test('skips a fence around the JSON', () => {
    const reader = createArrayReader('claims');
    expect(reader.push('```json\n{"claims":[{"text":"x"}]}\n```')).toEqual([{ text: 'x' }]);
    expect(reader.state).toBe('complete');
  });

  test('gives up on an object that does not end', () => {
    const reader = createArrayReader('claims', 100);
    expect(reader.push(`{"claims":[{"text":"${'x'.repeat(200)}"}]}`)).toEqual([]);
    expect(reader.state).toBe('malformed');
  });
});
