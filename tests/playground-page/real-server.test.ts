// The page over the real playground server: what one sends the other understands.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { type Playground, startPlayground } from '../../playground/server/playground.ts';
import { launchChromium } from '../support/chromium.ts';
import { chromiumPath } from './open-page.ts';

const here = `user=${peopleIds.ines}&channel=${channelIds.architecture}`;

describe.skipIf(chromiumPath === undefined)('the page over the real server', () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground({ manifest: null, ackTimeoutMs: 50 });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${playground.url}#${here}`);
    await page.getByTestId('composer').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await playground.close();
  });

  async function postCard(text: string): Promise<void> {
    const response = await fetch(`${playground.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${playground.botToken}` },
      body: JSON.stringify({
        channel: channelIds.architecture,
        text,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } },
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
          },
        ],
      }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
  }

  it('sends a message that the others see as unread mention', async () => {
    await page.getByTestId('composer').pressSequentially('@no');
    await page.keyboard.press('Enter');
    await page.getByTestId('composer').pressSequentially('a < b & *bold*');
    await page.keyboard.press('Enter');
    const message = page.getByTestId('message').last();
    await message.getByText('@Noah Webb').waitFor();
    expect((await message.textContent())?.replaceAll('\u2060', '')).toContain('a < b & bold');
    await page.getByTestId('channel').filter({ hasText: 'random' }).click();
    await page.getByRole('button', { name: 'Be Noah Webb' }).click();
    await page
      .getByTestId('channel')
      .filter({ hasText: /architecture.*unread.*1\s*mentions/ })
      .waitFor();
  });

  it('says what Slack would say when no app answers a command', async () => {
    await page.getByTestId('composer').fill('/decide Order fulfilment');
    await page.keyboard.press('Enter');
    await page.getByTestId('notice').first().waitFor();
    expect(await page.getByTestId('connection').textContent()).toContain('not connected');
  });

  it('draws a card of the app, marks a click nobody answered, and forgets it all at the end', async () => {
    await postCard('*Order* for <@U0NOAHWEBB2>');
    const card = page.getByTestId('message').last();
    await card.getByText('Order', { exact: true }).waitFor();
    await card.getByText('@Noah Webb').waitFor();
    await card.getByRole('button', { name: 'Go' }).click();
    await card.getByRole('img', { name: 'The app did not answer this click' }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByTestId('message').first().waitFor({ state: 'detached' });
  });
});
