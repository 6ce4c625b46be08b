// What stands after `/decide`: exact words are subcommands, everything else with a letter is a title.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAsked } from '../../src/slack/slash-text.ts';
import { forAll } from '../support/for-all.ts';

const subcommands = ['help', 'list', 'mine', 'status'] as const;
const wild = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...subcommands, 'new', 'search'),
  fc
    .tuple(fc.constantFrom(...subcommands, 'new', 'search', 'NEW', 'Search'), fc.string({ unit: 'grapheme' }))
    .map(([word, rest]) => `${word} ${rest}`),
);
const typed = (text: string) => text.trim().replaceAll(/\s+/gu, ' ');

describe('whatever is typed', () => {
  test('is a subcommand only as that exact word, alone', () => {
    forAll(
      fc.property(wild, (text) => {
        const asked = readAsked(text);
        const word = subcommands.find((one) => one === typed(text).toLowerCase());
        if (word === undefined) expect(subcommands).not.toContain(asked.kind);
        else expect(asked).toEqual({ kind: word });
      }),
    );
  });

  test('with a letter in it is never lost: it is a title, a search, or a word of ours', () => {
    forAll(
      fc.property(wild, (text) => {
        const asked = readAsked(text);
        if (asked.kind !== 'no-title') return;
        expect(typed(text).replace(/^new /i, '')).not.toMatch(/\p{L}/u);
      }),
    );
  });

  test('is kept as typed when it is a title, but for blanks', () => {
    forAll(
      fc.property(wild, (text) => {
        const asked = readAsked(text);
        if (asked.kind !== 'title') return;
        expect([typed(text), typed(text).slice('new '.length)]).toContain(asked.title);
        expect(asked.title).toMatch(/\p{L}/u);
      }),
    );
  });

  test('after "new" is a title, whatever it is', () => {
    forAll(
      fc.property(wild, (text) => {
        const rest = typed(text);
        if (!/\p{L}/u.test(rest)) return;
        expect(readAsked(`new ${rest}`)).toEqual({ kind: 'title', title: rest });
      }),
    );
  });
});

it.each([
  ['', { kind: 'form' }],
  ['  \t ', { kind: 'form' }],
  ['HELP', { kind: 'help' }],
  [' Status ', { kind: 'status' }],
  ['help desk routing', { kind: 'title', title: 'help desk routing' }],
  ['list prices', { kind: 'title', title: 'list prices' }],
  ['status page', { kind: 'title', title: 'status page' }],
  ['helpdesk', { kind: 'title', title: 'helpdesk' }],
  ['new', { kind: 'title-missing' }],
  ['new help', { kind: 'title', title: 'help' }],
  ['New search', { kind: 'title', title: 'search' }],
  ['new new', { kind: 'title', title: 'new' }],
  ['newsletter', { kind: 'title', title: 'newsletter' }],
  ['new 42', { kind: 'no-title', typed: 'new 42' }],
  ['search', { kind: 'title', title: 'search' }],
  ['search refund', { kind: 'search', words: 'refund' }],
  ['Search  two   words', { kind: 'search', words: 'two words' }],
  ['search 42', { kind: 'title', title: 'search 42' }],
  ['searching', { kind: 'title', title: 'searching' }],
  ['42', { kind: 'no-title', typed: '42' }],
  ['???', { kind: 'no-title', typed: '???' }],
  ['🙂', { kind: 'no-title', typed: '🙂' }],
  ['注文', { kind: 'title', title: '注文' }],
  ['заказ 7', { kind: 'title', title: 'заказ 7' }],
] as const)('“%s” is read as %j', (text, asked) => {
  expect(readAsked(text)).toEqual(asked);
});
