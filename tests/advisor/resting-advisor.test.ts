// A sick provider is left alone for a while, and nobody waits for it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withRest } from '../../src/advisor/resting-advisor.ts';
import { redact } from '../../src/application/advice/redact.ts';
import type { Advisor, AdvisorRequest, AdvisorResult } from '../../src/application/advisor.ts';

const request: AdvisorRequest = {
  purpose: 'answer',
  question: redact('why?'),
  passages: [],
  answers: [],
  verdict: null,
  conversation: [],
};
const down: AdvisorResult = { outcome: 'unavailable', reason: 'server-error' };
const well: AdvisorResult = { outcome: 'done', misshapen: 0 };
const resting: AdvisorResult = { outcome: 'unavailable', reason: 'resting' };
const hooks = { onClaim: () => {} };

/** An advisor whose answers are scripted, with a count of how often it was asked. */
function scripted(answer: () => Promise<AdvisorResult>) {
  let asked = 0;
  const advisor: Advisor = {
    version: 'test',
    explain() {
      asked += 1;
      return answer();
    },
    async propose() {
      asked += 1;
      const result = await answer();
      return result.outcome === 'done' ? { outcome: 'done', proposal: null } : result;
    },
    async writeSteps() {
      asked += 1;
      const result = await answer();
      return result.outcome === 'done' ? { outcome: 'done', lines: [] } : result;
    },
  };
  return { advisor, asked: () => asked };
}

describe('letting a provider rest', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('after three failures in a row it is not asked any more, until the rest is over and it is well', async () => {
    let current: AdvisorResult = down;
    const { advisor, asked } = scripted(async () => current);
    const careful = withRest(advisor, { restMs: 30_000 });
    for (let count = 0; count < 3; count += 1) expect(await careful.explain(request, hooks)).toEqual(down);
    expect(await careful.explain(request, hooks)).toEqual(resting);
    expect(await careful.propose({ words: redact('x'), choices: [] })).toEqual(resting);
    const nothing = redact('');
    expect(await careful.writeSteps({ title: nothing, description: nothing, written: nothing })).toEqual(resting);
    expect(asked()).toBe(3);
    current = well;
    vi.setSystemTime(1_029_000);
    expect(await careful.explain(request, hooks)).toEqual(resting);
    vi.setSystemTime(1_031_000);
    expect(await careful.explain(request, hooks)).toEqual(well);
    expect(await careful.explain(request, hooks)).toEqual(well);
    expect(asked()).toBe(5);
  });

  test('while one question tries it, nobody else waits', async () => {
    let current: AdvisorResult = down;
    let release = (): void => {};
    const { advisor } = scripted(async () => {
      if (current === well) await new Promise<void>((resolve) => (release = resolve));
      return current;
    });
    const careful = withRest(advisor, { failures: 1, restMs: 10 });
    await careful.explain(request, hooks);
    vi.setSystemTime(1_001_000);
    current = well;
    const trying = careful.explain(request, hooks);
    expect(await careful.explain(request, hooks)).toEqual(resting);
    release();
    expect(await trying).toEqual(well);
  });

  test.each([{ outcome: 'refused' }, { outcome: 'malformed' }] as const)(
    '%o is about one question and no sickness',
    async (result) => {
      const { advisor, asked } = scripted(async () => result);
      const careful = withRest(advisor);
      for (let count = 0; count < 6; count += 1) expect(await careful.explain(request, hooks)).toEqual(result);
      expect(asked()).toBe(6);
    },
  );

  test('one success forgets the failures before it', async () => {
    const answers = [down, down, well, down, down, well];
    const { advisor, asked } = scripted(async () => answers.shift() ?? well);
    const careful = withRest(advisor);
    for (let count = 0; count < 7; count += 1) await careful.explain(request, hooks);
    expect(asked()).toBe(7);
  });
});
