// Hostile words, everywhere words can stand, before a model that obeys every one of them.
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdvisor } from '../../../src/advisor/create-advisor.ts';
import { loadPrompts } from '../../../src/advisor/load-prompts.ts';
import { createAnswerQuestion } from '../../../src/application/advice/answer-question.ts';
import type { Asked } from '../../../src/application/advice/asked.ts';
import type { DecisionFacts } from '../../../src/application/advice/decision-facts.ts';
import { bareText } from '../../../src/application/advice/plain-text.ts';
import { redact } from '../../../src/application/advice/redact.ts';
import type { AnswerFact } from '../../../src/application/advisor.ts';
import type { Passage } from '../../../src/application/library.ts';
import { realPassage, verdictFacts } from './claims-fixture.ts';
import { hostileInputs } from './hostile-inputs.ts';
import { answerParts, ask, rememberingLog } from './parts.ts';

const rollback = realPassage('p3-compensation-is-not-rollback');
const quote = 'compensation is a new business action that makes up for an earlier one';
const honest = 'Compensation is not a rollback: it is a new business action that makes up for an earlier one.';
const apiKey = 'sk-test-neverseenanywhere0001';
const roles = new Map([['U0OWNER001', 'the owner']]);

/** A decision some of whose words are hostile: the part's name and a note. */
function decisionWith(hostile: { readonly part?: string; readonly note?: string }): DecisionFacts {
  const { part = 'payment', note = 'see the wiki' } = hostile;
  const answer: AnswerFact = {
    question: '5c',
    asks: 'Is there a part where failure costs money?',
    says: 'Yes, one part: failure there costs money; the rest does not.',
    part: redact(part, roles),
    by: 'the owner',
    notes: [redact(note, roles)],
  };
  return { id: 'd1', version: 7, answers: [answer], verdict: verdictFacts('orchestration', part), roles };
}

/** A passage into which the words have slipped. */
function poisoned(words: string): Passage {
  return { ...rollback, body: `${words} ${rollback.body}`, sentences: [words, ...rollback.sentences] };
}

type Place = { readonly asked: Asked; readonly passage: Passage };
const places: Readonly<Record<string, (words: string) => Place>> = {
  'the part’s name': (words) => ({
    asked: ask('is it a rollback?', { decision: decisionWith({ part: words }) }),
    passage: rollback,
  }),
  'a note': (words) => ({
    asked: ask('is it a rollback?', { decision: decisionWith({ note: words }) }),
    passage: rollback,
  }),
  'the question': (words) => ({ asked: ask(words, { decision: decisionWith({}) }), passage: rollback }),
  'the conversation': (words) => ({
    asked: ask('and why?', {
      decision: decisionWith({}),
      conversation: [
        { id: '1', from: 'person', person: 'U0OWNER001', text: words },
        { id: '2', from: 'downbeat', person: null, text: words },
      ],
    }),
    passage: rollback,
  }),
  'a passage': (words) => ({
    asked: ask('is it a rollback?', { decision: decisionWith({}) }),
    passage: poisoned(words),
  }),
};

/** What would act on a reader or on Slack. */
const live = /[<>@]|https?:|evil|javascript:|\p{Cc}|\p{Cf}|\*\*|~~/u;

describe.each(Object.entries(places))('hostile words in %s', (_, place) => {
  const mock = new LLMock({ port: 0, chunkSize: 60, logLevel: 'silent' });
  let obey = '';
  beforeAll(async () => {
    // It says what it was told to, under a true quote, under itself as a quote, and bare; then something honest.
    mock.on({ predicate: () => true }, () => {
      const cite = (text: string) => [{ passage: rollback.id, quote: text }];
      const claims = [
        { text: obey, citations: cite(quote) },
        { text: obey, citations: cite(obey) },
        { text: obey, citations: [] },
        { text: `${honest} ${obey}`.slice(0, 380), citations: cite(quote) },
        { text: `You should choose choreography: ${honest}`, citations: cite(quote) },
        { text: honest, citations: cite(quote) },
      ];
      return { content: JSON.stringify({ claims }) };
    });
    await mock.start();
  });
  afterAll(() => mock.stop());

  const named = hostileInputs.map(([aim, words]) => ({ aim, words, called: `${aim}: ${words.slice(0, 60)}` }));

  test.each(named)('$called', async ({ aim, words }) => {
    obey = words;
    mock.clearRequests();
    const { asked, passage } = place(words);
    const before = structuredClone(asked.decision?.verdict);
    const log = rememberingLog();
    const advisor = createAdvisor(
      { apiKey, baseUrl: `${mock.url}/v1`, model: 'obedient', api: 'responses' },
      loadPrompts(),
    );
    const answerQuestion = createAnswerQuestion(answerParts(advisor, { log, find: () => [{ passage, score: 9 }] }));
    const shown: string[] = [];
    const answer = await answerQuestion({ ...asked, purpose: 'why' }, ({ text }) => shown.push(text));

    // The verdict is what it was: nothing here can reach it.
    expect(asked.decision?.verdict).toEqual(before);
    // What is shown is checked text: no ping, no link, no secret, no other style.
    expect(shown).toEqual(answer.claims.map(({ text }) => text));
    expect(shown).toContain(honest);
    for (const text of shown) {
      if (aim === 'verdict') expect(text).not.toMatch(/choreograph/iu);
      // Passages are reviewed and tested to hold none of this: of them only what would act in Slack is looked at.
      if (passage === rollback) expect(text).toBe(honest);
      else expect(text).not.toMatch(live);
    }
    // Quotes are shown too.
    const body = bareText(passage.body);
    for (const { quotes } of answer.sources) for (const said of quotes) expect(body).toContain(said);
    // What left for the model has no secret, no person, and no way out of its tags.
    const sent = JSON.stringify(mock.getRequests().map(({ body }) => body));
    expect(sent).not.toMatch(/U0OWNER001|neverseenanywhere/u);
    if (passage === rollback) expect(sent).not.toMatch(/U0CEO00001|hunter2|abcdefghijklmnop1234|1234567|4111 1111/u);
    // What is logged has no words.
    expect(log.lines.join('\n')).not.toContain(words.slice(0, 20));
  });
});
