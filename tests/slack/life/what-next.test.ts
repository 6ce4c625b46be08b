// What next: two candidate tools with a cited reason each, or a checklist; computed from the table, never guessed.
import { expect, test } from 'vitest';
import { loadNextSteps } from '../../../src/knowledge/load-next-steps.ts';
import { limits } from '../../../src/slack/limits.ts';
import { checklistView, readToolAnswers, whatNextView } from '../../../src/slack/views/what-next.ts';

const next = loadNextSteps();
const says = (view: { readonly blocks: readonly unknown[] }) => JSON.stringify(view.blocks);

test('asks first about the engine already owned, and names nothing before anything is chosen', () => {
  const view = whatNextView(next, {});
  expect(says(view).indexOf('tool.owned')).toBeLessThan(says(view).indexOf('tool.reader'));
  expect(says(view)).not.toContain('Two candidates');
});

test('names two candidates with a cited reason, and says what owning one does', () => {
  const view = whatNextView(next, { owned: 'camunda', reader: 'business' });
  expect(says(view)).toContain('Two candidates');
  expect(says(view)).toContain('because you own it already');
  expect(says(view)).toMatch(/\|\[1\]>/);
  expect(readToolAnswers(view.private_metadata)).toEqual({ owned: 'camunda', reader: 'business' });
});

test('stays within a modal for every choice', () => {
  for (const { id, options } of next.table.questions)
    for (const option of options) {
      const view = whatNextView(next, { [id]: option.id });
      expect(view.blocks.length).toBeLessThanOrEqual(limits.blocksPerModal);
    }
});

test('for a choreography it lists what to have in place, each point with its source', () => {
  const shown = says(checklistView(next));
  for (const { label } of next.checklist) expect(shown).toContain(label);
  expect(shown).toContain('[1]>');
});
