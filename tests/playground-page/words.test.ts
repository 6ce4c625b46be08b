// The page's small pure parts: markup, emoji, times, the address, suggestions, starting values.
import { describe, expect, it } from 'vitest';
import { withEmoji } from '../../playground/page/emoji.ts';
import { valuesFor } from '../../playground/page/kit/initial-values.ts';
import { missingAnswers } from '../../playground/page/kit/missing-answers.ts';
import { plainWords, safeMarkup, withSafeMarkup } from '../../playground/page/kit/slack-markup.ts';
import { formatRoute, parsePermalink, parseRoute } from '../../playground/page/route.ts';
import { suggestionsFor } from '../../playground/page/suggestions.ts';
import { agoWords, dayWords, slackDate } from '../../playground/page/time-words.ts';
import { fixtureState } from './fixture-state.ts';

const joiner = '\u2060';
const now = Date.UTC(2026, 10, 23, 22, 30);
const seconds = (moment: number) => String(moment / 1000);

describe('Slack markup for the renderer', () => {
  it('never lets typed signs become a mention or a link', () => {
    expect(safeMarkup('&lt;@U1&gt; &amp;lt;')).toBe(`<${joiner}@U1> &${joiner}lt;`);
  });

  it('keeps lines that only Markdown would interpret', () => {
    expect(safeMarkup('# a\n---\n[1]: b\n> quote\n1. one')).toBe(
      `${joiner}# a\n${joiner}---\n${joiner}[1]: b\n> quote\n1. one`,
    );
  });

  it('touches text objects of type mrkdwn only', () => {
    const block = {
      type: 'section',
      text: { type: 'mrkdwn', text: '&amp;' },
      note: { type: 'plain_text', text: '&amp;' },
    };
    expect(withSafeMarkup(block)).toEqual({
      type: 'section',
      text: { type: 'mrkdwn', text: `&${joiner}` },
      note: { type: 'plain_text', text: '&amp;' },
    });
  });

  it('reads aloud as words', () => {
    expect(plainWords('see <https://a.invalid|the page> &amp; &lt;b&gt;')).toBe('see the page & <b>');
  });
});

describe('emoji in labels', () => {
  it('replaces the ones it knows and leaves the rest', () => {
    expect(withEmoji(':white_check_mark: at 10:30:15 :no_such_thing:')).toBe('✅ at 10:30:15 :no_such_thing:');
  });
});

describe('times', () => {
  it('names the day in the zone of the person looking', () => {
    const ts = seconds(Date.UTC(2026, 10, 22, 23, 30));
    expect(dayWords({ ts, now, tz: 'UTC' })).toBe('Yesterday');
    expect(dayWords({ ts, now, tz: 'Europe/Berlin' })).toBe('Today');
  });

  it.each([
    [20_000, 'just now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [4 * 86_400_000, '4 days ago'],
  ])('says how long ago %i ms are', (before, words) => {
    expect(agoWords(seconds(now - before), now)).toBe(words);
  });

  it('fills in Slack dates', () => {
    const ts = seconds(Date.UTC(2026, 10, 30, 9, 0));
    const format = '{date_short_pretty} at {time} {unknown}';
    expect(slackDate({ ts, format, now, tz: 'Europe/Berlin' })).toBe('30 Nov 2026 at 10:00 {unknown}');
    expect(slackDate({ ts: seconds(now), format: '{date_pretty}', now, tz: 'UTC' })).toBe('today');
  });
});

describe('the address', () => {
  it('survives the way there and back', () => {
    const route = { user: 'U1', channel: 'C1', thread: '1763.000100', theme: 'dark' } as const;
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it('is found in a permalink, whoever serves it', () => {
    expect(parsePermalink('https://acme.slack.com/archives/C1/p1763000000000100?thread_ts=1762.5&cid=C1')).toEqual({
      channel: 'C1',
      thread: '1762.5',
      at: '1763000000.000100',
    });
    expect(parsePermalink('https://acme.slack.com/team/U1')).toBeUndefined();
  });

  it('ignores a theme that is none', () => {
    expect(parseRoute('#theme=pink').theme).toBeUndefined();
  });
});

describe('suggestions', () => {
  const state = fixtureState();
  const labels = (text: string) => suggestionsFor({ text, caret: text.length, state }).map(({ label }) => label);

  it('come for a slash at the very beginning only', () => {
    expect(labels('/')).toHaveLength(1);
    expect(labels('/x')).toEqual([]);
    expect(labels('a /d')).toEqual([]);
  });

  it('come for an at sign that begins a word, without oneself', () => {
    expect(labels('@')).toEqual(['@bruno', '@chen', '@Downbeat']);
    expect(labels('mail@b')).toEqual([]);
  });
});

describe('values of a view', () => {
  const input = (id: string, element: object, optional = false) => ({
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: id },
    optional,
    element,
  });
  const title = input('b', { type: 'plain_text_input', action_id: 'a', initial_value: 'first', min_length: 3 });

  it('begin with the app’s and keep a person’s', () => {
    expect(valuesFor([title], {})).toEqual({ b: { a: { type: 'plain_text_input', value: 'first' } } });
    const typed = { b: { a: { type: 'plain_text_input', value: 'mine' } }, gone: { x: { type: 'checkboxes' } } };
    expect(valuesFor([title], typed)).toEqual({ b: { a: { type: 'plain_text_input', value: 'mine' } } });
  });

  it.each([
    [null, 'Please complete this required field.'],
    ['  ', 'Please complete this required field.'],
    ['ab', 'Please write at least 3 characters.'],
    ['abc', undefined],
  ])('are checked before they are sent: %j', (value, problem) => {
    const values = { b: { a: { type: 'plain_text_input', value } } };
    expect(missingAnswers([title], values).b).toBe(problem);
  });

  it('may be empty where the input is optional', () => {
    const day = input('d', { type: 'datepicker', action_id: 'a' }, true);
    expect(missingAnswers([day], valuesFor([day], {}))).toEqual({});
  });
});
