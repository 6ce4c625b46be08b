// The main job as people see it: two of them, one decision, in a browser, with the real app behind the shown.page.
import { describe, expect, test } from 'vitest';
import { app, channelIds } from '../../playground/server/default-workspace.ts';
import { noBrowser, useBrowserPage } from '../support/browser-page.ts';
import { useDownbeat } from '../support/downbeat.ts';

describe.skipIf(noBrowser)('in the browser', () => {
  const house = useDownbeat({ shared: true });
  const shown = useBrowserPage(house, { pictures: 'journey' });
  const { action, card, closed, dialog, picture, problems, thread } = shown;

  async function be(person: string): Promise<void> {
    await shown.page.getByRole('button', { name: `Be ${person}` }).click();
  }
  async function answer(choices: Readonly<Record<string, string>>): Promise<void> {
    for (const [question, option] of Object.entries(choices)) {
      const button = action(`answer.${question}.${option}`);
      await button.click();
      // Chosen, or gone because its card was folded.
      const isTaken = async () => (await button.allTextContents()).every((label) => label.includes('✓'));
      await expect.poll(isTaken).toBe(true);
    }
  }

  test('two people come from /decide to a recommendation, and change an answer afterwards', {
    timeout: 120_000,
  }, async () => {
    await shown.page.getByTestId('composer').pressSequentially('/decide Order fulfilment');
    await shown.page.keyboard.press('Enter');
    await shown.page.getByTestId('reply-bar').click();
    const root = thread().getByTestId('message').first();
    await card('1 of 5').waitFor();
    await picture('root-started', root);
    await picture('pillar-1-fresh', card('1 of 5'));

    await action('why.1a').click();
    await dialog().getByText('How to answer').waitFor();
    await picture('why-modal', dialog());
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await closed();

    await action('answer.1a.sync_part').click();
    await card('1 of 5').getByText('chosen by').waitFor();
    await be('Noah Webb');
    await action('answer.1a.no').click();
    await card('1 of 5').getByText('replaces').waitFor();
    await action('note.1').click();
    await dialog().getByRole('textbox').fill('The shop shows “received” at once: https://wiki.example/orders');
    await picture('note-modal', dialog());
    await dialog().getByRole('button', { name: 'Add it' }).click();
    await closed();
    await card('1 of 5').getByText('Note by').waitFor();
    await picture('pillar-1-answered-and-noted', card('1 of 5'));
    await answer({ '1b': 'never', '1c': 'moderate' });
    await card('2 of 5').getByText('2a').first().waitFor();
    await picture('pillar-1-folded', card('1 of 5'));
    await answer({ '2a': 'mixed', '2b': 'some', '2c': 'complex' });
    await action('answer.3a.several').waitFor();
    await picture('pillar-3-fresh', card('3 of 5'));
    await be('Inès Maréchal');
    await answer({ '3a': 'several', '3b': 'wide', '3c': '2' });
    await action('answer.4a.stable').waitFor();
    await answer({ '4a': 'stable' });
    await action('change.4').click();
    await action('fold.4').waitFor();
    await picture('pillar-4-switched-off', card('4 of 5'));
    await action('fold.4').click();
    await action('answer.5a.one').waitFor();
    await picture('root-on-the-way', root);
    await answer({ '5a': 'one', '5b': 'one' });
    await action('answer.5c.part').click();
    await dialog().getByRole('textbox').fill('payment and refund');
    await picture('name-part-modal', dialog());
    await dialog().getByRole('button', { name: 'Record the answer' }).click();
    await closed();

    await action('change-answer').waitFor();
    const recommendation = thread()
      .getByTestId('message')
      .filter({ has: shown.page.locator('[data-action-id="change-answer"]') })
      .last();
    await root.getByText('payment and refund').first().waitFor();
    await picture('recommendation', recommendation);
    await picture('root-recommended', root);
    await picture('thread', thread());
    await picture('page', shown.page.locator('body'));

    const before = await recommendation.textContent();
    await action('change-answer').click();
    await dialog().getByRole('combobox').first().waitFor();
    await picture('change-modal-first', dialog());
    await dialog().getByRole('combobox').first().selectOption('5c');
    await dialog().getByRole('radio').first().waitFor();
    await picture('change-modal-chosen', dialog());
    await dialog().getByRole('radio', { name: 'No such part' }).check();
    await dialog().getByRole('button', { name: 'Record the answer' }).click();
    await closed();
    await expect.poll(() => recommendation.textContent()).not.toBe(before);
    await picture('recommendation-changed', recommendation);
    expect(problems).toEqual([]);
    expect(
      house.playground.state.messages(channelIds.architecture).filter(({ user }) => user === app.botUserId).length,
    ).toBeLessThanOrEqual(8);
  });
});
