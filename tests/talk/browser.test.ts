// Asking as people see it: a question in a decision's thread, its answer, a proposal, why we ask; in a browser.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { honest, useModelServer } from './model-server.ts';

const chromiumPath = await findChromium();
/** Pictures to look at; not part of the project's files. */
const folder = join(import.meta.dirname, '..', '..', 'screenshots', 'talk');
const widths = { wide: { width: 1280, height: 1800 }, phone: { width: 400, height: 2400 } } as const;

describe.skipIf(chromiumPath === undefined)('in the browser', () => {
  const model = useModelServer({ deadlineMs: 8_000 });
  const house = useDownbeat({ shared: true, model: model.settings });
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    browser = await launchChromium(chromiumPath);
    page = await browser.newPage({ viewport: widths.wide });
    await page.goto(`${house.playground.url}#user=${peopleIds.ines}&channel=${channelIds.architecture}`);
    await page.getByTestId('composer').waitFor();
  });
  afterAll(async () => {
    await page.close();
    await browser.close();
  });

  const thread = () => page.getByTestId('thread-pane');
  const reply = (words: string) => thread().getByTestId('message').filter({ hasText: words }).last();

  async function picture(name: string, part: Locator): Promise<void> {
    for (const [width, size] of Object.entries(widths))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await part.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      }
    await page.setViewportSize(widths.wide);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  test('a question is answered claim by claim, words are proposed as an answer, and a reason is explained', {
    timeout: 120_000,
  }, async () => {
    await page.getByTestId('composer').pressSequentially('/decide Order fulfilment');
    await page.keyboard.press('Enter');
    await page.getByTestId('reply-bar').click();
    await reply('1 of 5').waitFor();
    model.says(honest, { chunkSize: 20, latency: 70 });
    const say = (text: string, threadTs: string) =>
      house.playground.act({ kind: 'message', user: peopleIds.ines, channel: channelIds.architecture, text, threadTs });
    const [root] = house.playground.state.messages(channelIds.architecture).filter(({ byApp }) => byApp);
    await say('@Downbeat is compensation just a rollback?', root?.ts ?? '');
    await reply('Compensation is not a rollback').waitFor();
    await reply('A model wrote this').waitFor({ timeout: 20_000 });
    await picture('answer', reply('A model wrote this'));
    await say('@Downbeat the refund must happen within 24 hours by law', root?.ts ?? '');
    await reply('sounds like an answer').waitFor({ timeout: 20_000 });
    await picture('proposal', reply('sounds like an answer'));
    await thread().locator('[data-action-id="why.1a"]').last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Explain for our answers' }).click();
    // What the model was made to say quotes nothing about 1a, so the honest word stands there, with nothing to share.
    await page.getByRole('dialog').getByText('not in my sources').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Share in the thread' }).count()).toBe(0);
    await picture('why', page.getByRole('dialog'));
    expect(await page.getByRole('dialog').count()).toBe(1);
  });
});
