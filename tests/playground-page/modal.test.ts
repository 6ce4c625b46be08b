// Modals: every kind of input, the errors, the ways out.
import { describe, expect, it } from 'vitest';
import type { UiAct, UiState } from '../../playground/protocol.ts';
import { fullModal } from './fixture-state.ts';
import { chromiumPath, usePages } from './open-page.ts';

const showModal = (state: UiState) => {
  state.modals = [structuredClone(fullModal)];
};
const submissions = (acts: readonly UiAct[]) => acts.filter((act) => act.kind === 'view_submit');

describe.skipIf(chromiumPath === undefined)('a modal', () => {
  const open = usePages();

  it('refuses an empty required input itself and puts the focus there', async () => {
    const { page, fixture } = await open();
    fixture.update(showModal);
    const modal = page.getByRole('dialog', { name: 'Start a decision' });
    await modal.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action-id'))).toBe('title');
    await modal.getByLabel('Owner').focus();
    await modal.getByRole('button', { name: 'Start' }).click();
    await modal.locator('[data-block-id="title"]').getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action-id'))).toBe('title');
    expect(submissions(fixture.acts)).toEqual([]);
  });

  it('shows the app’s errors at their inputs and keeps what was typed', async () => {
    const { page, fixture } = await open({
      react: (act, state) => {
        const modal = state.modals[0];
        if (act.kind === 'view_submit' && modal !== undefined)
          modal.errors = { title: 'There is one with this title.' };
        return { ok: true };
      },
    });
    fixture.update(showModal);
    await page.getByLabel('Title').fill('Order fulfilment');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const error = page.locator('[data-block-id="title"]').getByRole('alert');
    await error.getByText('There is one with this title.').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Order fulfilment');
    expect(await page.getByLabel('Title').getAttribute('aria-invalid')).toBe('true');
  });

  it('sends the value of every input in Slack’s shape', async () => {
    const { page, fixture } = await open();
    fixture.update(showModal);
    await page.getByLabel('Title').fill('Refunds');
    await page.getByLabel('What happens').fill('Money goes back.\nSlowly.');
    await page.getByLabel('Tool today').selectOption({ label: 'Temporal' });
    await page.getByLabel('Owner').selectOption({ label: 'Chen Wei' });
    await page.getByRole('button', { name: 'Remove Ada Okafor' }).click();
    await page.getByLabel('Who takes part').selectOption({ label: 'Chen Wei' });
    await page.getByLabel('As a team').check();
    await page.getByLabel('Weekly reminder').check();
    await page.getByLabel('First look').fill('2026-12-24');
    await page.getByLabel('At (optional)').fill('09:30');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(() => submissions(fixture.acts)).toHaveLength(1);
    expect(submissions(fixture.acts)[0]).toMatchObject({
      kind: 'view_submit',
      user: 'U1',
      viewId: 'V1',
      state: {
        title: { title: { type: 'plain_text_input', value: 'Refunds' } },
        what: { what: { type: 'plain_text_input', value: 'Money goes back.\nSlowly.' } },
        tool: { tool: { type: 'static_select', selected_option: { value: 'temporal' } } },
        owner: { owner: { type: 'users_select', selected_user: 'U3' } },
        who: { who: { type: 'multi_users_select', selected_users: ['U2', 'U3'] } },
        how: { how: { type: 'radio_buttons', selected_option: { value: 'team' } } },
        flags: { flags: { type: 'checkboxes', selected_options: [{ value: 'weekly' }] } },
        day: { day: { type: 'datepicker', selected_date: '2026-12-24' } },
        time: { time: { type: 'timepicker', selected_time: '09:30' } },
      },
    });
  });

  it('keeps typed values when the app updates the view, and starts new inputs with their own', async () => {
    const { page, fixture } = await open();
    fixture.update(showModal);
    await page.getByLabel('Title').fill('Refunds');
    fixture.update((state) => {
      const modal = state.modals[0];
      if (modal === undefined || !Array.isArray(modal.view.blocks)) return;
      modal.view.blocks.push({
        type: 'input',
        block_id: 'extra',
        label: { type: 'plain_text', text: 'Part' },
        element: { type: 'plain_text_input', action_id: 'part', initial_value: 'payment' },
      });
    });
    await page.getByRole('textbox', { name: 'Part' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Part' }).inputValue()).toBe('payment');
    expect(await page.getByLabel('Title').inputValue()).toBe('Refunds');
  });

  it('closes with Escape, and a pushed view gives way to the one below', async () => {
    const { page, fixture } = await open({
      react: (act, state) => {
        if (act.kind === 'view_close') state.modals.pop();
        return { ok: true };
      },
    });
    fixture.update((state) => {
      const over = structuredClone(fullModal);
      state.modals = [
        structuredClone(fullModal),
        { ...over, viewId: 'V2', view: { ...over.view, title: { type: 'plain_text', text: 'Details' } } },
      ];
    });
    await page.getByRole('dialog', { name: 'Details' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Start a decision' }).waitFor();
    expect(fixture.acts.filter((act) => act.kind === 'view_close')).toEqual([
      { kind: 'view_close', user: 'U1', viewId: 'V2' },
    ]);
  });

  it('keeps the focus inside', async () => {
    const { page, fixture } = await open();
    fixture.update(showModal);
    await page.getByRole('dialog').waitFor();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
      );
      expect(outside).toBe(false);
    }
  });
});
