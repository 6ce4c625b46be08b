// A question becomes an answer: always, in time, checked, each claim once.
import { describe, expect, test } from 'vitest';
import type { NumberedClaim, Source } from '../../../src/application/advice/answer.ts';
import { type AnswerParts, createAnswerQuestion } from '../../../src/application/advice/answer-question.ts';
import type { Asked } from '../../../src/application/advice/asked.ts';
import { bareText } from '../../../src/application/advice/plain-text.ts';
import type { Advisor, AdvisorRequest, AdvisorResult, RawClaim } from '../../../src/application/advisor.ts';
import { StoreUnreachableError } from '../../../src/application/decision-store.ts';
import { fixtureClaims, realPassage } from './claims-fixture.ts';
import { answerParts, ask, createLocalBudget, library, rememberingLog } from './parts.ts';

const rollback = realPassage('p3-compensation-is-not-rollback');
const good: RawClaim = {
  text: 'Compensation is not a rollback: it is a new business action that makes up for an earlier one.',
  citations: [
    { passage: rollback.id, quote: 'compensation is a new business action that makes up for an earlier one' },
  ],
};
const second: RawClaim = {
  text: 'The state afterwards may differ from the state before, as when a cancelled booking leaves a fee.',
  citations: [{ passage: rollback.id, quote: 'The state afterwards may differ from the state before' }],
};
const bad: RawClaim = { ...good, text: 'Compensation is a rollback that restores the earlier state.' };
const question = 'is compensation just a rollback?';

/** An advisor that says what it is told to, and remembers what it was asked. */
function saying(
  claims: readonly RawClaim[],
  result: AdvisorResult = { outcome: 'done', misshapen: 0 },
): Advisor & { readonly requests: readonly AdvisorRequest[] } {
  const requests: AdvisorRequest[] = [];
  return {
    version: 'test/1',
    requests,
    async explain(request, { onClaim }) {
      requests.push(request);
      for (const claim of claims) onClaim(claim);
      return result;
    },
    propose: async () => ({ outcome: 'done', proposal: null }),
    writeSteps: async () => ({ outcome: 'done', lines: [] }),
  };
}

async function run(advisor: Advisor | null, asked: Asked = ask(question), other: Partial<AnswerParts> = {}) {
  const shown: NumberedClaim[] = [];
  const sources: (readonly Source[])[] = [];
  const answerQuestion = createAnswerQuestion(answerParts(advisor, other));
  const answer = await answerQuestion(asked, (claim, cited) => {
    shown.push(claim);
    sources.push(cited);
  });
  return { answer, shown, sources };
}

