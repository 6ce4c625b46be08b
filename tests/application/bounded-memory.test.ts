// What one process remembers: no more than it may, and what is used stays.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBoundedMemory } from '../../src/application/bounded-memory.ts';
import { forAll } from '../support/for-all.ts';

test('what was used longest ago is forgotten first, whether it was read or kept again', () => {
  const memory = createBoundedMemory<number>(2);
  memory.keep('a', 1);
  memory.keep('b', 2);
  memory.get('a');
  memory.keep('c', 3);
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, null, 3]);
  memory.keep('a', 4);
  memory.keep('d', 5);
  expect([memory.get('a'), memory.get('c'), memory.get('d')]).toEqual([4, null, 5]);
});

test('whatever is done to it, it holds the names used last and their newest values', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    does: fc.constantFrom('keep', 'get', 'drop'),
  });
  forAll(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, size) => {
      const memory = createBoundedMemory<number>(size);
      let known: readonly (readonly [string, number])[] = [];
      for (const [at, { name, does }] of steps.entries()) {
        const before = known.find(([other]) => other === name);
        const others = known.filter(([other]) => other !== name);
        if (does === 'get') expect(memory.get(name)).toBe(before?.[1] ?? null);
        if (does === 'keep') memory.keep(name, at);
        if (does === 'drop') memory.drop(name);
        if (does === 'keep') known = [...others, [name, at] as const].slice(-size);
        else known = does === 'get' && before !== undefined ? [...others, before] : does === 'drop' ? others : known;
      }
      for (const [name, value] of known) expect(memory.get(name)).toBe(value);
      for (const name of ['a', 'b', 'c', 'd', 'e'])
        if (!known.some(([other]) => other === name)) expect(memory.get(name)).toBeNull();
    }),
  );
});
