// A browser and a fixture workspace for a test file.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { UiActResult } from '../../playground/protocol.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { type Fixture, type Reaction, startFixture } from './fixture-server.ts';
import { fixtureState } from './fixture-state.ts';

/** Undefined where there is no browser; for `describe.skipIf`. */
export const chromiumPath = await findChromium();

const agreed: UiActResult = { ok: true };

/** How a test wants its page. */
export type Opening = {
  /** Without the `#`. */
  readonly hash?: string;
  readonly react?: Reaction;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
};

/** A page over a fresh workspace. `problems` collects script errors and requests to anywhere else. */
export type Opened = { readonly page: Page; readonly fixture: Fixture; readonly problems: readonly string[] };

/** Starts one browser for the file; the returned function opens a page, closed again after the test. */
export function usePages(): (opening?: Opening) => Promise<Opened> {
  let browser: Browser | undefined;
  const open: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath);
  });
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });
  afterAll(() => browser?.close());
  return async ({ hash = 'user=U1&channel=C1', react = () => agreed, width = 1280, colorScheme = 'light' } = {}) => {
    if (browser === undefined) throw new Error('the browser has not started');
    const fixture = await startFixture(fixtureState(), react);
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(fixture.url) && !request.url().startsWith('data:')) problems.push(request.url());
    });
    await page.goto(`${fixture.url}#${hash}`);
    await page.getByTestId('person-switch').waitFor();
    open.push(async () => {
      await page.close();
      await fixture.close();
    });
    return { page, fixture, problems };
  };
}