describe('answering with a model', () => {
  test('shows the claims that stand, numbered, with their sources, and counts the others', async () => {
    const { answer, shown, sources } = await run(saying([good, bad, second]));
    expect(answer).toMatchObject({
      by: 'model',
      fallback: null,
      noAnswer: null,
      dropped: { polarity: 1 },
      nearest: [],
    });
    expect(shown).toEqual(answer.claims);
    expect(answer.claims.map(({ text }) => text)).toEqual([good.text, second.text]);
    expect(answer.claims.map((claim) => claim.sources)).toEqual([[1], [1]]);
    expect(answer.sources).toEqual([
      {
        number: 1,
        passage: rollback.id,
        title: rollback.title,
        links: rollback.sources.map(({ title, url }) => ({ title, url })),
        checked: rollback.checked,
        quotes: [good.citations[0]?.quote, second.citations[0]?.quote],
      },
    ]);
    expect(sources[0]?.[0]?.quotes).toHaveLength(1);
    expect(answer.versions).toEqual({ knowledge: library.version, advisor: 'test/1' });
  });

  test('says a claim once, however often the model does', async () => {
    const { answer, shown } = await run(saying([good, good, { ...good, text: `${good.text} ` }]));
    expect(shown).toHaveLength(1);
    expect(answer.dropped).toEqual({ repeated: 2 });
  });

  test('says six claims at most', async () => {
    const cited = [rollback, realPassage('p3-3-how-to-count-hops'), realPassage('c6-what-is-an-outbox')];
    const claims = cited.flatMap(({ id, sentences }) =>
      sentences.map((sentence) => ({ text: bareText(sentence), citations: [{ passage: id, quote: sentence }] })),
    );
    const find = () => cited.map((passage) => ({ passage, score: 1 }));
    const { shown, answer } = await run(saying(claims), ask(question), { find });
    expect(shown).toEqual(answer.claims);
    expect(shown).toHaveLength(6);
  });

  test('says honestly that it has nothing when no claim stands, with the nearest passages', async () => {
    const parts = answerParts(saying([bad]));
    const answer = await createAnswerQuestion(parts)(ask(question), () => expect.unreachable());
    expect(answer).toMatchObject({
      by: 'none',
      noAnswer: 'nothing-stood',
      claims: [],
      sources: [],
      dropped: { polarity: 1 },
    });
    expect(answer.nearest).toHaveLength(3);
    expect(answer.nearest[0]?.links[0]?.url).toMatch(/^https:/);
  });

  test.each<[string, AdvisorResult]>([
    ['refused', { outcome: 'refused' }],
    ['malformed', { outcome: 'malformed' }],
    ['timeout', { outcome: 'unavailable', reason: 'timeout' }],
    ['resting', { outcome: 'unavailable', reason: 'resting' }],
  ])('lets the passages speak when the model is %s', async (fallback, result) => {
    const { answer, shown } = await run(saying([bad], result));
    expect(answer).toMatchObject({ by: 'passages', fallback });
    expect(shown).toEqual(answer.claims);
    expect(shown.length).toBeGreaterThan(0);
  });

  test('keeps what was shown when the model breaks off, and adds nothing to it', async () => {
    const { answer, shown } = await run(saying([good], { outcome: 'unavailable', reason: 'cut-off' }));
    expect(shown.map(({ text }) => text)).toEqual([good.text]);
    expect(answer).toMatchObject({ by: 'model', fallback: 'cut-off' });
  });

  test('waits no longer than the deadline for a model that ignores it, and shows nothing afterwards', async () => {
    let late = (): void => {};
    const slow: Advisor = {
      ...saying([]),
      explain: (_, { onClaim }) => new Promise(() => (late = () => onClaim(good))),
    };
    const { answer, shown } = await run(slow, ask(question), { deadlineMs: 30 });
    expect(answer).toMatchObject({ by: 'passages', fallback: 'timeout' });
    const before = shown.length;
    late();
    expect(shown).toHaveLength(before);
  });

  test('asks the model no more than the budget allows; the passages answer for the rest', async () => {
    const advisor = saying([good]);
    const limits = { thread: { minute: 2, day: 9 }, person: { minute: 9, day: 9 }, workspace: { minute: 9, day: 9 } };
    const parts = answerParts(advisor, { budget: createLocalBudget(limits) });
    const answerQuestion = createAnswerQuestion(parts);
    const answers = [];
    for (const words of ['is compensation a rollback', 'why is compensation no rollback', 'compensation or rollback']) {
      answers.push(await answerQuestion(ask(words), () => {}));
    }
    expect(answers.map(({ by, fallback }) => [by, fallback])).toEqual([
      ['model', null],
      ['model', null],
      ['passages', 'budget'],
    ]);
    expect(advisor.requests).toHaveLength(2);
  });

  test('answers from the passages when the store of budgets is down', async () => {
    const log = rememberingLog();
    const budget = { take: () => Promise.reject(new StoreUnreachableError(new Error('down'))) };
    const { answer } = await run(saying([good]), ask(question), { budget, log });
    expect(answer).toMatchObject({ by: 'passages', fallback: 'budget' });
    expect(log.lines[0]).toContain('without the store');
  });

  test('the same question on the same decision is answered at once, until something changes', async () => {
    const advisor = saying([good]);
    const answerQuestion = createAnswerQuestion(answerParts(advisor));
    const decision = (version: number) => ({ id: 'd1', version, answers: [], verdict: null, roles: new Map() });
    const shown: string[] = [];
    const put = (words: string, other: Partial<Asked> = {}) =>
      answerQuestion(ask(words, { decision: decision(1), ...other }), ({ text }) => shown.push(text));
    const first = await put(question);
    expect(await put('Is compensation  just a ROLLBACK')).toEqual(first);
    expect(advisor.requests).toHaveLength(1);
    expect(shown).toEqual([good.text, good.text]);
    await put(question, { decision: decision(2) });
    await put(question, { decision: { ...decision(1), id: 'd2' } });
    await put(question, { decision: null });
    await put(question, { asker: { team: 'T2', person: 'U1', thread: 'C1:1.0' } });
    await put(question, { purpose: 'why' });
    expect(advisor.requests).toHaveLength(6);
  });

  test('no answer that was cut short is kept', async () => {
    const advisor = saying([good], { outcome: 'unavailable', reason: 'timeout' });
    const answerQuestion = createAnswerQuestion(answerParts(advisor));
    await answerQuestion(ask(question), () => {});
    await answerQuestion(ask(question), () => {});
    expect(advisor.requests).toHaveLength(2);
  });

  test('a follow-up is understood from what Downbeat said, and the model is told what was said', async () => {
    const advisor = saying([]);
    const conversation = [
      {
        id: '1',
        from: 'person',
        person: 'U0ANN12345',
        text: 'what is a passive aggressive event? ask ann@example.org',
      },
      { id: '2', from: 'downbeat', person: null, text: 'A passive-aggressive event is a disguised command.' },
    ] as const;
    await run(advisor, ask('and how would I spot more of those?', { conversation }));
    const [request] = advisor.requests;
    expect(request?.passages.map(({ id }) => id)).toContain('c3-how-to-recognise-disguised-commands');
    expect(request?.conversation).toEqual([
      { from: 'person', words: 'what is a passive aggressive event? ask [mail address]' },
      { from: 'downbeat', words: conversation[1].text },
    ]);
  });

  test('whatever claims a model makes, only those that stand are shown', async () => {
    for (const claim of fixtureClaims.filter(({ kind }) => kind === 'hostile')) {
      const cited = claim.citations.flatMap(({ passage }) => library.passage(passage) ?? []);
      const find = () => cited.map((passage) => ({ passage, score: 1 }));
      const { shown } = await run(saying([claim]), ask(claim.question, { purpose: 'why' }), { find });
      if (!['fx01', 'gx02', 'gx10'].includes(claim.id)) expect(shown.map(({ text }) => text)).not.toContain(claim.text);
    }
  });
});

