// Text as Slack delivers it becomes the words a person meant, and no ping comes out of it.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { plainWords } from '../../src/slack/user-text.ts';
import { forAll } from '../support/for-all.ts';

it.each([
  ['Order &amp; payment', 'Order & payment'],
  ['a &lt; b &gt; c', 'a < b > c'],
  ['&amp;lt;', '&lt;'],
  ['<https://wiki.example/a|our page>', 'our page'],
  ['<https://wiki.example/a>', 'https://wiki.example/a'],
  ['<mailto:ana@shop.example|ana@shop.example>', 'ana@shop.example'],
  ['<#C1|general>', '#general'],
  ['<#C1>', '#C1'],
  ['<@U1>', '@U1'],
  ['<@U1|ana>', 'ana'],
  ['<!here> refund', 'here refund'],
  ['<!subteam^S1|@payments> refund', '@payments refund'],
  ['  two words  ', 'two words'],
  ['first\nsecond', 'first\nsecond'],
  ['A &copy; stays', 'A &copy; stays'],
])('“%s” means “%s”', (delivered, meant) => {
  expect(plainWords(delivered)).toBe(meant);
});

/** What Slack does to typed text (slack-platform.md §7.2). */
const asDelivered = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('whatever was typed without a reference comes back as it was', () => {
  forAll(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainWords(asDelivered(text))).toBe(text.trim());
    }),
  );
});
