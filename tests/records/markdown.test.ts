// Words in Markdown: what would be markup is escaped, what would not reads as it was written.
import { describe, expect, it } from 'vitest';
import { paragraphs, plain } from '../../src/records/markdown.ts';

describe('plain words', () => {
  it.each([
    ['We can watch it: absence monitoring is there (v1.2, e.g. on-call + pager)!'],
    ['snake_case, C#, a > b, 3 - 2 = 1, R&D, “quoted”, 12. step'],
    ['Größe, 漢字, 😀'],
  ])('stay as they are: %s', (words) => {
    expect(plain(words)).toBe(words);
  });

  it.each([
    ['*bold* _italic_ ~gone~ `code`', String.raw`\*bold\* \_italic\_ \~gone\~ \`code\``],
    ['[text](https://evil.example) ![x](y)', String.raw`\[text\](<https://evil.example>) !\[x\](y)`],
    ['<b>&lt; &amp; {{run}} $x$', String.raw`&lt;b>&amp;lt; &amp;amp; \{\{run\}\} \$x\$`],
    ['a | b \\ c', String.raw`a \| b \\ c`],
    ['www.evil.example', String.raw`www\.evil.example`],
  ])('open no markup in the middle of a line: %s', (words, expected) => {
    expect(plain(words)).toBe(expected);
  });

  it.each([
    ['# title', String.raw`\# title`],
    ['- item', String.raw`\- item`],
    ['+ item', String.raw`\+ item`],
    ['> quote', String.raw`\> quote`],
    ['---', String.raw`\---`],
    ['===', String.raw`\===`],
    ['::: note', String.raw`\::: note`],
    ['1. first', String.raw`1\. first`],
    ['12) twelfth', String.raw`12\) twelfth`],
    ['closed ##', String.raw`closed \##`],
  ])('open no markup where a line begins or a heading ends: %s', (words, expected) => {
    expect(plain(words)).toBe(expected);
  });

  it.each([
    ['See https://wiki.example/a_b(c)?x=1&y=2#z.', 'See <https://wiki.example/a_b>(c)?x=1&y=2#z.'],
    ['https://wiki.example/a_b?x=1&y=2#z, then', '<https://wiki.example/a_b?x=1&y=2#z>, then'],
    ['javascript:alert(1) and ftp://x.example', 'javascript:alert(1) and ftp://x.example'],
    ['https://evil.example/<script>', '<https://evil.example/>&lt;script>'],
  ])('link an address that shows itself, and nothing else: %s', (words, expected) => {
    expect(plain(words)).toBe(expected);
  });

  it('are one line, without what steers a terminal or turns the direction of writing', () => {
    expect(plain(' a\n\n b\u2028c\u001b[31m\u202ed\t ')).toBe(String.raw`a b c \[31m d`);
  });
});

describe('paragraphs', () => {
  it('keep lines apart and drop empty ones', () => {
    expect(paragraphs('one\n\n \r\n- two\u2029three')).toBe('one\n\n\\- two\n\nthree');
    expect(paragraphs(' \n ')).toBe('');
  });
});
