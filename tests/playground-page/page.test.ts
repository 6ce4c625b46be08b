// The conversation side of the page, as a person uses it.
import { describe, expect, it } from 'vitest';
import type { UiAct, UiState } from '../../playground/protocol.ts';
import { rootTs } from './fixture-state.ts';
import { chromiumPath, usePages } from './open-page.ts';

const inThread = `user=U1&channel=C1&thread=${rootTs}`;
const ofKind = (acts: readonly UiAct[], kind: UiAct['kind']) => acts.filter((act) => act.kind === kind);

/** What the real server does with a message, in two lines. */
function writeDown(act: UiAct, state: UiState) {
  const first = state.messages[0];
  if (act.kind !== 'message' || first === undefined) return { ok: true as const };
  const ts = `${Date.parse(state.clock.now) / 1000}.000900`;
  const threadTs = act.threadTs === undefined ? {} : { threadTs: act.threadTs };
  state.messages.push({ ...first, ts, user: act.user, text: act.text, ...threadTs });
  return { ok: true as const, ts };
}

describe.skipIf(chromiumPath === undefined)('the workspace page', () => {
  const open = usePages();

  it('sends a message with Enter and shows it, Shift+Enter only breaks the line', async () => {
    const { page, fixture } = await open({ react: writeDown });
    const composer = page.getByTestId('composer');
    await composer.pressSequentially('first line');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('second line');
    expect(ofKind(fixture.acts, 'message')).toEqual([]);
    await composer.press('Enter');
    await page.getByTestId('message').getByText('second line').waitFor();
    expect(ofKind(fixture.acts, 'message')).toEqual([
      { kind: 'message', user: 'U1', channel: 'C1', text: 'first line\nsecond line' },
    ]);
    expect(await composer.inputValue()).toBe('');
  });

  it('keeps the text and says why when it could not be sent', async () => {
    const { page } = await open({ react: () => ({ ok: false, error: 'This channel is archived.' }) });
    await page.getByTestId('composer').fill('hello');
    await page.getByTestId('composer').press('Enter');
    await page.getByRole('alert').getByText('This channel is archived.').waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('hello');
  });

  it('suggests the command after a slash, completes it with Tab and sends it with Enter', async () => {
    const { page, fixture } = await open();
    const composer = page.getByTestId('composer');
    await composer.pressSequentially('/d');
    await page.getByRole('option', { name: /\/decide \[title\]/ }).waitFor();
    expect(await page.getByRole('option').textContent()).toContain('Decide how a workflow should be run');
    await composer.press('Tab');
    await composer.pressSequentially('Order fulfilment');
    await composer.press('Enter');
    await expect
      .poll(() => ofKind(fixture.acts, 'command'))
      .toEqual([{ kind: 'command', user: 'U1', channel: 'C1', text: '/decide Order fulfilment' }]);
  });

  it('suggests people and the app after an at sign', async () => {
    const { page } = await open();
    const composer = page.getByTestId('composer');
    await composer.pressSequentially('ask @');
    expect(await page.getByRole('option').count()).toBe(3);
    await composer.pressSequentially('down');
    await composer.press('Enter');
    expect(await composer.inputValue()).toBe('ask @Downbeat ');
  });

  it('tells the app about a click once, however often it is clicked meanwhile', async () => {
    const gate = Promise.withResolvers<void>();
    const { page, fixture } = await open({
      hash: inThread,
      react: async (act) => {
        if (act.kind === 'block_action') await gate.promise;
        return { ok: true };
      },
    });
    const button = page.locator('[data-action-id="answer:1a:yes"]');
    await button.click();
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    await button.click({ force: true });
    gate.resolve();
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false');
    const clicks = ofKind(fixture.acts, 'block_action');
    expect(clicks).toHaveLength(1);
    expect(clicks[0]).toMatchObject({
      user: 'U1',
      source: { type: 'message', channel: 'C1' },
      blockId: 'a-1a',
      actionId: 'answer:1a:yes',
      value: { type: 'button', value: 'answer:1a:yes' },
    });
  });

  it('keeps the focus on a button when its card is redrawn', async () => {
    const { page, fixture } = await open({ hash: inThread });
    const button = page.locator('[data-action-id="answer:1a:yes"]');
    await button.focus();
    fixture.update((state) => {
      const card = state.messages.find((message) => message.text === 'Pillar 1');
      card?.blocks.unshift({ type: 'context', elements: [{ type: 'mrkdwn', text: '*Yes* by <@U1>' }] });
    });
    await page.getByText('Yes by @Ada Okafor', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action-id'))).toBe('answer:1a:yes');
  });

  it('asks before a button with a question, and Escape means no', async () => {
    const { page, fixture } = await open({ hash: inThread });
    const stop = page.locator('[data-action-id="stop"]');
    await stop.click();
    await page.getByRole('dialog', { name: 'Stop it?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(ofKind(fixture.acts, 'block_action')).toEqual([]);
    await stop.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => ofKind(fixture.acts, 'block_action')).toMatchObject([{ actionId: 'stop' }]);
  });

  it('opens an overflow menu and chooses with the keyboard alone', async () => {
    const { page, fixture } = await open({ hash: inThread });
    await page.locator('[data-action-id="more"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[role="menuitem"]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role="menuitem"]:focus', { hasText: 'Hand over' }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => ofKind(fixture.acts, 'block_action'))
      .toMatchObject([
        { blockId: 'watch', actionId: 'more', value: { type: 'overflow', selected_option: { value: 'hand' } } },
      ]);
  });

  it('opens a thread from its root, replies in it and closes it with Escape', async () => {
    const { page, fixture } = await open({ react: writeDown });
    await page.getByTestId('reply-bar').click();
    const thread = page.getByTestId('thread-pane');
    await thread.getByText('Pillar', { exact: false }).or(thread.getByText('1 · Communication')).first().waitFor();
    expect(new URL(page.url()).hash).toContain(`thread=${rootTs}`);
    await page.getByTestId('thread-composer').fill('what about refunds?');
    await page.getByTestId('thread-composer').press('Enter');
    await thread.getByText('what about refunds?').waitFor();
    expect(ofKind(fixture.acts, 'message')).toMatchObject([{ threadTs: rootTs, text: 'what about refunds?' }]);
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  it('goes to a message behind a permalink without leaving the page', async () => {
    const { page, fixture } = await open();
    fixture.update((state) => {
      const first = state.messages[0];
      const target = state.messages.find((message) => message.text === 'Recommendation');
      if (first === undefined || target === undefined) return;
      const link = `https://acme.slack.com/archives/C1/p${target.ts.replace('.', '')}?thread_ts=${rootTs}`;
      state.messages.push({ ...first, ts: '1999999999.000100', text: `<${link}|Read it>` });
    });
    await page.getByRole('link', { name: 'Read it' }).click();
    const thread = page.getByTestId('thread-pane');
    const card = thread.getByTestId('message').filter({ hasText: 'Split it: orchestrate payment' });
    const top = async () => ((await card.boundingBox())?.y ?? 0) - ((await thread.boundingBox())?.y ?? 0);
    await expect.poll(top).toBeLessThan(70);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('stays at the end when a picture arrives late', async () => {
    const { page } = await open({ hash: inThread });
    const list = page.getByTestId('thread-pane').locator('.messages');
    await page.getByRole('img', { name: 'Three services in a row' }).waitFor();
    const left = () => list.evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight));
    await expect.poll(left).toBe(0);
  });

  it('shows a new card from its beginning, and never moves a card that grows under the pointer', async () => {
    const { page, fixture } = await open({ hash: inThread });
    const thread = page.getByTestId('thread-pane');
    const list = thread.locator('.messages');
    await page.setViewportSize({ width: 1280, height: 640 });
    fixture.update((state) => {
      const card = state.messages.find((message) => message.text === 'Recommendation');
      if (card !== undefined) state.messages.push({ ...card, ts: '1999999999.000100', text: 'Second' });
    });
    const card = thread.locator('[data-ts="1999999999.000100"]');
    await card.waitFor();
    const distance = async () => ((await card.boundingBox())?.y ?? 0) - ((await list.boundingBox())?.y ?? 0);
    expect(await distance()).toBeLessThan(20);
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await card.getByRole('button', { name: 'Accept' }).hover();
    const before = (await card.boundingBox())?.y;
    fixture.update((state) => {
      const grown = state.messages.find((message) => message.text === 'Second');
      grown?.blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text: 'One line more' }] });
    });
    await card.getByText('One line more').waitFor();
    expect((await card.boundingBox())?.y).toBeCloseTo(before ?? 0, 0);
  });

  it('offers the app’s shortcuts on a message, reachable by keyboard', async () => {
    const { page, fixture } = await open();
    const message = page.getByTestId('message').first();
    await message.getByRole('button', { name: 'More actions' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Decide this/ }).press('Enter');
    const ts = await message.getAttribute('data-ts');
    await expect
      .poll(() => ofKind(fixture.acts, 'shortcut'))
      .toEqual([{ kind: 'shortcut', user: 'U1', callbackId: 'decide_this', channel: 'C1', ts }]);
  });

  it('switches to another person by click and by key', async () => {
    const { page } = await open();
    await page.getByTestId('person-switch').getByRole('button', { name: 'Be Bruno Marsh' }).click();
    const bruno = page.locator('[data-user="U2"][aria-pressed="true"]');
    await bruno.waitFor();
    expect(new URL(page.url()).hash).toContain('user=U2');
    await page.keyboard.press('Alt+Digit3');
    await page.locator('[data-user="U3"][aria-pressed="true"]').waitFor();
  });

  it('opens as somebody who is there when the address names nobody', async () => {
    const { page } = await open({ hash: 'user=U404&channel=C404' });
    await page.locator('[data-user="U1"][aria-pressed="true"]').waitFor();
    expect(await page.getByRole('heading', { name: '# architecture' }).count()).toBe(1);
  });

  it('shows who wrote, what is unread, and what only one person sees', async () => {
    const { page } = await open();
    const payments = page.getByRole('button', { name: /payments.*unread.*1\s+mentions/ });
    expect(await payments.count()).toBe(1);
    const quiet = page.locator('[data-ephemeral="true"]');
    expect(await quiet.textContent()).toContain('Only visible to you');
    expect(await quiet.textContent()).toContain('APP');
    expect(await page.getByText('(edited)').count()).toBe(1);
  });

  it('hints at the command until the app has written in the channel', async () => {
    const { page, fixture } = await open({ hash: 'user=U1&channel=C4' });
    const hint = page.getByTestId('first-hint');
    await hint.getByText('/decide Order fulfilment').waitFor();
    await hint.getByRole('button', { name: 'Type it for me' }).click();
    const typed = { kind: 'command', user: 'U1', channel: 'C4', text: '/decide Order fulfilment' };
    await expect.poll(() => fixture.acts).toContainEqual(typed);
    fixture.update((state) => {
      const card = state.messages.find((message) => message.ts === rootTs);
      if (card !== undefined) state.messages.push({ ...card, channel: 'C4' });
    });
    await hint.waitFor({ state: 'detached' });
  });

  it('has nothing to write in where the channel is archived', async () => {
    const { page, fixture } = await open({ hash: 'user=U1&channel=C4' });
    await page.getByTestId('composer').waitFor();
    fixture.update((state) => {
      for (const channel of state.channels) if (channel.id === 'C4') channel.archived = true;
    });
    await page.getByText('This channel is archived.').waitFor();
    expect(await page.getByTestId('composer').count()).toBe(0);
  });

  it('shows a notice until it is dismissed', async () => {
    const { page, fixture } = await open({
      react: (act, state) => {
        if (act.kind === 'dismiss_notice') state.notices = [];
        return { ok: true };
      },
    });
    fixture.update((state) => {
      state.notices = [
        { id: 'n1', kind: 'command_timeout', text: '/decide failed with the error "operation_timeout"' },
      ];
    });
    const notice = page.getByTestId('notice');
    await notice.getByText('operation_timeout').waitFor();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('lets time pass and starts over only after a yes', async () => {
    const { page, fixture } = await open();
    await page.getByRole('button', { name: 'Let time pass' }).click();
    await page.getByRole('menuitem', { name: 'Advance 1 week' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(ofKind(fixture.acts, 'start_over')).toEqual([]);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect.poll(() => ofKind(fixture.acts, 'start_over')).toHaveLength(1);
    expect(ofKind(fixture.acts, 'advance_clock')).toEqual([{ kind: 'advance_clock', ms: 604_800_000 }]);
  });

  it('announces a new message of somebody else, in words', async () => {
    const { page, fixture } = await open();
    await page.getByTestId('message').first().waitFor();
    fixture.update((state) => {
      const first = state.messages[0];
      if (first !== undefined)
        state.messages.push({ ...first, ts: '1999999999.000100', text: 'a &lt;new&gt; <https://a.invalid|link>' });
    });
    await expect.poll(() => page.getByTestId('announcer').textContent()).toBe('Bruno Marsh: a <new> link');
  });

  it('shows the app’s Home and tells the app that it was opened', async () => {
    const { page, fixture } = await open();
    await page.getByTestId('home-entry').click();
    await page.getByTestId('home').getByText('Waits for you').waitFor();
    await page.locator('[data-action-id="home-open"]').click();
    await expect
      .poll(() => ofKind(fixture.acts, 'block_action'))
      .toMatchObject([{ source: { type: 'view', viewId: 'H1' }, actionId: 'home-open' }]);
    expect(ofKind(fixture.acts, 'open_home')).toEqual([{ kind: 'open_home', user: 'U1', tab: 'home' }]);
  });
});
