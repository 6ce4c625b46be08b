// Steps, drawings, a change tried and a counted answer, as people see them: in a browser, wide, narrow, light and dark.
import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowserPage } from '../support/browser-page.ts';
import { useDownbeat } from '../support/downbeat.ts';

const steps = `Orders: accept order / undo: cancel order
Stock: reserve goods / undo: release goods
Payments: authorise card / undo: release authorisation / waits for 1 / deadline: 10 minutes / if refused -> undo
Fraud: check customer / waits for 1 / person / if suspicious -> Mail: ask for documents
Shipping: ship parcel / waits for 2, 3 and 4
Mail: send confirmation / optional`;

const answers = {
  '3a': 'few',
  '3b': 'wide',
  '3c': '2',
  '4a': 'some',
  '4b': 'reactors',
  '4c': 'one',
  '5a': 'one',
  '5b': 'one',
} as const;

describe.skipIf(noBrowser)('in the browser', () => {
  const house = useDownbeat({ shared: true });
  const shown = useBrowserPage(house, { pictures: 'drawings' });
  const { action, card, closed, dialog, picture, problems, thread } = shown;

  test('steps are entered, both drawings appear, a change is tried, a counted answer is confirmed', {
    timeout: 150_000,
  }, async () => {
    await shown.page.getByTestId('composer').pressSequentially('/decide Order fulfilment');
    await shown.page.keyboard.press('Enter');
    await shown.page.getByTestId('reply-bar').click();
    await card('1 of 5').waitFor();
    await thread().locator('[data-action-id="steps"]').first().click();
    await dialog().getByRole('textbox').fill(`nonsense\n${steps}`);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('Line 1').waitFor();
    await picture('steps-misread', dialog());
    await dialog().getByRole('textbox').fill(steps);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await closed();
    await card('Counted on the steps').waitFor();
    await picture('steps-card', card('Counted on the steps'));

    await action('draw.light').click();
    const drawings = thread().getByRole('img', { name: /check customer/ });
    await expect.poll(() => drawings.count()).toBe(2);
    await expect
      .poll(() =>
        drawings.evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 300)),
      )
      .toBe(true);
    await picture('drawing-orchestrated', card('Orchestrated'));
    await picture('drawing-choreographed', card('Choreographed'));

    await action('what-if').click();
    await dialog().getByRole('combobox').first().selectOption('deadline');
    await dialog().getByText('How long may it take?').waitFor();
    await picture('what-if-deadline', dialog());
    await dialog().getByRole('combobox').first().selectOption('insert');
    await dialog().getByText('Which service does it?').waitFor();
    await dialog().getByRole('textbox').nth(0).fill('Billing');
    await dialog().getByRole('textbox').nth(1).fill('check the limit');
    await dialog().getByRole('button', { name: 'Draw it' }).click();
    await closed();
    await card('What if').waitFor();
    await expect.poll(() => card('What if').getByRole('img').count()).toBe(2);
    await picture('what-if-drawn', card('What if'));

    for (const pillar of [1, 2]) await action(`skip.${pillar}`).click();
    const steps3a = card('Counted on the steps').locator('[data-action-id="answer.3a.several"]');
    await steps3a.waitFor();
    await picture('steps-card-proposing', card('Counted on the steps'));
    await steps3a.click();
    await card('Counted on the steps').getByText('is the recorded answer').waitFor();
    await card('3 of 5').getByText('chosen by').waitFor();

    const noOwnButtons = { hasNotText: 'Counted on the steps' };
    for (const [question, option] of Object.entries(answers))
      await thread()
        .getByTestId('message')
        .filter(noOwnButtons)
        .locator(`[data-action-id="answer.${question}.${option}"]`)
        .last()
        .click();
    await action('answer.5c.part').click();
    await dialog().getByRole('textbox').fill('payment');
    await dialog().getByRole('button', { name: 'Record the answer' }).click();
    await closed();
    const recommendation = thread()
      .getByTestId('message')
      .filter({ has: shown.page.locator('[data-action-id="change-answer"]') });
    await recommendation.getByText('The answers and the steps disagree').waitFor();
    await picture('recommendation-disagreeing', recommendation);
    await recommendation.locator('[data-action-id="draw.light"]').click();
    await dialog().getByText('Which steps belong').waitFor();
    await picture('part-steps', dialog());
    await dialog().getByRole('button', { name: 'Draw it' }).click();
    await closed();
    await card('Split').waitFor();
    await expect.poll(() => card('Split').getByRole('img').count()).toBe(1);
    await picture('drawing-split', card('Split'));
    await picture('steps-card-disagreeing', card('Counted on the steps'));
    await picture('root', thread().getByTestId('message').first());
    expect(problems).toEqual([]);
  });
});