describe('answering without a model', () => {
  test('quotes the best passages, linked', async () => {
    const { answer, shown } = await run(null);
    expect(answer).toMatchObject({ by: 'passages', fallback: 'not-configured', noAnswer: null });
    expect(shown).toEqual(answer.claims);
    const [source] = answer.sources;
    expect(source?.passage).toBe(rollback.id);
    expect(answer.claims[0]?.text).toBe(bareText(rollback.sentences[0] ?? ''));
    for (const { quotes, passage } of answer.sources) {
      const body = bareText(
        realPassage(passage)
          .sentences.map((sentence) => bareText(sentence))
          .join(' '),
      );
      for (const quote of quotes) expect(body).toContain(quote);
    }
  });

  test('says that it has no answer, and asks no model', async () => {
    const advisor = saying([good]);
    const answerQuestion = createAnswerQuestion(answerParts(advisor));
    const answer = await answerQuestion(ask('what is the weather in Berlin tomorrow?'), () => expect.unreachable());
    expect(answer).toMatchObject({ by: 'none', noAnswer: 'other-subject', claims: [] });
    expect(advisor.requests).toHaveLength(0);
  });

  test('an explanation Downbeat itself asks for is never off topic', async () => {
    const { answer } = await run(null, ask('why do we ask about the weather of compensation', { purpose: 'why' }));
    expect(answer.by).toBe('passages');
  });

  test('nothing found is no answer', async () => {
    const { answer } = await run(null, ask('zzz qqq'));
    expect(answer).toMatchObject({ by: 'none', noAnswer: 'nothing-found', nearest: [] });
  });

  test('writes no words of people into the log', async () => {
    const log = rememberingLog();
    await run(saying([good]), ask('is compensation for Hildegard just a rollback?'), { log });
    expect(log.lines.join('\n')).not.toMatch(/Hildegard|rollback/);
  });
});
