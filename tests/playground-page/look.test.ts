// How the page looks and reads: widths, themes, accessibility, and that it asks nobody else for anything.
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fullModal, rootTs } from './fixture-state.ts';
import { chromiumPath, usePages } from './open-page.ts';

const violationSchema = z.array(
  z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }),
);
const scenes = {
  channel: 'user=U1&channel=C1',
  thread: `user=U1&channel=C1&thread=${rootTs}`,
  empty: 'user=U1&channel=C4',
  home: 'user=U1&channel=home',
  rarer: 'user=U1&channel=D2',
  outside: 'user=U1&channel=C3',
};

describe.skipIf(chromiumPath === undefined)('the look of the workspace page', () => {
  const open = usePages();

  it.each(Object.entries(scenes))('fits 400 pixels without scrolling sideways: %s', async (_name, hash) => {
    const { page } = await open({ hash, width: 400 });
    await page.locator('.pane').last().waitFor();
    const wider = await page.evaluate(() =>
      [...document.querySelectorAll('html, body, .messages, .pane, .top-bar')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.className),
    );
    expect(wider).toEqual([]);
  });

  it('shows the thread over the whole width at 400 pixels and the list as a drawer', async () => {
    const { page } = await open({ hash: scenes.thread, width: 400 });
    expect((await page.getByTestId('thread-pane').boundingBox())?.width).toBe(400);
    await page.getByRole('button', { name: 'Close thread' }).click();
    const entry = page.getByTestId('channel').filter({ hasText: 'new-here' });
    expect(await entry.isVisible()).toBe(false);
    const drawer = page.getByRole('button', { name: 'Channels and messages' });
    await drawer.click();
    await expect.poll(() => entry.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => entry.isVisible()).toBe(false);
    await drawer.click();
    await entry.click();
    await page.getByRole('heading', { name: '# new-here' }).waitFor();
    await expect.poll(() => entry.isVisible()).toBe(false);
  });

  it('shows a modal over the whole width at 400 pixels, its buttons in sight', async () => {
    const { page, fixture } = await open({ width: 400 });
    fixture.update((state) => {
      state.modals = [structuredClone(fullModal)];
    });
    const modal = page.getByTestId('modal');
    await modal.waitFor();
    expect((await modal.boundingBox())?.width).toBe(400);
    const foot = await page.getByRole('button', { name: 'Start', exact: true }).boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(900);
  });

  it('follows the system’s theme until one is chosen', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(26, 29, 33)');
    await page.getByTestId('theme-toggle').click();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    expect(new URL(page.url()).hash).toContain('theme=light');
  });

  it('draws Slack markup: names, entities, emoji, and nothing Markdown would make of it', async () => {
    const { page, fixture } = await open({ hash: scenes.empty });
    fixture.update((state) => {
      const first = state.messages[0];
      if (first === undefined) return;
      const text =
        '# not a heading &lt;tag&gt; &amp;lt; :tada: <@U3>\n[1]: not a definition\n--- \n<https://a.invalid|a link>';
      state.messages.push({ ...first, ts: '1999999999.000100', channel: 'C4', text });
    });
    const message = page.getByTestId('message').last();
    await message.getByText('not a heading').waitFor();
    const words = ((await message.locator('.kit-surface').textContent()) ?? '')
      .replace(/\u2060/g, '')
      .replace(/\s+/g, ' ');
    expect(words).toContain('# not a heading <tag> &lt; 🎉 @Chen Wei');
    expect(words).toContain('[1]: not a definition');
    expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe('https://a.invalid');
  });

  it('asks no other server for anything and throws nothing', async () => {
    const { page, problems } = await open({ hash: scenes.thread });
    await page.getByRole('img', { name: 'Three services in a row' }).waitFor();
    expect(problems).toEqual([]);
  });

  const looks = [
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 400, colorScheme: 'light' },
    { width: 400, colorScheme: 'dark' },
  ] as const;
  it.each(looks)('has no serious accessibility violation at $width pixels, $colorScheme', async (look) => {
    const { page, fixture } = await open(look);
    await page.evaluate(axe.source);
    const check = async () => {
      const found = await page.evaluate('axe.run().then((result) => result.violations)');
      return violationSchema
        .parse(found)
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    };
    for (const hash of Object.values(scenes)) {
      await page.evaluate((next) => {
        window.location.hash = next;
      }, hash);
      await page.locator('.pane').last().waitFor();
      expect(await check()).toEqual([]);
    }
    fixture.update((state) => {
      state.modals = [{ ...structuredClone(fullModal), errors: { title: 'Please use letters.' } }];
    });
    await page.getByTestId('modal').waitFor();
    expect(await check()).toEqual([]);
  });
});
