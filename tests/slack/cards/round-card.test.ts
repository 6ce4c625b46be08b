// What a later round says came of it.
import { expect, test } from 'vitest';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { unknownOption } from '../../../src/domain/framework.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { begun, ben, by, day, monday } from '../../domain/decision/house.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { askedAgain } from './lived-decision.ts';
import { ana, cardInput } from './played-decision.ts';

const { decision } = askedAgain;
const { questions } = decision;

/** The round with its questions answered: 3a now says that nothing is ever taken back. */
function answered(style: 'orchestration' | 'open'): StartedDecision {
  const standing = questions['3a']?.standing;
  if (decision.verdict === null || standing === undefined || standing === null) throw new Error('it was recommended');
  const none = { ...standing, option: 'none', round: 2 };
  return {
    ...decision,
    asksAgain: [],
    verdict: { ...decision.verdict, style },
    questions: { ...questions, '3a': { replaced: standing, notes: [], given: {}, standing: none } },
  };
}

const textOf = (state: StartedDecision) => renderCard(cardInput('round-2', { ...askedAgain, decision: state }))?.text;

test('a question that another answer switched off is not asked any more, which is not “not answered”', () => {
  expect(textOf(answered('orchestration'))).toMatch(/3b from “[^”]+” to not asked/);
});

test('who can accept is said only where there is something to accept', () => {
  expect(textOf(answered('orchestration'))).toContain(`<@${ana}> can accept it there.`);
  expect(textOf(answered('open'))).toContain('nothing to accept as long as no style is ahead');
});

test('a round that an answer opened which was still to be found out says so, and asks nothing', () => {
  const life = begun().answerAll({ ...orchestrated, '3a': unknownOption });
  const named = { question: '3a', person: ben, until: monday + day, zone: 'UTC' } as const;
  life.ask({ type: 'NameFinder', ...by(ana), at: monday, ...named });
  life.accept().answer('3a', 'none', ben);
  const text = textOf(life.now);
  expect(text).toContain('accepted without an answer that was still to be found out');
  expect(text).toMatch(new RegExp(`Was .+, now None, says <@${ben}>`));
  expect(text).not.toContain('asked again');
});
