// Sentences say what happened, what was kept, and what to do next; and nothing typed into them comes alive.
import { describe, expect, it } from 'vitest';
import {
  accidentSentence,
  helpText,
  newNeedsTitleSentence,
  noTitleSentence,
  placeProblemSentence,
  staleCardSentence,
  statusText,
  storeFailureAtQuestionSentence,
  storeFailureAtStartSentence,
  storeFailureSentence,
  threadTakenSentence,
  unreadableSentence,
} from '../../src/slack/sentences.ts';

const problems = [
  'not-in-channel',
  'channel-not-found',
  'archived',
  'read-only',
  'thread-only',
  'not-threadable',
  'thread-locked',
  'messages-tab-off',
  'restricted',
  'message-limit',
] as const;

describe('a place that takes no message', () => {
  it.each(problems)('is explained with what was kept and what to do: %s', (problem) => {
    const sentence = placeProblemSentence(problem);
    expect(sentence).toMatch(/nothing was started|is kept/i);
    expect(sentence).toMatch(/\b(use|type|ask|open a thread|try again)\b/i);
  });

  it('has a sentence of its own each', () => {
    expect(new Set(problems.map(placeProblemSentence)).size).toBe(problems.length);
  });
});

describe('a store that fails', () => {
  it('is never called a success, nor a loss where nobody knows', () => {
    expect(storeFailureSentence('unreachable')).toMatch(/^That was not recorded.+try again/);
    expect(storeFailureSentence('refused')).toMatch(/^That was not recorded/);
    expect(storeFailureSentence('silent')).toMatch(/^That may not be recorded.+card shows what is.+again is safe/);
  });

  it('does not call starting again safe, since that would start a second decision', () => {
    expect(storeFailureAtStartSentence('silent')).not.toContain('safe');
    expect(storeFailureAtStartSentence('unreachable')).toContain('not started');
    expect(storeFailureAtStartSentence('refused')).toContain('not started');
  });

  it('at a question promises no answer, and says when to ask again', () => {
    for (const failure of ['unreachable', 'refused'] as const)
      expect(storeFailureAtQuestionSentence(failure)).toMatch(/not taken.*ask again/u);
    expect(storeFailureAtQuestionSentence('silent')).toMatch(/may be lost.*ask again/u);
  });
});

describe('pointers', () => {
  it('lead to the card or the decision that counts, and do without a link when there is none', () => {
    expect(staleCardSentence('https://a.example/p1')).toContain('<https://a.example/p1|');
    expect(staleCardSentence(null)).toContain('further down in this thread');
    expect(threadTakenSentence('https://a.example/p1')).toContain('<https://a.example/p1|a decision>');
    expect(threadTakenSentence(null)).toContain('already has a decision');
  });
});

describe('what somebody typed', () => {
  it('is quoted and does nothing', () => {
    expect(noTitleSentence('<!channel> ***')).toContain('“&lt;!channel&gt; ∗∗∗”');
  });

  it('is followed by what to do instead', () => {
    for (const sentence of [noTitleSentence('42'), newNeedsTitleSentence]) expect(sentence).toContain('`/decide ');
  });
});

describe('help', () => {
  it('names every way to start, and the one that works in threads', () => {
    for (const way of [
      '/decide Order',
      '`/decide`',
      '/decide status',
      '/decide new',
      '@Downbeat decide',
      'Decide this',
    ])
      expect(helpText).toContain(way);
  });
});

describe('accidents', () => {
  it('are admitted without technical words', () => {
    for (const sentence of [accidentSentence, unreadableSentence])
      expect(sentence).not.toMatch(/error|exception|undefined|null|stack/i);
  });
});

describe('status', () => {
  const entry = { title: 'T', state: '4 of 15 answered', owner: 'U0ANA', url: null };

  it('says what to do when there is none', () => {
    expect(statusText([])).toContain('Start one with `/decide`');
  });

  it('lists each decision with its state, owner and link', () => {
    const text = statusText([
      { ...entry, title: 'Orders & <co>', url: 'https://a.example/p1' },
      { ...entry, state: 'Accepted: a split', title: 'Mail' },
    ]);
    expect(text).toContain('<https://a.example/p1|Orders &amp; &lt;co&gt;>  4 of 15 answered · owner <@U0ANA>');
    expect(text).toContain('Mail  Accepted: a split · owner');
  });

  it('counts those beyond ten', () => {
    const entries = Array.from({ length: 13 }, () => entry);
    expect(statusText(entries)).toContain('and 3 older');
    expect(statusText(entries).split('\n')).toHaveLength(12);
  });
});
