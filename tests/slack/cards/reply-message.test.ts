// Replies that are no answers: what an argument would change, and words while there is no answer.
import { describe, expect, test } from 'vitest';
import { blocksTextLength } from '../../../playground/server/block-kit/walk.ts';
import type { Argument } from '../../../src/application/advice/argue-about.ts';
import { decodeActionValue } from '../../../src/slack/action-value.ts';
import { renderReply } from '../../../src/slack/cards/reply-message.ts';
import { limits } from '../../../src/slack/limits.ts';
import { framework } from './played-decision.ts';

function argue(flip: Argument['flip']) {
  const argument = { question: '1b', proposal: null, flip } as const;
  const body = { kind: 'argument', decisionId: 'd1', argument, standing: 'Never: nobody minds' } as const;
  return renderReply({ id: '1.1', body, done: true }, framework);
}

describe('an argument about the verdict', () => {
  test('is told which answer would change it, what is recorded now, and gets the button for it', () => {
    const { text, blocks } = argue({ to: 'never', style: 'orchestration' });
    expect(text).toContain('talking does not move it');
    expect(text).toContain('Never: nobody minds');
    expect(text).toMatch(/the verdict would be: orchestrat/iu);
    expect(JSON.stringify(blocks)).toContain('"action_id":"confirm.1b.never"');
  });

  test('that no single answer would carry gets a button to change that answer all the same', () => {
    const { text, blocks } = argue(null);
    expect(text).toContain('would not change the verdict');
    const [, value = ''] =
      /"action_id":"change-answer".*?"value":("(?:[^"\\]|\\.)*")/u.exec(JSON.stringify(blocks)) ?? [];
    expect(decodeActionValue(JSON.parse(value))).toMatchObject({ decision: 'd1', question: '1b' });
  });
});

function propose(standing: string | null) {
  const proposal = { question: '1b', option: 'never', words: 'by law within a day', by: 'cues' } as const;
  const body = { kind: 'proposal', decisionId: 'd1', proposal, standing } as const;
  return renderReply({ id: '1.1', body, done: true }, framework).text;
}

test('a proposed answer says what it would replace, or that it stands already', () => {
  expect(propose(null)).toContain('Nothing is recorded for it yet.');
  expect(propose('Nobody minds: it may go missing')).toContain('Recorded now: Nobody minds: it may go missing');
  expect(propose('That is an incident: it costs money')).toContain('That is the recorded answer already.');
});

const quoted = {
  by: 'passages',
  claims: [{ text: 'Undo needs an owner.', sources: [1] }],
  sources: [
    {
      ...{ number: 1, passage: 'p1', title: 'Who undoes?', checked: '2026-11-23' },
      links: [{ title: 'A page', url: 'https://a.example/p' }],
      quotes: ['Undo needs an owner.', 'Nobody else knows.'],
    },
  ],
  nearest: [],
  noAnswer: null,
  fallback: 'not-configured',
  versions: { knowledge: 'k', advisor: null },
} as const;

describe('an answer', () => {
  const { blocks } = renderReply({ id: '1.1', body: { kind: 'answer', answer: quoted }, done: true }, framework);
  const shown = JSON.stringify(blocks);

  test('quotes what it was made from, but no sentence twice', () => {
    expect(shown.match(/Undo needs an owner/gu)).toHaveLength(1);
    expect(shown).toContain('“Nobody else knows.”');
  });

  test('names each source with its number, its page and the day it was checked', () => {
    expect(shown).toContain('[1]\u00a0 Who undoes? After <https://a.example/p|A page>, checked <!date^');
    expect(shown).toContain('|2026-11-23>');
  });
});

test.each([
  ['working', 'The answer will appear here'],
  ['trouble', 'I will try again'],
  ['over', 'ask again'],
  ['stopped', 'I stopped'],
] as const)('words in an answer’s place say what comes next: %s', (stage, says) => {
  const { text, blocks } = renderReply({ id: '1.1', body: { kind: 'delay', stage }, done: false }, framework);
  expect(text).toContain(says);
  expect(JSON.stringify(blocks)).toContain(says);
});

describe('an answer with more than a message holds', () => {
  const sources = Array.from({ length: 12 }, (_, index) => ({
    number: index + 1,
    passage: `p${index}`,
    title: 'A & B '.repeat(40),
    links: [{ title: 'C & D '.repeat(40), url: `https://source.example/${'x'.repeat(150)}` }],
    checked: '2026-11-01',
    quotes: Array.from({ length: 20 }, (_, quote) => `quote ${quote} ${'word '.repeat(60)}`),
  }));
  const claims = Array.from({ length: 6 }, () => ({
    text: 'R&D & '.repeat(70),
    sources: sources.map(({ number }) => number),
  }));
  const versions = { knowledge: 'k', advisor: 'a' };
  const answer = { by: 'model', claims, sources, nearest: [], noAnswer: null, fallback: null, versions } as const;

  test.each([
    { kind: 'answer', body: { kind: 'answer', answer } },
    { kind: 'explanation', body: { kind: 'explanation', answer, question: '1b', person: 'U1' } },
  ] as const)('is cut to what Slack takes: an $kind', ({ body }) => {
    const { text, blocks } = renderReply({ id: '1.1', body, done: true }, framework);
    expect(text.length).toBeLessThanOrEqual(limits.messageText);
    expect(blocksTextLength(blocks.map((block) => ({ ...block })))).toBeLessThanOrEqual(limits.charactersPerMessage);
  });
});
