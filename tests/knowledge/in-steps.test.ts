// Long work in steps: others get their turn, whoever is in a hurry gets the result at once, and nothing is done twice.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finish, inSteps, type Steps } from '../../src/knowledge/in-steps.ts';

/** Counts to three, and writes down when. */
function* counting(taken: number[]): Steps<string> {
  for (const step of [1, 2, 3]) {
    taken.push(step);
    yield;
  }
  return 'counted';
}

describe('Work in steps', () => {
  it('is done at once for somebody who wants the result', () => {
    const taken: number[] = [];
    const work = inSteps(counting(taken));
    expect(taken).toEqual([]);
    expect(work.result()).toBe('counted');
    expect(work.result()).toBe('counted');
    expect(taken).toEqual([1, 2, 3]);
  });

  it('gives others their turn in the background', async () => {
    const taken: number[] = [];
    const work = inSteps(counting(taken));
    const preparing = work.prepare();
    const seen: number[] = [];
    while (taken.length < 3) {
      await nextTurn();
      seen.push(taken.length);
    }
    expect(seen).toEqual([1, 2, 3]);
    await preparing;
    expect(work.result()).toBe('counted');
  });

  it('is finished at once when somebody in a hurry comes in the middle of it', async () => {
    const taken: number[] = [];
    const work = inSteps(counting(taken));
    const preparing = work.prepare();
    await nextTurn();
    expect(taken).toEqual([1]);
    expect(work.result()).toBe('counted');
    await preparing;
    await work.prepare();
    expect(taken).toEqual([1, 2, 3]);
  });

  it('tells whoever had it done what went wrong', async () => {
    const broken = function* (): Steps<never> {
      yield;
      throw new Error('broken');
    };
    expect(() => finish(broken())).toThrow('broken');
    await expect(inSteps(broken()).prepare()).rejects.toThrow('broken');
  });
});
