// Random lives of a decision: any steps in any order, with words chosen to break a layout or to be taken for markup.
import fc from 'fast-check';
import {
  type AskedId,
  askedIds,
  optionIds,
  pillarNumbers,
  questionIds,
  unknownOption,
} from '../../../src/domain/framework.ts';
import { ana, type Beginning, ben, type Played, play, type Step } from './played-decision.ts';

const nasty = [
  '<!channel> <!here> <!everyone>',
  '<@U0EVIL> and <#C0EVIL|general>',
  '<https://evil.example|click me>',
  '<!subteam^S1>',
  'R&D &amp; &lt;b&gt;',
  '*bold* _italic_ ~gone~ `code` ```fence```',
  '> quoted\n> twice',
  'عربي ‮ reversed ‏ text',
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(200),
  'x'.repeat(10_000),
  '&'.repeat(3_000),
  '\u0000\u0007\u001b[31m',
  '   ',
  'a\ud800b',
  'z\u0300\u0301\u0302\u0303'.repeat(2_000),
  'https://wiki.example/a?b=1&c=2|x>y and more',
];

/** Words a person might write, the hostile ones included. */
export const hostileWords = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.tuple(fc.constantFrom(...nasty), fc.constantFrom(...nasty)).map((pair) => pair.join(' ')),
);

const person = fc.constantFrom(ana, ben);
const pillar = fc.constantFrom(...pillarNumbers);

const answer = fc.constantFrom(...askedIds).chain((question) =>
  fc.record({
    answer: fc.constant(question),
    option: fc.constantFrom(...optionIds[question], unknownOption),
    by: person,
  }),
);
const named = fc.record({
  answer: fc.constant<AskedId>('5c'),
  option: fc.constant('part'),
  part: hostileWords,
  by: person,
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: answer },
  { weight: 2, arbitrary: named },
  { weight: 3, arbitrary: fc.record({ skip: pillar, by: person }) },
  { weight: 2, arbitrary: fc.record({ unfold: pillar, by: person }) },
  { weight: 1, arbitrary: fc.record({ fold: pillar, by: person }) },
  { weight: 2, arbitrary: fc.record({ note: fc.constantFrom(...askedIds), says: hostileWords, by: person }) },
);

const beginning: fc.Arbitrary<Beginning> = fc.record({
  title: hostileWords,
  framing: hostileWords,
  invited: fc.array(fc.constantFrom(ana, ben, 'U0CARL', '<!channel>'), { maxLength: 20 }),
});

/** Answers and skips in the order they are asked, so that many decisions reach their recommendation. */
const walk = fc
  .tuple(
    fc.array(fc.nat(5), { minLength: questionIds.length, maxLength: questionIds.length }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    hostileWords,
  )
  .map(([picks, skips, part]): readonly Step[] =>
    pillarNumbers.flatMap((number): readonly Step[] => [
      ...questionIds
        .map((question, index) => ({ question, pick: picks[index] ?? 0 }))
        .filter(({ question }) => question.startsWith(`${number}`))
        .flatMap(({ question, pick }): readonly Step[] => {
          const option = optionIds[question][pick];
          if (option === undefined || skips[number - 1] === true) return [];
          return [{ answer: question, option, ...(option === 'part' ? { part } : {}) }];
        }),
      { skip: number },
    ]),
  );

/** A decision after such a life; about half of them have their recommendation. */
export const playedDecisions: fc.Arbitrary<Played> = fc
  .record({
    before: fc.array(step, { maxLength: 12 }),
    walk: fc.option(walk),
    after: fc.array(step, { maxLength: 12 }),
    beginning,
  })
  .map(({ before, walk: walked, after, beginning: begin }) => play([...before, ...(walked ?? []), ...after], begin));
