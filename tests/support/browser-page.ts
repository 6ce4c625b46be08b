// The playground's page in a real browser, as somebody sees it: what goes wrong on it, and pictures of its parts.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { findChromium, launchChromium } from './chromium.ts';
import type { useDownbeat } from './downbeat.ts';

const chromiumPath = await findChromium();
/** Hand it to `describe.skipIf`: without a browser these tests are skipped and counted as such. */
export const noBrowser = chromiumPath === undefined;

/** Tall enough for the longest card, since a card that scrolls would be cut. */
const widths = { wide: { width: 1280, height: 2400 }, phone: { width: 400, height: 3600 } } as const;
type Look = { readonly width: keyof typeof widths; readonly colorScheme: 'light' | 'dark' };
const everyLook: readonly Look[] = [
  { width: 'wide', colorScheme: 'light' },
  { width: 'wide', colorScheme: 'dark' },
  { width: 'phone', colorScheme: 'light' },
  { width: 'phone', colorScheme: 'dark' },
];
/** Both widths and both themes, crossed to save time. */
export const crossedLooks: readonly Look[] = [
  { width: 'wide', colorScheme: 'light' },
  { width: 'phone', colorScheme: 'dark' },
];

/** A page and what stands on it. The last message or button of several is meant. */
export type BrowserPage = {
  readonly page: Page;
  /** Errors of the page, and parts that are wider than it. */
  readonly problems: readonly string[];
  readonly thread: () => Locator;
  readonly dialog: () => Locator;
  /** Waits until no dialog is open. */
  readonly closed: () => Promise<void>;
  /** A button in the thread, by its action's id. */
  readonly action: (id: string) => Locator;
  /** A message in the thread, by words of it. */
  readonly card: (words: string) => Locator;
  /** Looks at a channel, and at a thread in it, as a person. */
  readonly look: (user: string, channel: string, threadTs?: string) => Promise<void>;
  /** Pictures of a part of the page, to look at; on the way nothing may be wider than the page. */
  readonly picture: (name: string, part: Locator) => Promise<void>;
};

/** Opens the page before the tests of a file and closes it after them. Pictures go to a folder git does not track. */
export function useBrowserPage(
  house: ReturnType<typeof useDownbeat>,
  { pictures, looks = everyLook }: { readonly pictures: string; readonly looks?: readonly Look[] },
): BrowserPage {
  const folder = join(import.meta.dirname, '..', '..', 'screenshots', pictures);
  const problems: string[] = [];
  let browser: Browser;
  let page: Page;

  async function look(user: string, channel: string, threadTs?: string): Promise<void> {
    const thereIn = threadTs === undefined ? '' : `&thread=${threadTs}`;
    await page.goto(`${house.playground.url}#user=${user}&channel=${channel}${thereIn}`);
  }

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    browser = await launchChromium(chromiumPath);
    page = await browser.newPage({ viewport: widths.wide });
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await look(peopleIds.ines, channelIds.architecture);
    await page.getByTestId('composer').waitFor();
  });
  afterAll(async () => {
    await page.close();
    await browser.close();
  });

  async function picture(name: string, part: Locator): Promise<void> {
    await part.waitFor();
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize(widths[width]);
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      // A card that is redrawn meanwhile is another element of the page: its picture is taken anew.
      await vi.waitFor(() => part.screenshot({ path }), { timeout: 20_000, interval: 100 });
      const overflowing = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.messages, dialog[open], dialog[open] .modal-body')]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => box.className || box.tagName),
      );
      if (overflowing.length > 0) problems.push(`${name}, ${width}, scrolls sideways: ${overflowing.join()}`);
    }
    await page.setViewportSize(widths.wide);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  const thread = () => page.getByTestId('thread-pane');
  const dialog = () => page.getByRole('dialog');
  return {
    get page() {
      return page;
    },
    problems,
    thread,
    dialog,
    closed: () => dialog().waitFor({ state: 'detached' }),
    action: (id) => thread().locator(`[data-action-id="${id}"]`).last(),
    card: (words) => thread().getByTestId('message').filter({ hasText: words }).last(),
    look,
    picture,
  };
}
