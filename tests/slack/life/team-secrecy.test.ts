// What people chose in private is seen nowhere before it is revealed: two teams that differ only in that look the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionFacts } from '../../../src/application/advice/decision-facts.ts';
import { cardKeys } from '../../../src/domain/decision/card-keys.ts';
import { summarise } from '../../../src/domain/decision/summary.ts';
import { optionIds, pillarQuestionIds, unknownOption } from '../../../src/domain/framework.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { stateWords } from '../../../src/slack/lists/decision-line.ts';
import { statusText } from '../../../src/slack/sentences.ts';
import { addNoteView } from '../../../src/slack/views/add-note.ts';
import { changeAnswerView } from '../../../src/slack/views/change-answer.ts';
import { myAnswersView } from '../../../src/slack/views/my-answers.ts';
import { forAll } from '../../support/for-all.ts';
import { ana, ben, cardInput, framework, type Played, play, type Step } from '../cards/played-decision.ts';

const invited = { title: 'Order fulfilment', invited: [ana, ben] };
const questions = pillarQuestionIds[1];

/** Everything somebody other than Ana can look at. */
function seenByOthers(played: Played) {
  const { decision, words } = played;
  const summary = summarise(decision);
  return {
    cards: cardKeys.map((card) => renderCard(cardInput(card, played))),
    change: [...questions].map((question) => changeAnswerView({ decision, framework, words, question })),
    notes: addNoteView({ decision, framework, words, pillar: 1, person: ben }),
    answersOfBen: myAnswersView({ decision, framework, words, pillar: 1, person: ben }),
    summary,
    status: statusText([{ title: 'Order fulfilment', state: stateWords(summary, 0), owner: summary.owner, url: null }]),
    facts: decisionFacts({ decision, framework, words, version: 1 }),
  };
}

const chosen = fc.tuple(...questions.map((question) => fc.constantFrom<string>(...optionIds[question], unknownOption)));
const answersOf = (options: readonly string[], by: string): readonly Step[] =>
  questions.map((question, index) => ({ answer: question, option: options[index] ?? unknownOption, by }));

test('nothing but their own modal depends on what a person chose, until it is revealed', () => {
  forAll(
    fc.property(chosen, chosen, (one, other) => {
      const before = play([{ team: null }, ...answersOf(one, ana)], invited);
      const same = play([{ team: null }, ...answersOf(other, ana)], invited);
      expect(seenByOthers(before)).toEqual(seenByOthers(same));
    }),
  );
});

test('their own modal shows a person what they chose', () => {
  const { decision, words } = play([{ team: null }, ...answersOf(['no', 'never', 'low'], ana)], invited);
  const mine = JSON.stringify(myAnswersView({ decision, framework, words, pillar: 1, person: ana }));
  const initial = [...mine.matchAll(/"initial_option":\{[^}]*\}[^}]*"value":"(\w+)"/g)].map(([, value]) => value);
  expect(initial).toEqual(['no', 'never', 'low']);
});

test('after the reveal the card names who chose what', () => {
  const steps = [
    { team: null },
    ...answersOf(['no', 'never', 'low'], ana),
    ...answersOf(['no', 'tolerable', 'low'], ben),
  ];
  const card = renderCard(cardInput('pillar-1', play(steps, invited)));
  expect(card?.text).toContain(`That is an incident: <@${ana}> · Nobody minds: <@${ben}>`);
});
