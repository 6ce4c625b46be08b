// Words from outside are shown as they are, and do nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipMarked,
  clipPlain,
  clipProse,
  link,
  manyLines,
  mention,
  noteWords,
  oneLine,
  words,
} from '../../src/slack/text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('&', '<', '>', '👩‍👩‍👧‍👦', 'e\u0301', '*', ' ', '\n', 'https://a.example/?x=1&y=2'), {
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);
const room = fc.integer({ min: 1, max: 120 });

describe('words for mrkdwn', () => {
  it('escape exactly the three signs Slack asks for', () => {
    expect(words('a < b && c > d "e"', 100)).toBe('a &lt; b &amp;&amp; c &gt; d "e"');
  });

  it('show what was already escaped as it was typed', () => {
    expect(words('&lt;b&gt;', 100)).toBe('&amp;lt;b&amp;gt;');
  });

  it.each([
    ['*bold*', '∗bold∗'],
    ['~gone~', '∼gone∼'],
    ['`code`', 'ˋcodeˋ'],
    ['_it_ and order_id', 'ˍitˍ and order_id'],
    ['> quote', '› quote'.replace('>', '&gt;')],
  ])('lose formatting without losing a sign: %s', (typed, shown) => {
    expect(words(typed, 100)).toBe(shown);
  });

  it('never exceed their room, never end inside an entity, and hold no live sign', () => {
    fc.assert(
      fc.property(anyText, room, (text, max) => {
        const safe = words(text, max);
        expect(safe.length).toBeLessThanOrEqual(max);
        expect(safe.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&*~`\n]/);
        expect(safe.isWellFormed()).toBe(true);
      }),
    );
  });

  it('are clipped between graphemes, with an ellipsis', () => {
    expect(words('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14)).toBe('👩‍👩‍👧‍👦…');
    expect(words('&&&&', 9)).toBe('&amp;…');
    expect(words('&&', 10)).toBe('&amp;&amp;');
  });
});

describe('cleaning', () => {
  it('drops control and direction characters and keeps what joins emoji and scripts', () => {
    expect(oneLine('a\u0000b\u202ec\u200fd\ud800e 👩‍🚒 می‌خواهم')).toBe('abcde 👩‍🚒 می‌خواهم');
  });

  it('makes one line of many, or keeps them with at most one blank line', () => {
    expect(oneLine(' a \n\n b\tc ')).toBe('a b c');
    expect(manyLines('a \r\n\r\n\r\n\r\n b')).toBe('a\n\nb');
  });

  it('does not let marks be stacked over the lines above', () => {
    expect(oneLine(`z${'\u0301'.repeat(500)}`).length).toBeLessThan(10);
  });

  it('done twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });
});

describe('clipping', () => {
  it('of plain text counts what Slack counts and cuts no letter', () => {
    fc.assert(
      fc.property(anyText, room, (text, max) => {
        const clipped = clipPlain(oneLine(text), max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });

  it('of prose cuts between words, and counts the same', () => {
    expect(clipProse('one message for many receivers, or much traffic', 38)).toBe(
      'one message for many receivers, or…',
    );
    expect(clipProse('one message for many receivers, or much traffic', 34)).toBe('one message for many receivers…');
    expect(clipProse('short', 5)).toBe('short');
    expect(clipProse('Donaudampfschifffahrt', 10)).toBe('Donaudamp…');
    fc.assert(
      fc.property(anyText, room, (text, max) => {
        expect(clipProse(oneLine(text), max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('of markup never cuts a link, a mention or an entity', () => {
    const marked = 'ask <@U0ANA> &amp; see <https://a.example/?b=1&amp;c=2|the page> today';
    for (let max = 1; max < marked.length; max += 1) {
      const clipped = clipMarked(marked, max);
      expect(clipped.length).toBeLessThanOrEqual(max);
      expect(clipped.replace(/<@U0ANA>|<https[^>]*\|the page>|&amp;/g, '')).not.toMatch(/[<>&]/);
    }
    expect(clipMarked(marked, marked.length)).toBe(marked);
  });
});

describe('mentions and links', () => {
  it('are built from ids only', () => {
    expect(mention('U0ANA')).toBe('<@U0ANA>');
    expect(mention('!channel')).toBe('!channel');
    expect(mention('U1><!here')).toBe('U1&gt;&lt;!here');
  });

  it('cannot be broken out of by their address, and need one of the web', () => {
    expect(link('https://a.example/x|y>z?a=1&b=2', 'label')).toBe('<https://a.example/x%7Cy%3Ez?a=1&amp;b=2|label>');
    expect(link('javascript:alert(1)', 'label')).toBe('label');
  });

  it('in a note are those that were typed, without the full stop after them', () => {
    expect(noteWords('see https://a.example/b_c?d=1&e=2, *now*', 200)).toBe(
      'see <https://a.example/b_c?d=1&amp;e=2>, ∗now∗',
    );
    expect(noteWords('<https://a.example|harmless>', 200)).toBe('&lt;<https://a.example>|harmless&gt;');
  });

  it('in a note are dropped whole when they do not fit', () => {
    expect(noteWords(`at https://a.example/${'x'.repeat(50)}`, 30)).toBe('at…');
  });

  it('keep every note within its room', () => {
    fc.assert(
      fc.property(anyText, room, (text, max) => {
        expect(noteWords(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
