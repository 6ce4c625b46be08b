// The main job as people see it: two of them, one decision, in a browser, with the real app behind the page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { useDownbeat } from '../support/downbeat.ts';

const chromiumPath = await findChromium();
/** Pictures to look at; not part of the project's files. */
const folder = join(import.meta.dirname, '..', '..', 'screenshots', 'journey');
/** Tall enough for the longest card, since a card that scrolls would be cut. */
const widths = { wide: { width: 1280, height: 2400 }, phone: { width: 400, height: 3600 } } as const;
const schemes = ['light', 'dark'] as const;

describe.skipIf(chromiumPath === undefined)('in the browser', () => {
  const house = useDownbeat({ shared: true });
  const problems: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    browser = await launchChromium(chromiumPath);
    page = await browser.newPage({ viewport: widths.wide });
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.goto(`${house.playground.url}#user=${peopleIds.ines}&channel=${channelIds.architecture}`);
    await page.getByTestId('composer').waitFor();
  });
  afterAll(async () => {
    await page.close();
    await browser.close();
  });

  const thread = () => page.getByTestId('thread-pane');
  const dialog = () => page.getByRole('dialog');
  const action = (id: string) => thread().locator(`[data-action-id="${id}"]`).last();
  const card = (words: string) => thread().getByTestId('message').filter({ hasText: words }).last();
  async function be(person: string): Promise<void> {
    await page.getByRole('button', { name: `Be ${person}` }).click();
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

  /** Pictures of a part of the page in both widths and both themes; on the way nothing may be wider than a phone. */
  async function picture(name: string, part: Locator): Promise<void> {
    for (const [width, size] of Object.entries(widths))
      for (const colorScheme of schemes) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await part.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
        const overflowing = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('.messages, dialog[open], dialog[open] .modal-body')]
            .filter((box) => box.scrollWidth > box.clientWidth)
            .map((box) => box.className || box.tagName),
        );
        if (overflowing.length > 0)
          problems.push(`${name} at ${size.width} px scrolls sideways: ${overflowing.join()}`);
      }
    await page.setViewportSize(widths.wide);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  test('two people come from /decide to a recommendation, and change an answer afterwards', {
    timeout: 120_000,
  }, async () => {
    await page.getByTestId('composer').pressSequentially('/decide Order fulfilment');
    await page.keyboard.press('Enter');
    await page.getByTestId('reply-bar').click();
    const root = thread().getByTestId('message').first();
    await card('1 of 5').waitFor();
    await picture('root-started', root);
    await picture('pillar-1-fresh', card('1 of 5'));

    await action('why.1a').click();
    await dialog().getByText('How to answer').waitFor();
    await picture('why-modal', dialog());
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await dialog().waitFor({ state: 'detached' });

    await action('answer.1a.sync_part').click();
    await card('1 of 5').getByText('chosen by').waitFor();
    await be('Noah Webb');
    await action('answer.1a.no').click();
    await card('1 of 5').getByText('replaces').waitFor();
    await action('note.1').click();
    await dialog().getByRole('textbox').fill('The shop shows “received” at once: https://wiki.example/orders');
    await picture('note-modal', dialog());
    await dialog().getByRole('button', { name: 'Add it' }).click();
    await dialog().waitFor({ state: 'detached' });
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
    await dialog().waitFor({ state: 'detached' });

    await action('change-answer').waitFor();
    const recommendation = thread()
      .getByTestId('message')
      .filter({ has: page.locator('[data-action-id="change-answer"]') })
      .last();
    await root.getByText('payment and refund').first().waitFor();
    await picture('recommendation', recommendation);
    await picture('root-recommended', root);
    await picture('thread', thread());
    await picture('page', page.locator('body'));

    const before = await recommendation.textContent();
    await action('change-answer').click();
    await dialog().getByRole('combobox').first().waitFor();
    await picture('change-modal-first', dialog());
    await dialog().getByRole('combobox').first().selectOption('5c');
    await dialog().getByRole('radio').first().waitFor();
    await picture('change-modal-chosen', dialog());
    await dialog().getByRole('radio', { name: 'No such part' }).check();
    await dialog().getByRole('button', { name: 'Record the answer' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => recommendation.textContent()).not.toBe(before);
    await picture('recommendation-changed', recommendation);
    expect(problems).toEqual([]);
    expect(
      house.playground.state.messages(channelIds.architecture).filter(({ user }) => user === app.botUserId).length,
    ).toBeLessThanOrEqual(8);
  });
});
