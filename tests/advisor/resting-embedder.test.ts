// A sick embeddings endpoint is left alone for a while, and no question waits for it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withEmbedderRest } from '../../src/advisor/resting-embedder.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('after two failures in a row it is not asked any more, until the rest is over and it is well', async () => {
  let asked = 0;
  let isWell = false;
  const embedder = withEmbedderRest({
    async embed() {
      asked += 1;
      if (!isWell) throw new Error('down');
      return [[1]];
    },
  });
  for (let count = 0; count < 4; count += 1) await expect(embedder.embed(['a'])).rejects.toThrow();
  expect(asked).toBe(2);
  isWell = true;
  vi.setSystemTime(1_029_000);
  await expect(embedder.embed(['a'])).rejects.toThrow();
  vi.setSystemTime(1_031_000);
  expect(await embedder.embed(['a'])).toEqual([[1]]);
  expect(await embedder.embed(['a'])).toEqual([[1]]);
  expect(asked).toBe(4);
});

test('while one question tries it again, others are refused at once', async () => {
  let goOn = (): void => {};
  let answer = (): Promise<readonly (readonly number[])[]> => Promise.reject(new Error('down'));
  const embedder = withEmbedderRest({ embed: () => answer() });
  for (let count = 0; count < 2; count += 1) await expect(embedder.embed(['a'])).rejects.toThrow('down');
  vi.setSystemTime(1_031_000);
  answer = () => new Promise((resolve) => (goOn = () => resolve([[1]])));
  const trying = embedder.embed(['a']);
  await expect(embedder.embed(['b'])).rejects.toThrow('left alone');
  goOn();
  expect(await trying).toEqual([[1]]);
});
