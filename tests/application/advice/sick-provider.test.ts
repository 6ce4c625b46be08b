// Whatever a provider does, people get checked text, each claim once, and in time.
import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAdvisor } from '../../../src/advisor/create-advisor.ts';
import { loadPrompts } from '../../../src/advisor/load-prompts.ts';
import { withRest } from '../../../src/advisor/resting-advisor.ts';
import { createAnswerQuestion } from '../../../src/application/advice/answer-question.ts';
import { realPassage } from './claims-fixture.ts';
import { answerParts, ask } from './parts.ts';

const rollback = realPassage('p3-compensation-is-not-rollback');
const cite = (quote: string) => [{ passage: rollback.id, quote }];
const newAction = 'compensation is a new business action that makes up for an earlier one';
const good = `Compensation is not a rollback: ${newAction.replace('compensation', 'it')}.`;
const claims = [
  { text: good, citations: cite(newAction) },
  { text: 'Compensation is a rollback.', citations: cite(newAction) },
  { text: good, citations: [{ passage: 'p9-invented', quote: newAction }] },
  { text: good, citations: cite(newAction.replace('new', 'old')) },
  { text: 'In 90 % of cases compensation makes up for an earlier action.', citations: cite(newAction) },
  { text: 'A cancelled booking may leave a fee.', citations: cite('as when a cancelled booking leaves a fee') },
  { text: good, citations: cite(newAction) },
];
const content = JSON.stringify({ claims });
const question = 'is compensation just a rollback?';
const mock = new LLMock({ port: 0, chunkSize: 25, logLevel: 'silent' });
const anything = { predicate: () => true };

beforeAll(() => mock.start());
afterEach(() => mock.reset());
afterAll(() => mock.stop());

function asking(deadlineMs = 5_000) {
  const settings = { apiKey: 'test', baseUrl: `${mock.url}/v1`, model: 'm', api: 'responses', deadlineMs } as const;
  const answerQuestion = createAnswerQuestion(answerParts(withRest(createAdvisor(settings, loadPrompts()))));
  return async (words = question) => {
    const shown: string[] = [];
    const answer = await answerQuestion(ask(words), ({ text }) => shown.push(text));
    expect(shown).toEqual(answer.claims.map(({ text }) => text));
    expect(new Set(shown).size).toBe(shown.length);
    return answer;
  };
}

describe('a provider', () => {
  test('that is well: what stands is shown, what does not is counted', async () => {
    mock.on(anything, { content });
    const answer = await asking()();
    expect(answer).toMatchObject({ by: 'model', fallback: null });
    expect(answer.claims.map(({ text }) => text)).toEqual([good, 'A cancelled booking may leave a fee.']);
    expect(answer.dropped).toEqual({ polarity: 1, 'unknown-passage': 1, 'altered-quote': 1, number: 1, repeated: 1 });
  });

  test.each([
    [429, 'rate-limited'],
    [500, 'server-error'],
    [401, 'rejected'],
  ])('that answers %i: the passages speak', async (status, fallback) => {
    mock.on(anything, { error: { message: 'no' }, status });
    expect(await asking()()).toMatchObject({ by: 'passages', fallback });
  });

  test('that is silent: the passages speak', async () => {
    mock.on(anything, { content }, { latency: 60_000 });
    expect(await asking(150)()).toMatchObject({ by: 'passages', fallback: 'timeout' });
  });

  test.each([
    ['prose', 'Compensation is a rollback. '.repeat(2_500)],
    ['broken JSON', content.slice(0, 30)],
  ])('that writes %s: the passages speak', async (_, text) => {
    mock.on(anything, { content: text }, { chunkSize: 5_000 });
    expect(await asking()()).toMatchObject({ by: 'passages', fallback: 'malformed' });
  });

  test('that hangs up anywhere: a beginning of the answer, or the passages', async () => {
    for (let chunks = 1; chunks <= content.length / 25; chunks += 4) {
      mock.reset();
      mock.on(anything, { content }, { truncateAfterChunks: chunks });
      const answer = await asking()();
      const texts = answer.claims.map(({ text }) => text);
      if (answer.by === 'model')
        expect([good, 'A cancelled booking may leave a fee.'].slice(0, texts.length)).toEqual(texts);
      else expect(answer.by).toBe('passages');
      expect(texts.length).toBeGreaterThan(0);
    }
  });

  test('that stays sick is not asked any more', async () => {
    mock.on(anything, { error: { message: 'no' }, status: 503 });
    const put = asking();
    for (const words of ['is it a rollback', 'why no rollback', 'compensation?']) await put(`compensation ${words}`);
    expect(await put()).toMatchObject({ by: 'passages', fallback: 'resting' });
    expect(mock.getRequests()).toHaveLength(3);
  });
});
