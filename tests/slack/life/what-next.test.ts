// What next: two candidate tools with a cited reason each, or a checklist; computed from the table, never guessed.
import { expect, test } from 'vitest';
import { unknownOption } from '../../../src/domain/framework.ts';
import { loadNextSteps } from '../../../src/knowledge/load-next-steps.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { limits } from '../../../src/slack/limits.ts';
import { checklistView, whatNextView } from '../../../src/slack/views/what-next.ts';
import { accepted } from '../cards/lived-decision.ts';
import { ana, ben, cardInput } from '../cards/played-decision.ts';

const nextSteps = loadNextSteps();
const at = Date.UTC(2026, 10, 25, 9);
const says = (shown: { readonly blocks: readonly unknown[] } | null) => JSON.stringify(shown?.blocks);

/** The accepted decision with these answers, all of one person. */
function answered(options: Readonly<Record<string, string>>, person = ana) {
  const given = Object.entries(options).map(([question, option]) => [question, { option, person, at }]);
  return { ...accepted.decision, toolAnswers: Object.fromEntries(given) };
}
const view = (options: Readonly<Record<string, string>>, person = ana) =>
  whatNextView({ decision: answered(options, person), nextSteps });

test('asks first about the engine already owned, and names nothing before anything is known', () => {
  expect(says(view({})).indexOf('tool.owned')).toBeLessThan(says(view({})).indexOf('tool.reader'));
  expect(says(view({}))).not.toContain('Two candidates');
  expect(says(view({ reader: unknownOption }))).not.toContain('Two candidates');
});

test('names two candidates with a cited reason, and says what owning one does', () => {
  const shown = says(view({ owned: 'camunda', reader: 'business' }));
  expect(shown).toContain('Two candidates');
  expect(shown).toContain('A bias: Camunda 8 gets 2 points on top because you own it already');
  expect(shown).toMatch(/\|\[1\]>/);
});

test('shows whose choice stands, and marks it in the menu', () => {
  const shown = says(view({ reader: 'business' }, ben));
  expect(shown).toContain(`<@${ben}>`);
  expect(shown).toContain(`"initial_option":{"text":{"type":"plain_text","text":"Business people too","emoji":false}`);
});

test('says in the modal why a choice was not recorded', () => {
  const shown = whatNextView({ decision: answered({}), nextSteps, problem: 'Nothing was recorded.' });
  expect(says(shown)).toContain('Nothing was recorded.');
});

test('stays within a modal, and within what a menu’s choice may carry, for every choice', () => {
  for (const { id, options } of nextSteps.table.questions)
    for (const option of options) {
      const shown = view({ [id]: option.id });
      expect(shown.blocks.length).toBeLessThanOrEqual(limits.blocksPerModal);
      const values = [...says(shown).matchAll(/"value":"([^"]*)"/g)].map(([, value = '']) => value);
      // A decision's id is a UUID, where the one of this test has two letters.
      for (const value of values) expect(value.length + 34).toBeLessThanOrEqual(limits.optionValue);
    }
});

test('the card of the acceptance names the candidates once something is known', () => {
  const card = (options: Readonly<Record<string, string>>) =>
    renderCard({ ...cardInput('outcome', { ...accepted, decision: answered(options) }), nextSteps });
  expect(card({})?.text).not.toContain('Candidate tools');
  expect(card({ owned: 'camunda', reader: 'business' })?.text).toMatch(
    /Candidate tools, from 2 of 9 answers: Camunda 8.*A bias: Camunda 8 gets 2 points/,
  );
  expect(card({ reader: 'business' })?.text).not.toContain('bias');
});

test('for a choreography it lists what to have in place, each point with its source', () => {
  const shown = says(checklistView(nextSteps));
  for (const { label } of nextSteps.checklist) expect(shown).toContain(label);
  expect(shown).toContain('[1]>');
});
